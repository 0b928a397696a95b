import { createHash } from 'node:crypto';
import type { RegistryEvent } from '#core/contract/shapes.ts';

/** RFC 8785 for the values that events have, written from the standard and not from the product's library. */
function toCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toCanonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${toCanonicalJson(member)}`);
  return `{${members.join(',')}}`;
}

/** The number of the first event that breaks the chain, or `null`. */
export function findBrokenEvent(events: readonly RegistryEvent[]): number | null {
  let previousHash = '0'.repeat(64);
  for (const [index, { hash, ...event }] of events.entries()) {
    const expected = createHash('sha256').update(toCanonicalJson(event), 'utf8').digest('hex');
    if (event.seq !== index + 1 || event.previousHash !== previousHash || hash !== expected) return event.seq;
    previousHash = hash;
  }
  return null;
}
