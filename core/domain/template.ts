/**
 * The template syntax, and the only parser of it: `{{name}}` is a variable (spaces inside allowed), `\{{` is a
 * literal `{{`, and everything else, single braces and JSON included, is text.
 */

export const maxVariableNameLength = 64;

const namePattern = `[A-Za-z_][A-Za-z0-9_.-]{0,${maxVariableNameLength - 1}}`;
const tokenPattern = new RegExp(`\\\\\\{\\{|\\{\\{ *(${namePattern}) *\\}\\}`, 'g');
const wholeNamePattern = new RegExp(`^${namePattern}$`);

/** A stretch of the source. `start` and `end` are UTF-16 offsets, `end` exclusive. */
export type Segment =
  | { readonly kind: 'text'; readonly start: number; readonly end: number; readonly text: string }
  | { readonly kind: 'variable'; readonly start: number; readonly end: number; readonly name: string };

export interface Template {
  readonly source: string;
  readonly segments: readonly Segment[];
  /** Every variable used, once, in the order of first use. */
  readonly variableNames: readonly string[];
}

export function isVariableName(name: string): boolean {
  return wholeNamePattern.test(name);
}

/** Splits a prompt's content into text and variables. Never fails: what is not a variable is text. */
export function parseTemplate(source: string): Template {
  const segments: Segment[] = [];
  const names = new Set<string>();
  let position = 0;
  const addText = (start: number, end: number, text: string) => {
    if (end > start) segments.push({ kind: 'text', start, end, text });
  };
  for (const match of source.matchAll(tokenPattern)) {
    const end = match.index + match[0].length;
    addText(position, match.index, source.slice(position, match.index));
    const name = match[1];
    if (name === undefined) {
      addText(match.index, end, '{{');
    } else {
      segments.push({ kind: 'variable', start: match.index, end, name });
      names.add(name);
    }
    position = end;
  }
  addText(position, source.length, source.slice(position));
  return { source, segments, variableNames: [...names] };
}
