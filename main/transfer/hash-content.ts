import { hash } from 'node:crypto';

/** `sha256:` and the hex digest of a content's UTF-8, as the registry has it. */
export function hashContent(content: string): string {
  return `sha256:${hash('sha256', content, 'hex')}`;
}
