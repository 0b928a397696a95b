/** Rows of cells with named columns, from a CSV file or from JSON. A cell that is not a text is `null`. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

export const columnRoles = ['title', 'text', 'name', 'description', 'tags'] as const;
export type ColumnRole = (typeof columnRoles)[number];

/** Which column is which; `null` where the table has none for it. */
export type ColumnChoice = Readonly<Record<ColumnRole, number | null>>;

const usualNames: Readonly<Record<ColumnRole, readonly string[]>> = {
  title: ['title', 'act', 'heading', 'label', 'subject', 'titel', 'titre', 'título'],
  text: [
    'content',
    'prompt',
    'text',
    'template',
    'body',
    'system',
    'message',
    'instruction',
    'instructions',
    'value',
    'messages',
  ],
  name: ['name', 'slug', 'id', 'key', 'identifier'],
  description: ['description', 'summary', 'note', 'notes', 'comment'],
  tags: ['tags', 'labels', 'keywords', 'category', 'categories'],
};

/** Finds out which column is which, by the columns' names, else by the lengths of what is in them. */
export function guessColumns({ columns, rows }: Table): ColumnChoice {
  const byName = (role: ColumnRole) => findByName(columns, usualNames[role]);
  let text = byName('text');
  let title = byName('title');
  let name = byName('name');
  const lengths = columns.map((_, index) => averageLength(rows, index));
  if (text === null && lengths.length > 0) text = lengths.indexOf(Math.max(...lengths));
  if (name === text) name = null;
  // “name” alone is what people read: the prompt’s own name follows from it.
  if (title === null && name !== null) [title, name] = [name, null];
  if (title === null) {
    const other = lengths.findIndex((length, index) => index !== text && length > 0 && length <= 120);
    title = other < 0 ? null : other;
  }
  return { title, text, name, description: byName('description'), tags: byName('tags') };
}

/** True where the first row of a file looks like the names of its columns. */
export function looksLikeNames(row: readonly string[]): boolean {
  const known = Object.values(usualNames).flat();
  if (row.some((cell) => known.includes(cell.trim().toLowerCase()))) return true;
  return row.every((cell) => cell.trim() !== '' && cell.length <= 40) && new Set(row).size === row.length;
}

function findByName(columns: readonly string[], names: readonly string[]): number | null {
  const cleaned = columns.map((column) => column.trim().toLowerCase());
  for (const name of names) {
    const index = cleaned.indexOf(name);
    if (index >= 0) return index;
  }
  return null;
}

function averageLength(rows: Table['rows'], column: number): number {
  const sample = rows.slice(0, 200);
  return sample.reduce((sum, row) => sum + (row[column]?.length ?? 0), 0) / Math.max(1, sample.length);
}
