import type { PromptSummary } from '#core/contract/shapes.ts';
import { folderOf } from '#core/domain/prompt-name.ts';

export type LibraryRow = FolderRow | PromptRowData;

export interface FolderRow {
  readonly kind: 'folder';
  /** The whole path, for example `legal/eu`. */
  readonly folder: string;
  readonly depth: number;
  /** How many prompts are in it and in the folders below. */
  readonly count: number;
  readonly isOpen: boolean;
}

export interface PromptRowData {
  readonly kind: 'prompt';
  readonly prompt: PromptSummary;
  readonly depth: number;
}

interface Folder {
  readonly path: string;
  readonly folders: Map<string, Folder>;
  readonly prompts: PromptSummary[];
}

/** “part 2” comes before “part 10”. */
const inOrder = new Intl.Collator(undefined, { numeric: true });

/**
 * The rows of the prompt list: first the prompts outside any folder, then folder by folder, in each as they are
 * given. Of a closed folder only its own row is there.
 */
export function listByFolder(
  prompts: readonly PromptSummary[],
  closed: ReadonlySet<string> = new Set(),
): LibraryRow[] {
  const root: Folder = { path: '', folders: new Map(), prompts: [] };
  const byPath = new Map([['', root]]);
  for (const prompt of prompts) folderAt(byPath, folderOf(prompt.name)).prompts.push(prompt);
  const rows: LibraryRow[] = [];
  addRows(rows, root, closed, 0);
  return rows;
}

/** The same without folders, the last changed first. */
export function listByChange(prompts: readonly PromptSummary[]): LibraryRow[] {
  return prompts
    .toSorted((a, b) => (a.updatedAt < b.updatedAt ? 1 : a.updatedAt > b.updatedAt ? -1 : 0))
    .map((prompt) => ({ kind: 'prompt', prompt, depth: 0 }));
}

function folderAt(byPath: Map<string, Folder>, path: string): Folder {
  const known = byPath.get(path);
  if (known) return known;
  const folder: Folder = { path, folders: new Map(), prompts: [] };
  byPath.set(path, folder);
  folderAt(byPath, folderOf(path)).folders.set(path, folder);
  return folder;
}

function addRows(rows: LibraryRow[], folder: Folder, closed: ReadonlySet<string>, depth: number): void {
  for (const prompt of folder.prompts) rows.push({ kind: 'prompt', prompt, depth });
  const folders = [...folder.folders.values()].toSorted((a, b) => inOrder.compare(a.path, b.path));
  for (const inner of folders) {
    const isOpen = !closed.has(inner.path);
    rows.push({ kind: 'folder', folder: inner.path, depth, count: countPrompts(inner), isOpen });
    if (isOpen) addRows(rows, inner, closed, depth + 1);
  }
}

function countPrompts(folder: Folder): number {
  let count = folder.prompts.length;
  for (const inner of folder.folders.values()) count += countPrompts(inner);
  return count;
}

/** Where the folder or the group begins that a row stands in; -1 at the top. */
export function findParent(rows: readonly LibraryRow[], index: number): number {
  const depth = rows[index]?.depth ?? 0;
  for (let at = index - 1; at >= 0; at -= 1) {
    const row = rows[at];
    if (row?.kind === 'folder' && row.depth < depth) return at;
  }
  return -1;
}
