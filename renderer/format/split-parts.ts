import type { RenderedPart } from '#core/domain/render.ts';

/** A stretch of a finished text that ends with a line. */
export interface TextBlock {
  readonly parts: readonly RenderedPart[];
  /** Equal for blocks that look the same. */
  readonly signature: string;
}

const blockLength = 1_500;

/**
 * Splits a finished text into blocks of some lines each. While a long text is typed, only the block that changed
 * is drawn anew, and only the visible ones are laid out.
 */
export function splitIntoBlocks(parts: readonly RenderedPart[]): TextBlock[] {
  const blocks: TextBlock[] = [];
  let current: RenderedPart[] = [];
  let length = 0;
  const close = () => {
    if (current.length > 0) blocks.push({ parts: current, signature: signatureOf(current) });
    current = [];
    length = 0;
  };
  for (const part of parts) {
    let rest = withLineFeeds(part.text);
    while (length + rest.length > blockLength) {
      const end = rest.indexOf('\n', Math.max(0, blockLength - length));
      if (end < 0) break;
      current.push({ ...part, text: rest.slice(0, end + 1) });
      close();
      rest = rest.slice(end + 1);
    }
    if (rest !== '' || part.text === '') current.push({ ...part, text: rest });
    length += rest.length;
  }
  close();
  return blocks;
}

/** A lone carriage return ends a line as well; a browser would run the lines together. */
export function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function signatureOf(parts: readonly RenderedPart[]): string {
  return parts.map((part) => `${part.variable ?? ''}\0${part.isMissing ? 1 : 0}\0${part.text}`).join('\0');
}
