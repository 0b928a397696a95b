/** One ending per line but the last. Monaco knows only one kind per text; a prompt keeps each as it came. */
export type LineEndings = readonly string[];

const ending = /\r\n|\r|\n/g;

/** The endings of a text's lines, in order; `null` where all of them are `\n`, which needs no keeping. */
export function readLineEndings(text: string): LineEndings | null {
  return text.includes('\r') ? (text.match(ending) ?? null) : null;
}

/** The text with `\n` alone. */
export function withoutCarriageReturns(text: string): string {
  return text.includes('\r') ? text.replace(ending, '\n') : text;
}

/** The text with its own endings in place of `\n`. */
export function restoreLineEndings(text: string, endings: LineEndings | null): string {
  if (endings === null) return text;
  let index = -1;
  return text.replace(/\n/g, () => {
    index += 1;
    return endings[index] ?? '\n';
  });
}

/** An edit: the breaks after the lines from `startLineNumber` to `endLineNumber` make way for those of `text`. */
export interface LineChange {
  readonly range: { readonly startLineNumber: number; readonly endLineNumber: number };
  readonly rangeOffset: number;
  readonly text: string;
}

/** The endings after an edit. New lines end as most of the text's lines do. */
export function changeLineEndings(endings: LineEndings, changes: readonly LineChange[]): LineEndings {
  const usual = mostFrequent(endings);
  let changed = endings;
  for (const { range, text } of changes.toSorted((one, other) => other.rangeOffset - one.rangeOffset)) {
    const removed = range.endLineNumber - range.startLineNumber;
    const added = text.match(ending)?.length ?? 0;
    if (removed === 0 && added === 0) continue;
    changed = changed.toSpliced(range.startLineNumber - 1, removed, ...Array<string>(added).fill(usual));
  }
  return changed;
}

function mostFrequent(endings: LineEndings): string {
  const counts = new Map<string, number>();
  for (const one of endings) counts.set(one, (counts.get(one) ?? 0) + 1);
  let usual = '\n';
  for (const [one, count] of counts) if (count > (counts.get(usual) ?? 0)) usual = one;
  return usual;
}
