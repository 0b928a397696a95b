import { hash, randomBytes } from 'node:crypto';

export interface MadeKey {
  /** What the key's owner keeps. */
  readonly secret: string;
  /** Tells keys apart on a screen; says nothing of the secret. */
  readonly prefix: string;
}

/** Makes a key of 256 random bits. */
export function makeKey(): MadeKey {
  const prefix = `pf_${randomBytes(4).toString('hex')}`;
  return { prefix, secret: `${prefix}_${randomBytes(32).toString('base64url')}` };
}

/** The form in which keys are stored and found: SHA-256, in hex. */
export function hashKey(secret: string): string {
  return hash('sha256', secret, 'hex');
}

/** Says in words why a key that somebody chose cannot be used, or `null`. */
export function findKeyFault(secret: string): string | null {
  if (!/^[\x21-\x7e]*$/.test(secret)) {
    return 'The administrator’s key may only have printable ASCII characters, without spaces.';
  }
  if (secret.length < 16) return 'The administrator’s key must have at least 16 characters.';
  if (secret.length > 512) return 'The administrator’s key may have 512 characters at most.';
  return null;
}
