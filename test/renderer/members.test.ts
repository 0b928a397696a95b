import { describe, expect, it } from 'vitest';
import type { KeySummary } from '#core/contract/member-shapes.ts';
import type { Role } from '#core/domain/roles.ts';
import {
  describeKeyDates,
  expiryOf,
  isUsable,
  keyState,
  writeInvitation,
} from '#renderer/features/members/describe-key.ts';

const now = Date.parse('2026-03-03T14:00:00.000Z');
const key = (part: Partial<KeySummary>): KeySummary => ({
  id: 'k',
  name: 'laptop',
  prefix: 'pf_12345678',
  createdAt: '2026-03-01T10:00:00.000Z',
  expiresAt: null,
  lastUsedAt: null,
  revokedAt: null,
  ...part,
});

describe('a key', () => {
  it.each([
    ['usable', key({})],
    ['usable', key({ expiresAt: '2026-06-01T10:00:00.000Z' })],
    ['expires-soon', key({ expiresAt: '2026-03-10T10:00:00.000Z' })],
    ['expired', key({ expiresAt: '2026-03-03T14:00:00.000Z' })],
    ['revoked', key({ expiresAt: '2026-06-01T10:00:00.000Z', revokedAt: '2026-03-02T10:00:00.000Z' })],
  ] as const)('is %s', (state, given) => {
    expect(keyState(given, now)).toBe(state);
    expect(isUsable(given, now)).toBe(state === 'usable' || state === 'expires-soon');
  });

  it('says when it was made and when it ended', () => {
    expect(describeKeyDates(key({}))).toMatch(/^made .*March/);
    expect(describeKeyDates(key({ revokedAt: '2026-03-02T10:00:00.000Z' }))).toMatch(/, revoked .*March/);
    expect(describeKeyDates(key({ expiresAt: '2020-03-02T10:00:00.000Z' }))).toContain(', expired ');
  });

  it('ends when it was said to, or never', () => {
    expect(expiryOf('30', now)).toEqual({ expiresAt: '2026-04-02T14:00:00.000Z' });
    expect(expiryOf('never', now)).toEqual({});
  });
});

describe('what is sent to a new member', () => {
  const invite = (...roles: Role[]) =>
    writeInvitation({
      member: { id: 'm', name: 'Rosa', email: null, roles },
      registry: 'Team',
      address: 'https://prompts.example.com',
    });

  it('tells a person where to go, and what they may do', () => {
    const words = invite('editor', 'reviewer');
    expect(words).toContain('Hello Rosa,');
    expect(words).toContain('Address: https://prompts.example.com');
    expect(words).toContain('You may write prompts and ask for promotions; review promotions.');
  });

  it('tells an engineer where the key belongs', () => {
    expect(invite('app')).toContain('as PROMPTFORGE_KEY');
    expect(invite('app', 'viewer')).toContain('Hello Rosa,');
  });
});
