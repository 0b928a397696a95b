import { z } from 'zod';
import { registryAddress, registryKey } from './connection-shapes.ts';
import { registryApi } from './registry-api.ts';
import { promptName, type Version, versionNumber } from './shapes.ts';

/** The shapes of importing: what is there already, and what is to be written. */

/** A prompt that a registry has, as far as importing needs to know it. */
export interface ExistingPrompt {
  readonly name: string;
  readonly title: string;
  readonly archived: boolean;
  readonly latest: number;
}

/** The hashes of a prompt's versions, newest first. */
export interface ExistingVersions {
  readonly name: string;
  readonly versions: readonly Pick<Version, 'version' | 'contentHash'>[];
}

export const promptNames = z.array(promptName).max(200);

/** One prompt to write: a new one, or a new version after `baseVersion`. */
export const importedPrompt = registryApi.createPrompt.body.extend({ baseVersion: versionNumber.nullable() });
export const importedPrompts = z.array(importedPrompt).min(1).max(200);
export type ImportedPrompt = z.input<typeof importedPrompt>;

/** What became of one of them. */
export type ImportOutcome =
  | { readonly name: string; readonly version: number }
  | { readonly name: string; readonly code: string; readonly reason: string };

/** A part of an export file while it is being written. */
export interface ExportPart {
  readonly text: string;
  readonly done: number;
  /** How many prompts there are; `null` until that is known. */
  readonly total: number | null;
  readonly isEnd: boolean;
}

/** One prompt of an export file, and what importing it would do here. */
export interface ExportedRow {
  readonly name: string;
  readonly title: string;
  readonly state: 'new' | 'behind' | 'same' | 'ahead' | 'different';
  readonly isChange: boolean;
  /** How many versions would be saved. */
  readonly versions: number;
  /** In words. */
  readonly sentence: string;
}

export interface ExportedRows {
  readonly rows: readonly ExportedRow[];
  readonly isEnd: boolean;
}

/** What became of one prompt of an export file. `waiting` is a version that still has to be approved. */
export type ExportedOutcome =
  | { readonly name: string; readonly waiting: number | null }
  | { readonly name: string; readonly code: string; readonly reason: string };

export interface ExportedOutcomes {
  readonly outcomes: readonly ExportedOutcome[];
  readonly isEnd: boolean;
}

/** A registry that the app is not connected with. */
export const otherRegistry = z.strictObject({
  address: registryAddress,
  key: registryKey,
});
