import { isPromptName, maxPromptNameLength, nameForTitle } from '#core/domain/prompt-name.ts';
import type { MarkdownText } from './read-front-matter.ts';
import { readTags } from './read-front-matter.ts';
import type { ColumnChoice, Table } from './table.ts';

/** One prompt as a source has it, before anything is made of it. */
export interface Candidate {
  /** Where it is from, for example “prompts.csv, row 12”. */
  readonly from: string;
  readonly title: string;
  readonly name: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly text: string;
  /** What should be known about it, as a sentence. */
  readonly remark: string | null;
  /** Why it cannot be imported; `null` where it can, as far as its source goes. */
  readonly fault: string | null;
}

const longestTitle = 200;
const longestDescription = 2_000;

/** A name for a file’s path: its folders stay folders. */
function nameForPath(path: string): string {
  const name = path.split('/').map(nameForTitle).join('/');
  return isPromptName(name) ? name : nameForTitle(name.slice(0, maxPromptNameLength));
}

/** A file that is one prompt. */
export function candidateFromText(path: string, source: MarkdownText, isGuessed: boolean): Candidate {
  const bare = path.replace(/\.[A-Za-z0-9]{1,8}$/, '');
  const remarks = [
    ...(source.unused.length > 0 ? [`Not taken over from its head: ${source.unused.join(', ')}.`] : []),
    ...(source.hasBrokenHead ? ['Its head cannot be read, so that it stays part of the text.'] : []),
    ...(isGuessed ? ['Its letters were read as Western European: look whether they are right.'] : []),
  ];
  return {
    from: path,
    title: shorten(source.title?.trim() || titleForFile(bare), longestTitle),
    name: source.name && isPromptName(source.name) ? source.name : nameForPath(bare),
    description: shorten(source.description ?? '', longestDescription),
    tags: source.tags ?? [],
    text: source.text,
    remark: remarks.length > 0 ? remarks.join(' ') : null,
    fault: null,
  };
}

/** `legal/refund_policy` → “Refund policy”. */
function titleForFile(path: string): string {
  const words = path
    .slice(path.lastIndexOf('/') + 1)
    .replace(/[-_]+/g, ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1) || path;
}

/** A file that cannot be imported: it stands in the list with the reason. */
export function refusedCandidate(from: string, fault: string): Candidate {
  const title = from.slice(from.lastIndexOf('/') + 1);
  return { from, title, name: '', description: '', tags: [], text: '', remark: null, fault };
}

/** One prompt for each row of a table. Rows without any text in the chosen column are named, not dropped. */
export function candidatesFromTable(
  file: string,
  { rows }: Table,
  choice: ColumnChoice,
  firstRow: number,
  isGuessed: boolean,
): Candidate[] {
  return rows.map((row, index) => {
    const cell = (column: number | null) => (column === null ? '' : (row[column] ?? ''));
    const text = cell(choice.text);
    const given = cell(choice.title).trim();
    const title = given || firstWords(text) || `Row ${index + firstRow}`;
    const name = cell(choice.name).trim();
    const isText = choice.text === null || row[choice.text] !== null;
    return {
      from: `${file}, row ${index + firstRow}`,
      title: shorten(title, longestTitle),
      name: isPromptName(name) ? name : nameForTitle(name || title),
      description: shorten(cell(choice.description), longestDescription),
      tags: readTags(cell(choice.tags)),
      text,
      remark: isGuessed ? 'Its letters were read as Western European: look whether they are right.' : null,
      fault: isText ? null : 'In this row the text is not a text but a list.',
    };
  });
}

function firstWords(text: string): string {
  const [line = ''] = text.trim().split('\n', 1);
  return shorten(line.replace(/^[#>*\s-]+/, '').trim(), 60);
}

function shorten(text: string, longest: number): string {
  return text.length <= longest
    ? text
    : `${text
        .slice(0, longest - 1)
        .toWellFormed()
        .trimEnd()}…`;
}
