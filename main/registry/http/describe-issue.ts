import { listWords } from '#core/domain/list-words.ts';

/** What a schema found wrong at one place: its kind, and what it knows about it. */
export interface Issue {
  readonly kind: string;
  readonly facts: Readonly<Record<string, unknown>>;
  /** A sentence of ours where the schema has one, else the library's. */
  readonly message: string | undefined;
}

const things: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};
const libraryWords = /^(Invalid|Too small|Too big|Unrecognized|Expected)\b/;

/** Says in plain words what is wrong with a value. */
export function describeIssue({ kind, facts, message = '' }: Issue): string {
  if (message !== '' && !libraryWords.test(message)) return message;
  switch (kind) {
    case 'invalid_type':
      if (message.endsWith('received undefined')) return 'This is missing.';
      return `This must be ${listWords(nameThings(facts))}.`;
    case 'invalid_value':
      return `This must be ${listWords(nameThings(facts))}.`;
    case 'too_small':
      return describeSmall(facts);
    case 'too_big':
      return describeBig(facts);
    case 'invalid_format':
      return formats[String(facts.format)] ?? notValid;
    case 'invalid_union':
      return describeAlternatives(facts);
    case 'invalid_key':
      return readIssues(facts.issues).map(describeIssue)[0] ?? notValid;
    default:
      return notValid;
  }
}

const notValid = 'This is not valid.';
const formats: Readonly<Record<string, string>> = {
  datetime: 'Give a time like “2026-03-03T14:00:00Z”.',
  email: 'Give an e-mail address.',
  url: 'Give an address that begins with https:// or http://.',
};

/** What is expected, to stand after “This must be”. */
function nameThings({ expected, values }: Issue['facts']): string[] {
  if (Array.isArray(values)) return values.map((value) => `“${value}”`);
  return [things[String(expected)] ?? 'of another kind'];
}

function describeSmall({ origin, minimum, inclusive }: Issue['facts']): string {
  if (origin === 'string') return minimum === 1 ? 'This is empty.' : `Give ${minimum} characters or more.`;
  if (origin === 'array') return minimum === 1 ? 'Give one at least.' : `Give ${minimum} or more.`;
  const least = minimum === 0 ? 'zero' : minimum;
  return inclusive === false ? `This must be more than ${least}.` : `This must be ${least} or more.`;
}

function describeBig({ origin, maximum }: Issue['facts']): string {
  const most = Number(maximum).toLocaleString('en');
  if (origin === 'string') return `This may have ${most} characters at most.`;
  if (origin === 'array') return `There may be ${most} at most.`;
  return `This must be ${most} or less.`;
}

/** A value that fits one alternative's kind is told what is wrong with it there; any other hears them all. */
function describeAlternatives({ errors, discriminator }: Issue['facts']): string {
  if (discriminator !== undefined) return 'There is no such kind.';
  const firsts = (Array.isArray(errors) ? errors : []).flatMap((issues) => readIssues(issues).slice(0, 1));
  const fitting = firsts.find(({ kind }) => kind !== 'invalid_type' && kind !== 'invalid_value');
  if (fitting) return describeIssue(fitting);
  const names = firsts.flatMap(({ facts }) => nameThings(facts));
  return names.length === 0 ? notValid : `This must be ${listWords(names)}.`;
}

function readIssues(issues: unknown): Issue[] {
  if (!Array.isArray(issues)) return [];
  return issues.map(({ code, message, ...facts }: Record<string, unknown>) => ({
    kind: String(code),
    message: typeof message === 'string' ? message : undefined,
    facts,
  }));
}
