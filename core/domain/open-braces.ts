import type { Template } from './template.ts';

/** Braces that make no variable although one was probably meant. Offsets as in a segment. */
export interface OpenBraces {
  /** `{{` without its `}}`, or `{{ … }}` around something that is no name. */
  readonly kind: 'unclosed' | 'bad-name';
  readonly start: number;
  readonly end: number;
  /** What stands behind the braces; empty where nothing readable does. */
  readonly words: string;
}

const opening = /\{{2,}/g;
const nameBehind = /^ *([A-Za-z_][A-Za-z0-9_.-]{0,63})/;
/** Words, and the signs of other template languages; not JSON, not code. */
const meantAsName = /^[#/>&!?^~$@%\p{L}\p{N}_][\p{L}\p{N}\p{M}_.\-'’ \t|#/$@]*$/u;
const signOfCode = /^ *[:="'([]/;
const code = /\|\||'.*'/;
const longestWords = 80;

/** How far to look for the closing braces, so that a line of 200 KB costs nothing. */
const reach = 200;

/** Finds them in the text between the variables. Doubled braces of JSON or code are left in peace. */
export function findOpenBraces({ source, segments }: Template): OpenBraces[] {
  const texts = segments.filter(({ kind, start }) => kind === 'text' && !source.startsWith('\\{{', start));
  const lastClosing = texts.findLast(({ start, end }) => source.slice(start, end).includes('}}'));
  const found: OpenBraces[] = [];
  for (const { start, end } of texts) {
    const text = source.slice(start, end);
    for (const match of text.matchAll(opening)) {
      const inner = match.index + match[0].length;
      const isClosedLater = start < (lastClosing?.start ?? 0) || text.includes('}}', inner);
      const braces = judge(text.slice(inner, inner + reach).split(/[\r\n]/, 1)[0] ?? '', isClosedLater);
      if (!braces) continue;
      const { kind, words, length } = braces;
      found.push({ kind, words, start: start + inner - 2, end: start + inner + length });
    }
  }
  return found;
}

/** Judges what stands behind `{{` on its line. `length` is how much of it belongs to the braces. */
function judge(
  behind: string,
  isClosedLater: boolean,
): (Pick<OpenBraces, 'kind' | 'words'> & { readonly length: number }) | null {
  const closing = behind.indexOf('}}');
  const next = behind.indexOf('{{');
  if (closing >= 0 && (next < 0 || closing < next)) {
    const words = behind.slice(0, closing).trim();
    const isMeant =
      words === '' || (words.length <= longestWords && meantAsName.test(words) && !code.test(words));
    return isMeant ? { kind: 'bad-name', words, length: closing + 2 } : null;
  }
  const read = nameBehind.exec(behind);
  if (!read) return isClosedLater ? null : { kind: 'unclosed', words: '', length: 0 };
  const rest = behind.slice(read[0].length);
  if (signOfCode.test(rest)) return null;
  return {
    kind: 'unclosed',
    words: read[1] ?? '',
    length: read[0].length + (/^ *\}/.exec(rest)?.[0].length ?? 0),
  };
}
