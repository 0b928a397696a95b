import { isVariableName, maxVariableNameLength } from './template.ts';
import type { VariableDeclaration } from './variables.ts';

/**
 * How other programs write a place for a value. Each kind becomes `{{name}}` where it is asked for, and stays the
 * text that it is elsewhere.
 */
export const placeholderKinds = ['double', 'dollar', 'braces', 'percent', 'angle', 'square'] as const;
export type PlaceholderKind = (typeof placeholderKinds)[number];

/** A place for a value in a foreign text. `start` and `end` are UTF-16 offsets, `end` exclusive. */
export interface Placeholder {
  readonly kind: PlaceholderKind;
  readonly start: number;
  readonly end: number;
  /** What stands between the signs, for example “Footballer Name”; empty for `%s`. */
  readonly label: string;
  /** From `${label:default}`. */
  readonly default?: string;
}

export interface ConvertedText {
  readonly content: string;
  /** What the source says of its variables beyond their names: defaults, and wordings that no name can have. */
  readonly variables: readonly VariableDeclaration[];
  /** Every place that became a variable, in order, with the variable's name. */
  readonly places: readonly (Placeholder & { readonly name: string })[];
}

const word = String.raw`[\p{L}_][\p{L}\p{M}\p{N}_.'’/-]*`;
const label = `(?:${word})(?: ${word}){0,7}`;

/** None can hold another, so that leaving one out hides nothing. */
const patterns: Record<PlaceholderKind, string> = {
  double: String.raw`\{\{ *(?<double>${label}) *\}\}`,
  dollar: String.raw`\$\{ *(?<dollar>${label}) *(?::(?<default>[^{}\n]{0,2000}))?\}`,
  braces: String.raw`(?<![{$])\{(?<braces>${label})\}(?!\})`,
  percent: String.raw`(?<![%\p{N}])%(?:\d\$|\((?<percent>${word})\))?[sd](?![\p{L}\p{N}])`,
  angle: `(?<![<A-Za-z0-9_])<(?<angle>${label})>`,
  square: String.raw`(?<![!\]A-Za-z0-9_])\[(?<square>${label})\](?![(\[]|: *<?(?:https?:|mailto:|[./#]))`,
};

/** A backslash in front makes each of them text. */
const notEscaped = String.raw`(?<!\\\{?)`;

/** What the product itself would read as a variable, or as a literal `{{`. */
const ownSyntax = /\\\{\{|\{\{ *[A-Za-z_][A-Za-z0-9_.-]{0,63} *\}\}/g;

const htmlElements = new Set(
  'a abbr address area article aside audio b base bdi bdo blockquote body br button canvas caption center cite code col colgroup data datalist dd del details dfn dialog div dl dt em embed fieldset figcaption figure font footer form frame h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript object ol optgroup option output p param picture pre progress q rp rt ruby s samp script search section select slot small source span strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul var video wbr'.split(
    ' ',
  ),
);

/** Finds the places of the given kinds, from left to right; none overlaps another. */
export function findPlaceholders(text: string, kinds: ReadonlySet<PlaceholderKind>): Placeholder[] {
  if (kinds.size === 0) return [];
  const source = placeholderKinds.filter((kind) => kinds.has(kind)).map((kind) => patterns[kind]);
  const closed = kinds.has('angle') ? findClosingTags(text) : new Set<string>();
  const found: Placeholder[] = [];
  for (const match of text.matchAll(new RegExp(`${notEscaped}(?:${source.join('|')})`, 'gu'))) {
    const place = toPlaceholder(match);
    if (!isMarkup(place, closed)) found.push(place);
  }
  return found;
}

function toPlaceholder(match: RegExpExecArray): Placeholder {
  const { default: fallback, ...labels } = match.groups ?? {};
  const named = Object.entries(labels).find(([, value]) => value !== undefined);
  // Only `%s` has no label.
  const [kind, label] = (named ?? ['percent', '']) as [PlaceholderKind, string];
  const place = { kind, start: match.index, end: match.index + match[0].length, label };
  return fallback === undefined ? place : { ...place, default: fallback };
}

function findClosingTags(text: string): Set<string> {
  return new Set([...text.matchAll(/<\/([^<>]{1,300})>/g)].map(([, label = '']) => label));
}

/** `<b>`, `<br/>`, `<answer>` with its `</answer>`, and a ticked box are not places for values. */
function isMarkup({ kind, label }: Placeholder, closed: ReadonlySet<string>): boolean {
  if (kind === 'angle')
    return label.endsWith('/') || htmlElements.has(label.toLowerCase()) || closed.has(label);
  return kind === 'square' && /^x$/i.test(label);
}

/**
 * Makes variables of the places of the given kinds. Everything else is the same in the finished text as in the
 * source. Without the kind `double`, a `{{` of the source is only text, and is escaped where it would be more.
 */
export function convertPlaceholders(text: string, kinds: ReadonlySet<PlaceholderKind>): ConvertedText {
  const found = findPlaceholders(text, kinds);
  const { names, variables } = nameVariables(found);
  const isForeign = !kinds.has('double');
  // `\{{` stands for `{{`, so that one more backslash keeps what is there as it is.
  const keep = (part: string) => (isForeign ? part.replace(ownSyntax, (token) => `\\${token}`) : part);
  let content = '';
  let position = 0;
  for (const [index, place] of found.entries()) {
    const isOurs = place.kind === 'double' && isVariableName(place.label);
    const written = isOurs ? text.slice(place.start, place.end) : `{{${names[index]}}}`;
    content += keep(text.slice(position, place.start)) + written;
    position = place.end;
  }
  content += keep(text.slice(position));
  return {
    content,
    variables,
    places: found.map((place, index) => ({ ...place, name: names[index] ?? '' })),
  };
}

const mostDeclarations = 200;

function nameVariables(places: readonly Placeholder[]) {
  const bases = places.map((place) => suggestVariableName(place.label));
  const taken = new Set(bases);
  const declared = new Map<string, VariableDeclaration>();
  const byLabel = new Map<string, string>();
  const byDefault = new Map<string, string>();
  let lastNumber = 0;

  const pickNumbered = () => {
    do lastNumber += 1;
    while (taken.has(`value_${lastNumber}`));
    return `value_${lastNumber}`;
  };
  const nameOf = (place: Placeholder, base: string): string => {
    if (base !== '') return base;
    if (place.label === '') return pickNumbered();
    const name = byLabel.get(place.label) ?? pickNumbered();
    byLabel.set(place.label, name);
    return name;
  };
  const names = places.map((place, index) => {
    const base = nameOf(place, bases[index] ?? '');
    if (place.default === undefined) {
      if (!declared.has(base)) declared.set(base, declare(base, place));
      return base;
    }
    // Another default is another variable: with one of them alone, the text would change.
    const key = `${base}\n${place.default}`;
    const isFirst = declared.get(base)?.default === undefined;
    const name = byDefault.get(key) ?? (isFirst ? base : freeName(base, taken));
    taken.add(name);
    byDefault.set(key, name);
    declared.set(name, declare(name, place));
    return name;
  });
  const worthSaying = [...declared.values()].filter(
    (variable) => variable.default !== undefined || variable.description !== undefined,
  );
  return { names, variables: worthSaying.slice(0, mostDeclarations) };
}

function declare(name: string, { label, default: fallback }: Placeholder): VariableDeclaration {
  return {
    name,
    type: 'text',
    required: fallback === undefined,
    ...(fallback === undefined ? {} : { default: fallback }),
    ...(label === '' || label === name ? {} : { description: label }),
  };
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  let number = 2;
  while (taken.has(`${name}_${number}`)) number += 1;
  return `${name}_${number}`;
}

/** Proposes a valid name, for example “Footballer Name” → `footballer_name`; empty where no letter can be kept. */
export function suggestVariableName(label: string): string {
  if (isVariableName(label)) return label;
  return label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+|_+$/g, '')
    .slice(0, maxVariableNameLength - 4);
}
