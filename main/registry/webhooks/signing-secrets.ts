import { createHmac, randomBytes } from 'node:crypto';
import { z } from 'zod';

const prefix = 'whsec_';
const secretBytes = 32;
const overlap = 24 * 60 * 60 * 1_000;
/** A header that grew with every rotation would be refused some day. */
const mostSecrets = 10;

const secretList = z.array(z.object({ secret: z.string(), until: z.string().nullable() })).min(1);

/** A secret of a webhook. The newest holds for good, those before it until a time. */
export type SigningSecret = z.infer<typeof secretList>[number];

/** A secret in the form of Standard Webhooks: `whsec_` and the base64 of random bytes. */
export function makeSecret(): string {
  return prefix + randomBytes(secretBytes).toString('base64');
}

export function readSecrets(stored: string): readonly SigningSecret[] {
  return secretList.parse(JSON.parse(stored));
}

/** The secrets that hold at a time, newest first. */
export function listValidSecrets(secrets: readonly SigningSecret[], at: Date): readonly SigningSecret[] {
  return secrets.filter(({ until }) => until === null || until > at.toISOString());
}

/** Puts a new secret first. The one that it follows goes on for a day. */
export function addSecret(
  secrets: readonly SigningSecret[],
  secret: string,
  at: Date,
): readonly SigningSecret[] {
  const until = new Date(at.getTime() + overlap).toISOString();
  const before = listValidSecrets(secrets, at).map((old) => ({ ...old, until: old.until ?? until }));
  return [{ secret, until: null }, ...before].slice(0, mostSecrets);
}

/** The value of `webhook-signature`: one signature by each secret. */
export function signMessage(
  secrets: readonly SigningSecret[],
  id: string,
  timestamp: number,
  body: string,
): string {
  return secrets
    .map(({ secret }) => {
      const key = Buffer.from(secret.slice(prefix.length), 'base64');
      return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
    })
    .join(' ');
}
