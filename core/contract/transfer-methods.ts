import { z } from 'zod';
import { inConnection, method, nothing } from './bridge-method.ts';
import {
  type ExistingPrompt,
  type ExistingVersions,
  type ExportedOutcomes,
  type ExportedRows,
  type ExportPart,
  type ImportOutcome,
  importedPrompts,
  otherRegistry,
  promptNames,
} from './import-shapes.ts';
import * as shape from './shapes.ts';

/** What is brought into a registry and taken out of it. */

export const transferMethods = {
  imports: {
    /** Every prompt of the registry, the archived ones too. */
    listExisting: method<ExistingPrompt[]>()(inConnection),
    /** What the versions of some of them are made of; a prompt that is not there is left out. */
    listVersions: method<ExistingVersions[]>()(inConnection.extend({ names: promptNames })),
    /** Writes prompts one by one: one that fails keeps no other from being written. */
    write: method<ImportOutcome[]>()(inConnection.extend({ prompts: importedPrompts })),
  },
  /** Writing an export, part by part. There is one at a time; `open` ends the one before. */
  exports: {
    /** With `names`, these prompts alone. */
    open: method<undefined>()(
      z.union([inConnection.extend({ names: z.array(shape.promptName).optional() }), otherRegistry]),
    ),
    read: method<ExportPart>()(nothing),
    close: method<undefined>()(nothing),
  },
  /** Importing an export with its history: handed over in parts, planned, then applied prompt by prompt. */
  exportedPrompts: {
    open: method<undefined>()(nothing),
    append: method<undefined>()(z.strictObject({ text: z.string().max(4_000_000) })),
    /** Begins to compare with a registry; checks the whole file before. */
    beginPlan: method<undefined>()(
      inConnection.extend({
        /** Leaves `stable` alone. */
        textsOnly: z.boolean(),
        /** Takes the latest text of each prompt, and puts it on top of what is there. */
        onlyLatest: z.boolean().optional(),
      }),
    ),
    planNext: method<ExportedRows>()(nothing),
    beginApplying: method<undefined>()(z.strictObject({ names: z.array(shape.promptName) })),
    applyNext: method<ExportedOutcomes>()(nothing),
    close: method<undefined>()(nothing),
  },
} as const;
