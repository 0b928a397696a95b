import type { TestCheck } from '#core/domain/test-checks.ts';
import { formatCount } from './counts.ts';

/** The kinds of checks in the order of the list that they are chosen from. */
export const checkNames = {
  contains: 'contains',
  'not-contains': 'does not contain',
  matches: 'matches the pattern',
  'max-length': 'has at most … characters',
  'is-json': 'is JSON',
} as const satisfies Record<TestCheck['kind'], string>;

/** What a check asks for, as the end of a sentence about the finished text: “contains “Ada””. */
export function describeCheck({
  kind,
  value,
}: {
  readonly kind: TestCheck['kind'];
  readonly value?: string | number | undefined;
}): string {
  if (kind === 'is-json') return checkNames[kind];
  if (kind === 'max-length') return `has at most ${formatCount(Number(value), 'character')}`;
  return kind === 'matches' ? `matches the pattern ${value}` : `${checkNames[kind]} “${value}”`;
}
