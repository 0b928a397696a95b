import type { ProblemCode } from './problem.ts';

/** The error codes that arise in the app itself, beside the registry's own. */
export const appErrorCodes = [
  'registry-unreachable',
  'not-a-registry',
  'draft-not-written',
  'saves-changed',
  'settings-not-written',
  'connection-not-found',
  'registry-connected-already',
  'connection-not-written',
  'import-not-readable',
  'export-not-written',
  'model-not-set-up',
  'app-unreachable',
] as const;
export type AppErrorCode = (typeof appErrorCodes)[number];

export interface BridgeError {
  readonly code: ProblemCode | AppErrorCode;
  /** What happened, in plain words. */
  readonly detail: string;
  /** Further facts, for example `latest` with a `version-conflict`. */
  readonly members: Readonly<Record<string, unknown>>;
}

/** How every result crosses the bridge. */
export type Result<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: BridgeError };
