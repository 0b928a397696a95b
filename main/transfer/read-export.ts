import { createHash } from 'node:crypto';
import { AppError } from '../app-error.ts';
import { checkEnd, checkHeader, type Refuse, readLine } from './check-export.ts';
import type { PromptLine, StableLine, TestInputsLine, VersionLine } from './export-format.ts';
import { hashContent } from './hash-content.ts';
import { readLines } from './read-lines.ts';

/** One prompt of an export: its versions from 1 on, and where `stable` has been, oldest first. */
export interface ExportedPrompt {
  readonly prompt: PromptLine;
  readonly versions: readonly VersionLine[];
  readonly testInputs?: TestInputsLine;
  readonly stable: readonly StableLine[];
}

/**
 * Reads an export, prompt by prompt, and checks it on the way.
 *
 * @param called what the file is called in a sentence
 * @throws AppError, with the line's number, where the file is not whole or not as the format says
 */
export async function* readExport(file: string, called = file): AsyncGenerator<ExportedPrompt> {
  const digest = createHash('sha256');
  const names = new Set<string>();
  let group: ReturnType<typeof startGroup> | null = null;
  let versions = 0;
  let number = 0;
  let isOver = false;
  const refuse = (reason: string) =>
    new AppError('import-not-readable', `Line ${number} of ${called}: ${reason}`);

  for await (const line of openLines(file, called)) {
    number = line.number;
    if (line.text === '') continue;
    if (isOver) throw refuse('there is something after the end.');
    const read = readLine(line.text, refuse);
    if (number === 1) checkHeader(read, refuse);
    switch (read?.kind) {
      case 'prompt':
        if (names.has(read.name)) throw refuse(`the prompt “${read.name}” is there twice.`);
        names.add(read.name);
        if (group) yield finish(group, refuse);
        group = startGroup(read);
        break;
      case 'version':
        versions += 1;
        addVersion(group, read, refuse);
        break;
      case 'test-inputs':
        requireGroup(group, read, refuse).testInputs = read;
        break;
      case 'stable':
        addStable(group, read, refuse);
        break;
      case 'end':
        isOver = true;
        checkEnd(read, { prompts: names.size, versions, sha256: digest.copy().digest('hex') }, refuse);
    }
    digest.update(line.bytes);
  }
  if (!isOver)
    throw new AppError('import-not-readable', `${called} is not whole: its last line, the end, is missing.`);
  if (group) yield finish(group, refuse);
}

interface Group {
  readonly prompt: PromptLine;
  readonly versions: VersionLine[];
  testInputs?: TestInputsLine;
  readonly stable: StableLine[];
}

function startGroup(prompt: PromptLine): Group {
  return { prompt, versions: [], stable: [] };
}

function finish(group: Group, refuse: Refuse): ExportedPrompt {
  if (group.versions.length > 0) return group;
  throw refuse(`the prompt “${group.prompt.name}” before it has no version.`);
}

function requireGroup(group: Group | null, line: { readonly prompt: string }, refuse: Refuse): Group {
  if (group?.prompt.name === line.prompt) return group;
  throw refuse(`it does not follow its prompt “${line.prompt}”.`);
}

function addVersion(current: Group | null, line: VersionLine, refuse: Refuse): void {
  const group = requireGroup(current, line, refuse);
  const expected = group.versions.length + 1;
  if (line.version !== expected) {
    throw refuse(`version ${expected} of “${line.prompt}” should be here, not ${line.version}.`);
  }
  if (line.contentHash !== undefined && line.contentHash !== hashContent(line.content)) {
    throw refuse(
      `the text of version ${line.version} of “${line.prompt}” is not the one that its hash is of.`,
    );
  }
  group.versions.push(line);
}

function addStable(current: Group | null, line: StableLine, refuse: Refuse): void {
  const group = requireGroup(current, line, refuse);
  if (line.version > group.versions.length) {
    throw refuse(`“${line.prompt}” has no version ${line.version}.`);
  }
  if (group.stable.at(-1)?.version === line.version) {
    throw refuse(`version ${line.version} of “${line.prompt}” is stable already.`);
  }
  group.stable.push(line);
}

async function* openLines(file: string, called: string) {
  try {
    yield* readLines(file);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new AppError('import-not-readable', `${called} cannot be read: ${reason}`);
  }
}
