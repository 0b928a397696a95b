import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

export interface TextLine {
  /** From 1. */
  readonly number: number;
  readonly text: string;
  /** As in the file, with the line feed. */
  readonly bytes: Buffer;
}

/**
 * The lines of a file. Only a line feed ends one: `node:readline` would break prompts that have U+2028 in them.
 *
 * @throws RangeError, with the line's number, where it is not UTF-8
 */
export async function* readLines(file: string): AsyncIterable<TextLine> {
  let number = 0;
  const toLine = (parts: readonly Buffer[]): TextLine => {
    const bytes = Buffer.concat(parts);
    number += 1;
    if (!isUtf8(bytes)) throw new RangeError(`Line ${number} is not UTF-8.`);
    return { number, text: bytes.toString('utf8').trimEnd(), bytes };
  };
  let begun: Buffer[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      yield toLine([...begun, chunk.subarray(start, end + 1)]);
      begun = [];
      start = end + 1;
    }
    if (start < chunk.length) begun.push(chunk.subarray(start));
  }
  if (begun.length > 0) yield toLine(begun);
}
