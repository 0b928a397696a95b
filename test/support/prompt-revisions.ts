import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface PromptHistory {
  readonly name: string;
  /** Oldest first. */
  readonly contents: readonly string[];
}

const usualPlace = fileURLToPath(new URL('../../../shared/data/prompt-revisions.jsonl', import.meta.url));

/** Real prompts with their revisions, where the file is there: `PROMPTFORGE_REVISIONS` names another place. */
export function readPromptRevisions(): readonly PromptHistory[] | null {
  const file = process.env.PROMPTFORGE_REVISIONS ?? usualPlace;
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => {
    const { name, revisions } = JSON.parse(line) as { name: string; revisions: { content: string }[] };
    return {
      name: name.toLowerCase().replaceAll(/[._ ]/g, '-'),
      contents: revisions.map((revision) => revision.content),
    };
  });
}

/** A history that is made up: growing texts with line ends, braces and scripts of all kinds. */
export function inventPromptRevisions(): readonly PromptHistory[] {
  const pieces = [
    '# Role\r\n',
    'Grüße an {{customer}} ',
    '{"json": {"a": [1]}}\n',
    '漢字🙂\t',
    '\ufeff\u2028',
    '\\{{x}}',
  ];
  return Array.from({ length: 12 }, (_, prompt) => ({
    name: `invented-${prompt}`,
    contents: Array.from({ length: 10 }, (__, revision) =>
      Array.from(
        { length: 1 + revision * prompt * 3 },
        (___, index) => pieces[(index * 7 + revision) % 6],
      ).join(''),
    ),
  }));
}
