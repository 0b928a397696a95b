import { findOpenBraces, type OpenBraces } from './open-braces.ts';
import { findNearestName, suggestName } from './suggest-name.ts';
import { parseTemplate, type Segment, type Template } from './template.ts';
import type { VariableDeclaration } from './variables.ts';

/** A stretch of the text, in UTF-16 offsets with `end` exclusive, and what takes its place. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What would end a problem, and what the button says. */
export type Fix =
  | { readonly kind: 'edit'; readonly label: string; readonly edits: readonly TextEdit[] }
  | { readonly kind: 'declare'; readonly label: string; readonly name: string }
  | { readonly kind: 'remove-declaration'; readonly label: string; readonly name: string };

export interface TextProblem {
  readonly kind: 'undeclared' | 'unused' | 'unclosed' | 'bad-name' | 'dropped';
  /** The variable, or the words in the braces. */
  readonly subject: string;
  readonly message: string;
  /** False for what is only good to know. */
  readonly isWarning: boolean;
  /** Where it stands in the text; empty where the text is not what is wrong. */
  readonly places: readonly { readonly start: number; readonly end: number }[];
  readonly fixes: readonly Fix[];
}

/** The version that applications receive now. */
export interface StableText {
  readonly version: number;
  readonly variableNames: readonly string[];
}

type Place = Pick<TextEdit, 'start' | 'end'>;

/** Lists what is probably not meant as it is written, in the order of the text, what has no place last. */
export function findProblems(
  source: string,
  declared: readonly VariableDeclaration[],
  stable: StableText | null,
): TextProblem[] {
  const template = parseTemplate(source);
  const names = new Set(declared.map(({ name }) => name));
  const used = new Set(template.variableNames);
  const dropped = (stable?.variableNames ?? []).filter((name) => !used.has(name));
  const inText = [
    ...findUndeclared(template, names),
    ...findOpenBraces(template).map((braces) => describeBraces(source, braces, names)),
  ];
  const unused = declared.filter(({ name }) => !used.has(name) && !dropped.includes(name));
  return [
    ...inText.toSorted((one, other) => (one.places[0]?.start ?? 0) - (other.places[0]?.start ?? 0)),
    ...unused.map(({ name }) => describeUnused(name)),
    ...dropped.map((name) => describeDropped(name, stable?.version ?? 0, names.has(name))),
  ];
}

function findUndeclared({ segments }: Template, declared: ReadonlySet<string>): TextProblem[] {
  const places = new Map<string, Segment[]>();
  for (const segment of segments) {
    if (segment.kind === 'text' || declared.has(segment.name)) continue;
    const others = places.get(segment.name);
    if (others) others.push(segment);
    else places.set(segment.name, [segment]);
  }
  return [...places].map(([name, segments]) => {
    const found = segments.map(({ start, end }) => ({ start, end }));
    const nearest = findNearestName(name, declared);
    const count = found.length === 1 ? '' : ` (in ${found.length} places)`;
    return {
      kind: 'undeclared',
      subject: name,
      message: `{{${name}}} is not declared${count}. It counts as a required text.`,
      isWarning: true,
      places: found,
      fixes: [
        ...(nearest === null ? [] : [replaceAll(`Use {{${nearest}}}`, found, `{{${nearest}}}`)]),
        { kind: 'declare', label: 'Declare it', name },
        escapeAll(found),
        replaceAll('Remove it', found, ''),
      ],
    };
  });
}

function describeBraces(source: string, braces: OpenBraces, declared: ReadonlySet<string>): TextProblem {
  const { kind, words, start, end } = braces;
  const shared = { kind, subject: words, isWarning: true, places: [{ start, end }] } as const;
  const suggested = nameFor(words, declared);
  const isTooLong = words.length > 64;
  if (kind === 'bad-name') {
    const reason = isTooLong
      ? 'it has more than 64 characters'
      : 'only letters, digits, “_”, “.” and “-” may be in it';
    return {
      ...shared,
      message:
        words === ''
          ? 'There is no name between {{ and }}.'
          : `“${words}” is no name for a variable: ${reason}.`,
      fixes: [
        ...(suggested === null ? [] : [replaceAll(`Write {{${suggested}}}`, [braces], `{{${suggested}}}`)]),
        escapeAll([braces]),
      ],
    };
  }
  return {
    ...shared,
    message: words === '' ? '{{ is opened and never closed.' : `{{${words} is not closed: }} is missing.`,
    fixes: [...(words === '' ? [] : [closeBraces(source, braces)]), escapeAll([braces])],
  };
}

function describeUnused(name: string): TextProblem {
  return {
    kind: 'unused',
    subject: name,
    message: `{{${name}}} is declared, but the text does not use it.`,
    isWarning: true,
    places: [],
    fixes: [{ kind: 'remove-declaration', label: 'Remove it', name }],
  };
}

function describeDropped(name: string, version: number, isDeclared: boolean): TextProblem {
  return {
    kind: 'dropped',
    subject: name,
    message: `Stable (v${version}) uses {{${name}}}, this text does not.`,
    isWarning: false,
    places: [],
    fixes: isDeclared ? [{ kind: 'remove-declaration', label: 'Remove it here too', name }] : [],
  };
}

function nameFor(words: string, declared: ReadonlySet<string>): string | null {
  // “#if tier” and “name | upper” belong to another template language: no name would do what they do.
  if (!/^[\p{L}\p{N}_]/u.test(words) || /[|#/]/.test(words)) return null;
  const suggested = suggestName(words);
  if (suggested === null || declared.has(suggested)) return suggested;
  return findNearestName(suggested, declared) ?? suggested;
}

function closeBraces(source: string, { start, end, words }: OpenBraces): Fix {
  const trailing = source.slice(start, end).endsWith('}') ? 1 : 0;
  const at = { start: end - trailing, end };
  return { kind: 'edit', label: `Close the braces: {{${words}}}`, edits: [{ ...at, text: '}}' }] };
}

function escapeAll(places: readonly Place[]): Fix {
  const edits = places.map(({ start }) => ({ start, end: start, text: '\\' }));
  return { kind: 'edit', label: 'Keep as plain text', edits };
}

function replaceAll(label: string, places: readonly Place[], text: string): Fix {
  return { kind: 'edit', label, edits: places.map(({ start, end }) => ({ start, end, text })) };
}
