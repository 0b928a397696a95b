import { hash } from 'node:crypto';
import { formatHash } from '#core/contract/format-hash.ts';

/** The hash of a content, as the registry has it. */
export function hashContent(content: string): string {
  return formatHash(hash('sha256', content, 'hex'));
}
