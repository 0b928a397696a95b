import { exportFormatName } from '#core/contract/export-format-name.ts';
import { type Candidate, candidateFromText, refusedCandidate } from './candidate.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import { CsvFault, readCells } from './read-csv.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { findJsonFault, readJson } from './read-json.ts';
import { looksLikeNames, type Table } from './table.ts';

/** A file, and where it lay in the folder that was chosen. */
export interface ChosenFile {
  readonly path: string;
  readonly file: File;
}

/** What is to be read. */
export type ReadQuestion =
  | ({ readonly kind: 'file' } & ChosenFile)
  | { readonly kind: 'paste'; readonly text: string; readonly readAs: 'prompt' | 'list' };

/** Told how much of a long table is read, from 0 to 1. */
export type OnPart = (part: number) => void;

/** What was found in a file or a paste. */
export type Source =
  | { readonly kind: 'prompt'; readonly candidate: Candidate }
  | { readonly kind: 'cells'; readonly from: string; readonly cells: string[][]; readonly isGuessed: boolean }
  | { readonly kind: 'table'; readonly from: string; readonly table: Table }
  | { readonly kind: 'export'; readonly from: string; readonly file: File };

const largestFile = 200 * 1024 * 1024;
const headLength = 4_096;

const unreadable: Readonly<Record<string, string>> = {
  doc: 'Word documents cannot be read: save it as plain text, then import that.',
  docx: 'Word documents cannot be read: save it as plain text, then import that.',
  odt: 'Text documents of an office program cannot be read: save it as plain text, then import that.',
  rtf: 'Formatted documents cannot be read: save it as plain text, then import that.',
  pdf: 'PDF files cannot be read: copy the text and paste it here.',
  xls: 'Spreadsheets cannot be read: save the sheet as CSV, then import that.',
  xlsx: 'Spreadsheets cannot be read: save the sheet as CSV, then import that.',
  zip: 'Archives cannot be read: unpack it, then choose the folder.',
};

/** Reads one file; what cannot be read is a candidate with its reason. */
export async function readSource({ path, file }: ChosenFile, onPart?: OnPart): Promise<Source> {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const known = unreadable[extension];
  if (known) return refused(path, known);
  if (await isExport(file)) return { kind: 'export', from: path, file };
  if (file.size > largestFile) return refused(path, 'The file is larger than 200 MB.');
  const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
  if (!decoded) return refused(path, 'This is not a text file.');
  return readText(path, extension, decoded, onPart);
}

/** Reads what was pasted: a list in JSON, a table, or one prompt. */
export function readPaste(text: string, readAs: 'prompt' | 'list', onPart?: OnPart): Source {
  const from = 'Pasted text';
  if (readAs === 'prompt') {
    const { title = '', ...source } = readFrontMatter(text);
    const [line = ''] = source.text.trim().split('\n', 1);
    const heading =
      title ||
      line
        .replace(/^[#>*\s-]+/, '')
        .slice(0, 60)
        .trim() ||
      from;
    return {
      kind: 'prompt',
      candidate: { ...candidateFromText(heading, { ...source, title: heading }, false), from },
    };
  }
  const table = readJson(text);
  return table ? { kind: 'table', from, table } : readTable(from, { text, isGuessed: false }, onPart);
}

/** True where a paste looks like more than one prompt. */
export function looksLikeList(text: string): boolean {
  if (/^\s*[[{]/.test(text)) return readJson(text) !== null;
  const [first = ''] = text.trimStart().split('\n', 1);
  return (
    first.length < 200 && /[\t,;]/.test(first) && looksLikeNames(splitLine(first)) && hasTextColumn(first)
  );
}

const splitLine = (line: string) => line.split(/[\t,;]/);
const hasTextColumn = (line: string) =>
  splitLine(line).some((cell) => /^"?(prompt|text|content|template|body)"?\s*$/i.test(cell.trim()));

function readText(path: string, extension: string, decoded: DecodedText, onPart?: OnPart): Source {
  const { text, isGuessed } = decoded;
  switch (extension) {
    case 'csv':
    case 'tsv':
      return readTable(path, decoded, onPart);
    case 'json':
    case 'jsonl':
    case 'ndjson': {
      const table = readJson(text);
      return table ? { kind: 'table', from: path, table } : refused(path, findJsonFault(text));
    }
    case 'md':
    case 'markdown':
    case 'mdx':
      return { kind: 'prompt', candidate: candidateFromText(path, readFrontMatter(text), isGuessed) };
    default:
      return { kind: 'prompt', candidate: candidateFromText(path, { text, unused: [] }, isGuessed) };
  }
}

function readTable(from: string, { text, isGuessed }: DecodedText, onPart?: OnPart): Source {
  try {
    const cells = readCells(text, onPart);
    return cells.length > 0
      ? { kind: 'cells', from, cells, isGuessed }
      : refused(from, 'There is nothing in it.');
  } catch (error) {
    if (error instanceof CsvFault) return refused(from, error.message);
    throw error;
  }
}

const refused = (path: string, reason: string): Source => ({
  kind: 'prompt',
  candidate: refusedCandidate(path, reason),
});

async function isExport(file: File): Promise<boolean> {
  const head = await file.slice(0, headLength).text();
  return head.startsWith('{') && head.slice(0, head.indexOf('\n')).includes(`"${exportFormatName}"`);
}
