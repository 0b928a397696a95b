/**
 * A second reading of the template syntax, character by character, written from the API page and not from the
 * product's parser: the tests compare the two.
 */

const isFirst = (character: string) => /^[A-Za-z_]$/.test(character);
const isFurther = (character: string) => /^[A-Za-z0-9_.-]$/.test(character);

interface Found {
  readonly name: string;
  readonly end: number;
}

/** Reads `{{ name }}` at a place of the source; `null` where there is none. */
function readVariable(source: string, start: number): Found | null {
  let at = start;
  const take = (expected: string) => {
    if (source[at] !== expected) return false;
    at += 1;
    return true;
  };
  if (!take('{') || !take('{')) return null;
  while (source[at] === ' ') at += 1;
  let name = '';
  while (at < source.length) {
    const character = source.charAt(at);
    if (!(name === '' ? isFirst(character) : isFurther(character))) break;
    name += character;
    at += 1;
  }
  if (name === '' || name.length > 64) return null;
  while (source[at] === ' ') at += 1;
  return take('}') && take('}') ? { name, end: at } : null;
}

/** Renders a source; a variable without a value stays as it is written. */
export function renderByReference(source: string, values: ReadonlyMap<string, string>): string {
  let text = '';
  let at = 0;
  while (at < source.length) {
    if (source[at] === '\\' && source[at + 1] === '{' && source[at + 2] === '{') {
      text += '{{';
      at += 3;
      continue;
    }
    const variable = readVariable(source, at);
    if (variable) {
      text += values.get(variable.name) ?? source.slice(at, variable.end);
      at = variable.end;
    } else {
      text += source.charAt(at);
      at += 1;
    }
  }
  return text;
}

/** Every variable that a source uses, once, in the order of first use. */
export function namesByReference(source: string): string[] {
  const names = new Set<string>();
  let at = 0;
  while (at < source.length) {
    const isEscape = source[at] === '\\' && source[at + 1] === '{' && source[at + 2] === '{';
    const variable = isEscape ? null : readVariable(source, at);
    if (variable) names.add(variable.name);
    at = isEscape ? at + 3 : (variable?.end ?? at + 1);
  }
  return [...names];
}
