/** What a finished text is checked for. */
export const checkKinds = ['contains', 'not-contains', 'matches', 'max-length', 'is-json'] as const;

export type TestCheck =
  | { readonly kind: 'contains' | 'not-contains'; readonly value: string }
  /** `value` is a regular expression, read as with the flag `u`. */
  | { readonly kind: 'matches'; readonly value: string }
  /** `value` counts characters (code points). */
  | { readonly kind: 'max-length'; readonly value: number }
  | { readonly kind: 'is-json' };

/** What came out of a check. */
export interface CheckOutcome {
  readonly passed: boolean;
  /** Why it did not pass, in words. */
  readonly reason: string | null;
}

/**
 * Looks for a regular expression in a text, and gives up where that takes too long: some expressions would keep a
 * computer busy for years.
 */
export type MatchPattern = (pattern: string, text: string) => Promise<'found' | 'not-found' | 'too-slow'>;

/** Says in words why something cannot be used as a pattern, or `null`. */
export function findPatternFault(pattern: string): string | null {
  try {
    new RegExp(pattern, 'u');
    return null;
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^.*: /s, '') : 'not understood';
    return `This is not a regular expression: ${reason}.`;
  }
}

/** Checks a finished text. */
export async function runCheck(check: TestCheck, text: string, match: MatchPattern): Promise<CheckOutcome> {
  switch (check.kind) {
    case 'contains':
      return judge(text.includes(check.value), `“${check.value}” is not in the text.`);
    case 'not-contains':
      return judge(!text.includes(check.value), `“${check.value}” is in the text.`);
    case 'matches': {
      const found = await match(check.value, text);
      if (found === 'too-slow') return judge(false, `Looking for ${check.value} took too long.`);
      return judge(found === 'found', `Nothing in the text matches ${check.value}.`);
    }
    case 'max-length': {
      const length = countCharacters(text);
      return judge(
        length <= check.value,
        `The text has ${length} characters, ${length - check.value} too many.`,
      );
    }
    case 'is-json':
      return judge(isJson(text), 'The text is not JSON.');
  }
}

function judge(passed: boolean, reason: string): CheckOutcome {
  return { passed, reason: passed ? null : reason };
}

/** Code points: what is made of two UTF-16 units counts once. */
function countCharacters(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
