const quote = 0x22;
const backslash = 0x5c;
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/**
 * True where lists and objects of a JSON text stand inside each other more often than `limit` times. Looks at bytes
 * alone: a short text can say so often “list” that parsing it would take a hundred times its size.
 */
export function isNestedDeeper(json: Buffer, limit: number): boolean {
  let depth = 0;
  for (let index = 0; index < json.length; index += 1) {
    const byte = json[index] ?? 0;
    if (byte === quote) index = findEndOfText(json, index);
    else if (opening.has(byte)) depth += 1;
    else if (closing.has(byte)) depth -= 1;
    if (depth > limit) return true;
  }
  return false;
}

/** The place of the quote that ends the text which begins here, or the end of everything. */
function findEndOfText(json: Buffer, start: number): number {
  let end = start;
  do {
    end = json.indexOf(quote, end + 1);
    if (end === -1) return json.length;
  } while (countBackslashesBefore(json, end) % 2 === 1);
  return end;
}

function countBackslashesBefore(json: Buffer, end: number): number {
  let count = 0;
  while (json[end - 1 - count] === backslash) count += 1;
  return count;
}
