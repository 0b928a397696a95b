export const maxContentBytes = 1024 * 1024;

/** Says in words why a text cannot be a prompt's content, or `null`. */
export function findContentFault(content: string): string | null {
  if (content.length === 0) return 'The text is empty.';
  if (content.includes('\0')) return 'The text contains the character U+0000, which no prompt may contain.';
  if (!content.isWellFormed()) return 'The text contains half a character (an unpaired surrogate).';
  // No character takes more than three bytes for each of its units: most texts need no counting.
  if (content.length * 3 > maxContentBytes && utf8Length(content) > maxContentBytes)
    return 'The text is longer than 1 MiB.';
  return null;
}

/** The length of a well-formed text in bytes of UTF-8. */
function utf8Length(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0x7ff) bytes += unit >= 0xd800 && unit <= 0xdfff ? 1 : 2;
    else if (unit > 0x7f) bytes += 1;
  }
  return bytes;
}
