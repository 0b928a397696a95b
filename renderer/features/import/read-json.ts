import type { Table } from './table.ts';

type Item = Readonly<Record<string, unknown>>;

const lists = ['prompts', 'items', 'data', 'records', 'rows', 'results'];

/** Reads a list of prompts from JSON, or from JSON Lines. `null`: there is none in it. */
export function readJson(text: string): Table | null {
  const value = parseJson(text) ?? parseLines(text);
  const items = value === null ? null : findItems(value);
  return items === null || items.length === 0 ? null : toTable(items);
}

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
  const isWords = Array.isArray(value) && value.every((word) => typeof word === 'string');
  return isWords ? value.join(', ') : null;
}
