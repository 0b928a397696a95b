import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { RegistryEvent } from '#core/contract/shapes.ts';

/** Stands for the hash before the first event's. */
export const hashBeforeTheFirst = '0'.repeat(64);

/** The hash of an event: SHA-256, in hex, of the canonical JSON (RFC 8785) of everything in it but the hash. */
export function sealEvent(event: Omit<RegistryEvent, 'hash'>): string {
  return hash('sha256', canonicalize(event) ?? '', 'hex');
}
