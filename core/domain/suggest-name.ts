import { isVariableName, maxVariableNameLength } from './template.ts';

/** The name that words would have as a variable, for example `first_name` for “First name”, or `null`. */
export function suggestName(words: string): string | null {
  const plain = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/['’]/g, '')
    .replace(/[^A-Za-z0-9_.-]+/g, '_')
    .replace(/^[_.-]+|[_.-]+$/g, '')
    .toLowerCase();
  const name = /^\d/.test(plain) ? `_${plain}` : plain;
  const short = name.slice(0, maxVariableNameLength).replace(/[_.-]+$/, '');
  return isVariableName(short) ? short : null;
}

/** The known name that was probably meant: the same but for capitals and joints, or one slip of the finger away. */
export function findNearestName(name: string, known: Iterable<string>): string | null {
  const wanted = essence(name);
  let nearest: string | null = null;
  for (const candidate of known) {
    if (candidate === name) continue;
    const other = essence(candidate);
    if (other === wanted) return candidate;
    if (nearest === null && wanted.length >= 4 && isOneSlipAway(wanted, other)) nearest = candidate;
  }
  return nearest;
}

function essence(name: string): string {
  return name.toLowerCase().replace(/[_.-]/g, '');
}

/** True where one letter is missing, added, another one, or changed places with its neighbour. */
function isOneSlipAway(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (long.length > short.length) return short.slice(start) === long.slice(start + 1);
  if (short.slice(start + 1) === long.slice(start + 1)) return true;
  return (
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    short.slice(start + 2) === long.slice(start + 2)
  );
}
