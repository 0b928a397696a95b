/** A file's text, and whether its encoding had to be guessed. */
export interface DecodedText {
  readonly text: string;
  readonly isGuessed: boolean;
}

/** Reads a file as text: UTF-8 or UTF-16, else Western European as old spreadsheets write it. `null`: not a text. */
export function decodeText(bytes: Uint8Array<ArrayBuffer>): DecodedText | null {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : null;
  const encoding = utf16 ?? (bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8');
  const text = decode(bytes, encoding);
  if (text !== null) return text.includes('\0') ? null : { text, isGuessed: false };
  if (encoding !== 'utf-8') return null;
  if (bytes.some(isNoText)) return null;
  return { text: new TextDecoder('windows-1252').decode(bytes), isGuessed: true };
}

/** Control characters, which pictures and programs have: among them only spaces and line ends stand in a text. */
const isNoText = (byte: number) => byte < 0x09 || (byte > 0x0d && byte < 0x20);

function decode(bytes: Uint8Array<ArrayBuffer>, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
