import type { Table } from './table.ts';

type Item = Readonly<Record<string, unknown>>;

const lists = ['prompts', 'items', 'data', 'records', 'rows', 'results'];

/** Reads a list of prompts from JSON, or from JSON Lines. `null`: there is none in it. */
export function readJson(text: string): Table | null {
  const value = parseJson(text) ?? parseLines(text);
  const items = value === null ? null : findItems(value);
  return items === null || items.length === 0 ? null : toTable(items);
}

/** Why nothing was found in JSON, as a sentence. */
export function findJsonFault(text: string): string {
  if (text.trim() === '') return 'There is nothing in it.';
  try {
    JSON.parse(text);
  } catch (error) {
    const lines = text.trimEnd().split('\n');
    const wrong = lines.findIndex((line) => line.trim() !== '' && parseJson(line) === null);
    // Where some lines are whole by themselves, it is one of them that is wrong; else the engine may know the place.
    const [, place] = /line (\d+)/.exec(String(error)) ?? [];
    const line = isInLines(lines) ? String(wrong + 1) : place;
    return `It is not valid JSON${line === undefined ? '' : `: look at line ${line}`}.`;
  }
  return 'There is no list of prompts in it.';
}

/** True where the first line is an object by itself, as in JSON Lines. */
const isInLines = ([first = '', ...others]: readonly string[]) =>
  others.length > 0 && parseJson(first) !== null;

function parseJson(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' ? value : null;
  } catch {
    return null;
  }
}

function parseLines(text: string): object | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map(parseJson);
  return values.includes(null) ? null : values;
}

/** A list, a list under a usual name, one prompt by itself, or texts by their names. */
function findItems(value: object): Item[] | null {
  if (Array.isArray(value)) return value.map(toItem).filter((item) => item !== null);
  const item = value as Item;
  const listed = lists.map((name) => item[name]).find((list) => Array.isArray(list));
  if (listed) return findItems(listed as object);
  const entries = Object.entries(item);
  const isByName = entries.length > 0 && entries.every(([, inner]) => isItem(inner));
  if (isByName) return entries.map(([name, inner]) => ({ name, ...(inner as Item) }));
  const areTexts = entries.length > 0 && entries.every(([, inner]) => typeof inner === 'string');
  const looksLikeOne = ['content', 'prompt', 'text', 'template'].some((name) => name in item);
  return areTexts && !looksLikeOne ? entries.map(([title, text]) => ({ title, text })) : [item];
}

function toItem(value: unknown): Item | null {
  if (typeof value === 'string') return { text: value };
  return isItem(value) ? value : null;
}

function isItem(value: unknown): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toTable(items: readonly Item[]): Table {
  const columns = [...new Set(items.flatMap((item) => Object.keys(item)))];
  return { columns, rows: items.map((item) => columns.map((column) => toCell(item[column]))) };
}

function toCell(value: unknown): string | null {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return null;
  if (value.every((word) => typeof word === 'string')) return value.join(', ');
  const [message] = value;
  // A conversation of one message is that message; a longer one is no text.
  return value.length === 1 && isItem(message) && typeof message.content === 'string'
    ? message.content
    : null;
}
