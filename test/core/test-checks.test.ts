import { describe, expect, it } from 'vitest';
import { findPatternFault, type MatchPattern, runCheck, type TestCheck } from '#core/domain/test-checks.ts';

const match: MatchPattern = async (pattern, text) =>
  new RegExp(pattern, 'u').test(text) ? 'found' : 'not-found';
const passes = async (check: TestCheck, text: string) => (await runCheck(check, text, match)).passed;

describe('a check', () => {
  it('finds and misses a passage, to the letter', async () => {
    expect(await passes({ kind: 'contains', value: 'Refund' }, 'Refunds in 30 days')).toBe(true);
    expect(await passes({ kind: 'contains', value: 'refund' }, 'Refunds in 30 days')).toBe(false);
    expect(await passes({ kind: 'not-contains', value: 'guarantee' }, 'We guarantee it')).toBe(false);
    expect(await passes({ kind: 'not-contains', value: 'guarantee' }, '')).toBe(true);
  });

  it('looks for a pattern', async () => {
    expect(await passes({ kind: 'matches', value: '^\\p{Lu}' }, 'Über')).toBe(true);
    expect(await passes({ kind: 'matches', value: '(?i:ÜBER)' }, 'über')).toBe(true);
    expect(await passes({ kind: 'matches', value: '^x$' }, 'xx')).toBe(false);
    const slow = await runCheck({ kind: 'matches', value: 'x' }, 'x', async () => 'too-slow');
    expect(slow).toEqual({ passed: false, reason: 'Looking for x took too long.' });
  });

  it('counts characters as people do', async () => {
    expect(await passes({ kind: 'max-length', value: 2 }, 'a🙂')).toBe(true);
    expect(await runCheck({ kind: 'max-length', value: 2 }, 'a🙂bc', match)).toEqual({
      passed: false,
      reason: 'The text has 4 characters, 2 too many.',
    });
    expect(await passes({ kind: 'max-length', value: 0 }, '')).toBe(true);
  });

  it('reads JSON', async () => {
    expect(await passes({ kind: 'is-json' }, '{"a": [1]}')).toBe(true);
    expect(await passes({ kind: 'is-json' }, '{"a": [1]} ')).toBe(true);
    for (const text of ['', '{a: 1}', '```json\n{}\n```'])
      expect(await passes({ kind: 'is-json' }, text)).toBe(false);
  });
});

it('says what is wrong with a pattern', () => {
  expect(findPatternFault('a(b|c)+')).toBeNull();
  expect(findPatternFault('a(b')).toBe('This is not a regular expression: Unterminated group.');
  expect(findPatternFault('[b-a]')).toContain('out of order');
});
