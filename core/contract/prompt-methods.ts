import { z } from 'zod';
import { inConnection, method } from './bridge-method.ts';
import { manyAtMost } from './many-at-most.ts';
import { changeOfMany, type OutcomeOfMany } from './many-prompts-shapes.ts';
import type { SaveResult } from './outbox-shapes.ts';
import { registryApi } from './registry-api.ts';
import * as shape from './shapes.ts';
import { promptPlace } from './workspace-shapes.ts';

/** What is read and written of prompts and their versions. */

/** One page of the library. */
type PromptPage = z.infer<typeof registryApi.listPrompts.response>;

export const promptMethods = {
  prompts: {
    /** One page, at most 200; with a query it is a search. */
    list: method<PromptPage>()(inConnection.extend(registryApi.listPrompts.query.shape)),
    get: method<shape.PromptSummary>()(promptPlace),
    /** Changes title, description and tags, or archives and restores. */
    update: method<shape.PromptSummary>()(promptPlace.extend(registryApi.updateDetails.body.shape)),
    /** The same for several prompts; of each is said what became of it. */
    updateMany: method<OutcomeOfMany[]>()(
      inConnection.extend({
        names: z.array(shape.promptName).min(1).max(manyAtMost),
        change: changeOfMany,
      }),
    ),
    create: method<shape.Version>()(inConnection.extend(registryApi.createPrompt.body.shape)),
  },
  versions: {
    /** A page of the versions, newest first; `cursor` is the page before's `nextCursor`. */
    list: method<{ items: shape.VersionSummary[]; nextCursor: string | null }>()(
      promptPlace.extend({ cursor: z.string().max(1_000).optional() }),
    ),
    get: method<shape.Version>()(promptPlace.extend({ version: shape.versionNumber })),
    /** What changed from one version to another in one line, for example “2 sentences changed”. */
    summariseChange: method<string>()(
      promptPlace.extend({ from: shape.versionNumber, to: shape.versionNumber }),
    ),
    /** Saves on top of a version, or of the last save of the prompt that still waits to be sent. */
    save: method<SaveResult>()(
      promptPlace.extend(registryApi.saveVersion.body.shape).extend({
        onTopOf: z.uuid().nullable().default(null),
      }),
    ),
  },
} as const;
