import { Webhook } from 'standardwebhooks';
import { expect, it } from 'vitest';
import {
  addSecret,
  listValidSecrets,
  makeSecret,
  signMessage,
} from '#main/registry/webhooks/signing-secrets.ts';

const hour = 3_600_000;
const start = new Date('2026-03-03T14:00:00.000Z');
const later = (hours: number) => new Date(start.getTime() + hours * hour);

it('makes secrets of 32 random bytes in the form of the standard', () => {
  const secrets = Array.from({ length: 50 }, makeSecret);
  expect(new Set(secrets).size).toBe(50);
  for (const secret of secrets) {
    expect(secret.startsWith('whsec_')).toBe(true);
    expect(Buffer.from(secret.slice(6), 'base64').length).toBe(32);
  }
});

it('signs as the reference library does', () => {
  const secret = makeSecret();
  const timestamp = Math.floor(start.getTime() / 1_000);
  for (const body of ['', '{}', '{"text":"Grüße 🙂 漢字 \\u2028"}', 'x'.repeat(100_000)]) {
    const expected = new Webhook(secret).sign('msg-1', start, body);
    expect(signMessage([{ secret, until: null }], 'msg-1', timestamp, body)).toBe(expected);
  }
});

it('lets every former secret hold for a day, and forgets it then', () => {
  const first = [{ secret: 'a', until: null }];
  const second = addSecret(first, 'b', start);
  const third = addSecret(second, 'c', later(2));
  const valid = (hours: number) => listValidSecrets(third, later(hours)).map(({ secret }) => secret);
  expect(valid(3)).toEqual(['c', 'b', 'a']);
  expect(valid(25)).toEqual(['c', 'b']);
  expect(valid(27)).toEqual(['c']);
  expect(addSecret(third, 'd', later(100)).map(({ secret }) => secret)).toEqual(['d', 'c']);
});

it('keeps the header short whatever is done to it', () => {
  let secrets: ReturnType<typeof addSecret> = [{ secret: makeSecret(), until: null }];
  for (let count = 0; count < 100; count += 1) secrets = addSecret(secrets, makeSecret(), start);
  expect(signMessage(secrets, 'id', 1, 'x').length).toBeLessThan(1_000);
});
