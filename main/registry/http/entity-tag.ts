import { hash } from 'node:crypto';

/** A strong ETag of a text. */
export function tagOf(text: string): string {
  return `"${hash('sha256', text, 'base64url')}"`;
}

/** True where an `If-Match` header allows a change of what has a tag; weak tags never do. */
export function allows(ifMatch: string, tag: string): boolean {
  return ifMatch.trim() === '*' || ifMatch.split(',').some((item) => item.trim() === tag);
}

/** True where an `If-None-Match` header names a tag. */
export function isNamed(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some((item) => item.trim().replace(/^W\//, '') === tag);
}
