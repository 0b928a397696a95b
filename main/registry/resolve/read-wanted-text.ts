import { isUtf8 } from 'node:buffer';
import { versionNumber } from '#core/contract/shapes.ts';
import type { VersionReference } from '#core/domain/version-reference.ts';
import type { WantedText } from './service.ts';

/**
 * Reads the body of a call that resolves a prompt, without the schema. Understands exactly bodies that the schema
 * lets in, though not all of them; `null` for any other.
 */
export function readWantedText(body: Buffer): WantedText | null {
  if (!isUtf8(body)) return null;
  let given: unknown;
  try {
    given = JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  }
  if (!isObject(given)) return null;
  for (const field in given) if (!fields.has(field)) return null;
  const { version = 'stable', variables = {}, missing = 'error' } = given;
  if (!isReference(version)) return null;
  if (missing !== 'error' && missing !== 'blank' && missing !== 'keep') return null;
  if (!isObject(variables)) return null;
  for (const name in variables) if (typeof variables[name] === 'object') return null;
  return { version, variables, missing };
}

const fields: ReadonlySet<string> = new Set(['version', 'variables', 'missing']);

function isReference(value: unknown): value is VersionReference {
  return value === 'stable' || value === 'latest' || versionNumber.safeParse(value).success;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.hasOwn(value, '__proto__')
  );
}
