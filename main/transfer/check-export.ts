import { ZodError } from 'zod';
import { countNoun } from '#core/domain/count-noun.ts';
import type { AppError } from '../app-error.ts';
import { type EndLine, formatVersion, parseLine, type ReadLine } from './export-format.ts';

/** Makes the error that says why a line of an export is refused. */
export type Refuse = (reason: string) => AppError;

/** Reads one line; `null` for one that importing has no use for. */
export function readLine(text: string, refuse: Refuse): ReadLine | null {
  try {
    return parseLine(text);
  } catch (error) {
    const [issue] = error instanceof ZodError ? error.issues : [];
    if (!issue) throw refuse('this is not JSON.');
    throw refuse(issue.path.length === 0 ? issue.message : `“${issue.path.join('.')}”: ${issue.message}`);
  }
}

/** @throws AppError where it is not the first line of an export that this program knows */
export function checkHeader(line: ReadLine | null, refuse: Refuse): void {
  if (line?.kind !== 'header') throw refuse('this is not the beginning of an export.');
  if (line.formatVersion > formatVersion) {
    throw refuse(`it was written by a newer version of PromptForge (format ${line.formatVersion}).`);
  }
}

/** @throws AppError where the end says something else than was found */
export function checkEnd(
  line: EndLine,
  found: Required<Pick<EndLine, 'prompts' | 'versions' | 'sha256'>>,
  refuse: Refuse,
) {
  if (line.prompts !== found.prompts || line.versions !== found.versions) {
    throw refuse(
      `it should have ${countNoun(line.prompts, 'prompt')} with ${countNoun(line.versions, 'version')}, and has ${found.prompts} with ${found.versions}.`,
    );
  }
  if (line.sha256 !== undefined && line.sha256 !== found.sha256) {
    throw refuse('the file is not as it was written: its checksum differs.');
  }
}
