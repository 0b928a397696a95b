import { z } from 'zod';
import { connectionFault } from './connection-shapes.ts';
import { baseContentHash, member, promptName, time, variableDeclarations, versionNumber } from './shapes.ts';

/** The shapes of what the app itself keeps: connections, drafts, the values of the preview. */

export const connectionId = z.string().regex(/^[a-z0-9-]{1,64}$/);

/** `offline` comes back by itself; `stopped` does not. */
export const connectionStatuses = ['connecting', 'online', 'offline', 'refused', 'stopped'] as const;

/** A registry that the app works with. The key stays in the main process. */
export const connection = z.object({
  id: connectionId,
  name: z.string(),
  kind: z.enum(['sandbox', 'remote']),
  /** For example `http://127.0.0.1:7411`; `null` until the sandbox has started. */
  address: z.string().nullable(),
  status: z.enum(connectionStatuses),
  /** What is wrong where it is offline or refused; `null` where all is well or nothing is known. */
  fault: connectionFault.nullable(),
  /** Whose key is used; `null` until the registry has answered. */
  member: member.nullable(),
});
export type Connection = z.infer<typeof connection>;

/** Which prompt of which registry. */
export const promptPlace = z.strictObject({ connection: connectionId, prompt: promptName });
export type PromptPlace = z.infer<typeof promptPlace>;

/** Where the caret stood and what was in sight. All count UTF-16 units in the text with `\n` as its only line end. */
export const textView = z.object({
  anchor: z.number().int().nonnegative(),
  caret: z.number().int().nonnegative(),
  /** The first unit of the topmost line that was in sight. */
  top: z.number().int().nonnegative(),
});
export type TextView = z.infer<typeof textView>;

/** Unsaved text. It may be anything that was typed, the empty text included; only saving checks it. */
export const draftText = z.object({
  content: z.string().max(4 * 1024 * 1024),
  variables: variableDeclarations,
  /** The version that the text was written from. */
  baseVersion: versionNumber,
  baseContentHash,
  /** The save that the text goes on from, where that still waits to be sent. */
  onTopOf: z.uuid().nullable().default(null),
  view: textView.nullable().default(null),
});
export const draft = draftText.extend({ connection: connectionId, prompt: promptName, savedAt: time });
export type Draft = z.infer<typeof draft>;

/** What stands in the fields of the Variables panel, by variable. */
export type PreviewValues = Readonly<Record<string, string>>;
/** Not a record of zod's, which leaves out the variable `__proto__`. */
export const previewValues = z.custom<PreviewValues>(
  (values) =>
    typeof values === 'object' &&
    values !== null &&
    !Array.isArray(values) &&
    Object.values(values).every((value) => typeof value === 'string'),
);

/** What was typed into those fields and is not kept with the prompt. */
export const keptValues = z.object({
  /** The id of the value set that is shown; `null` where it is the user's own values. */
  chosen: z.string().nullable(),
  own: previewValues,
  /** What was typed over a value set, by its id. */
  changed: z.record(z.string(), previewValues),
});
export type KeptValues = z.infer<typeof keptValues>;

/** What this shell can do; the renderer knows nothing else of where it runs. */
export interface AppInfo {
  readonly version: string;
  readonly platform: 'darwin' | 'win32' | 'linux';
  readonly dataFolder: string;
  readonly capabilities: {
    /** Where keys are kept: the system's keychain, or a file that only this user can read. */
    readonly secretStorage: 'keychain' | 'file';
    /** True where the system draws an application menu. */
    readonly hasMenu: boolean;
    /** True where the app sets the size of everything itself; a browser does that by its own means. */
    readonly canZoom: boolean;
    /**
     * The dictionaries to choose from; empty where the system finds out the language by itself, `null` where only
     * the browser checks the spelling, by its own settings.
     */
    readonly spellingLanguages: readonly string[] | null;
  };
  /** Files that could not be read at start and were set aside, each as a sentence. */
  readonly setAside: readonly string[];
}

/** Something that the user is told by the system's own means, whatever they are doing. */
export interface SystemNotice {
  readonly title: string;
  readonly body: string;
  readonly connection: string;
  /** What opens where it is clicked. */
  readonly review: { readonly prompt: string; readonly version: number };
}
