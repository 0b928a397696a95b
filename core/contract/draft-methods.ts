import { z } from 'zod';
import { inConnection, method } from './bridge-method.ts';
import type { EarlierDraft, EarlierText } from './earlier-draft-shapes.ts';
import { type KeptMerge, keptMerge } from './merge-shapes.ts';
import type { WaitingSave } from './outbox-shapes.ts';
import * as shape from './shapes.ts';
import { type Draft, draftText, type KeptValues, keptValues, promptPlace } from './workspace-shapes.ts';

/** What is kept on this machine of a prompt and is not a version yet. */

export const draftMethods = {
  drafts: {
    list: method<Draft[]>()(inConnection),
    /** Answers once the text is on the disk. */
    put: method<Draft>()(promptPlace.extend(draftText.shape)),
    discard: method<undefined>()(promptPlace),
    /** What the draft of a prompt was before, the newest first. */
    listEarlier: method<EarlierDraft[]>()(promptPlace),
    /** `null` where it is not kept any more. */
    getEarlier: method<EarlierText | null>()(promptPlace.extend({ id: z.uuid() })),
    /** Keeps a text among the earlier drafts of a prompt. */
    keepEarlier: method<undefined>()(promptPlace.extend(draftText.shape)),
  },
  /** Merges that are not finished. */
  merges: {
    get: method<KeptMerge | null>()(promptPlace),
    put: method<undefined>()(promptPlace.extend({ merge: keptMerge })),
    discard: method<undefined>()(promptPlace),
  },
  previewValues: {
    get: method<KeptValues>()(promptPlace),
    put: method<undefined>()(promptPlace.extend({ kept: keptValues })),
  },
  /** The saves that wait to be sent, each prompt's in their order. */
  outbox: {
    list: method<WaitingSave[]>()(inConnection),
    /** Tries to send now what waits. Answers at once. */
    send: method<undefined>()(inConnection),
    changeNote: method<undefined>()(promptPlace.extend({ id: z.uuid(), note: shape.note })),
    /** Takes a prompt's last waiting save out; it becomes the draft again where `intoDraft` says so. */
    takeBack: method<undefined>()(promptPlace.extend({ id: z.uuid(), intoDraft: z.boolean() })),
  },
} as const;
