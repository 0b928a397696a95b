import { z } from 'zod';
import { defaultSettings as usual } from './default-settings.ts';
import { modelSettings } from './model-shapes.ts';
import { textView } from './workspace-shapes.ts';

/** What the user chose, and what is remembered of the screen. A field that is missing or wrong gets its default. */
export const settings = z.object({
  theme: z.enum(['system', 'light', 'dark']).catch(usual.theme),
  editorFont: z.enum(['sans', 'serif', 'mono']).catch(usual.editorFont),
  /** In CSS pixels. */
  editorFontSize: z.number().int().min(12).max(28).catch(usual.editorFontSize),
  /** How wide the lines of a prompt's text become; `whole` is as wide as there is room. */
  lineLength: z.enum(['short', 'comfortable', 'long', 'whole']).catch(usual.lineLength),
  /** Whether misspelt words are marked in a prompt's text, where the shell can tell them. */
  spelling: z.enum(['on', 'off']).catch(usual.spelling),
  /** The dictionaries, for example `en-GB` and `de-DE`; none means those of the system's languages. */
  spellingLanguages: z.array(z.string().max(20)).max(10).catch(usual.spellingLanguages),
  /** Whether things move: as the system says, or never. */
  motion: z.enum(['system', 'reduced']).catch(usual.motion),
  /** The size of everything, in percent. Only the desktop app has it; a browser zooms by itself. */
  zoom: z.number().int().min(50).max(200).catch(usual.zoom),
  /** How much of each registry may be fetched ahead to be read offline, in megabytes; 0 for nothing. */
  offlineMegabytes: z.number().int().min(0).max(10_000).catch(usual.offlineMegabytes),
  /** Whether the system tells of what waits for the user, and of what became of what they asked for. */
  notifications: z.enum(['on', 'off']).catch(usual.notifications),
  /** True once the tour of the first start was taken or skipped. */
  tourSeen: z.boolean().catch(usual.tourSeen),
  /** The registry that was on the screen last. */
  currentConnection: z.string().catch(usual.currentConnection),
  /** What was open last, to open it again. */
  lastOpened: z.object({ connection: z.string(), prompt: z.string() }).nullable().catch(usual.lastOpened),
  /** The prompts that were open, in the order of their tabs, each with where its caret stood. */
  openPrompts: z
    .array(
      z.object({
        connection: z.string(),
        prompt: z.string(),
        tab: z.string(),
        view: textView.nullable().default(null),
      }),
    )
    .max(100)
    .catch(usual.openPrompts),
  /** The latest version of each prompt that the user has looked at, by connection and name. */
  seenVersions: z.record(z.string(), z.number()).catch(usual.seenVersions),
  /** The model that finished texts may be sent to, where the user wants that; `null` where none was set up. */
  model: modelSettings.nullable().catch(usual.model),
});
export type Settings = z.infer<typeof settings>;

export const settingsChange = z
  .strictObject({
    theme: settings.shape.theme.unwrap(),
    editorFont: settings.shape.editorFont.unwrap(),
    editorFontSize: settings.shape.editorFontSize.unwrap(),
    lineLength: settings.shape.lineLength.unwrap(),
    spelling: settings.shape.spelling.unwrap(),
    spellingLanguages: settings.shape.spellingLanguages.unwrap(),
    motion: settings.shape.motion.unwrap(),
    zoom: settings.shape.zoom.unwrap(),
    offlineMegabytes: settings.shape.offlineMegabytes.unwrap(),
    notifications: settings.shape.notifications.unwrap(),
    tourSeen: settings.shape.tourSeen.unwrap(),
    currentConnection: settings.shape.currentConnection.unwrap(),
    lastOpened: settings.shape.lastOpened.unwrap(),
    openPrompts: settings.shape.openPrompts.unwrap(),
    seenVersions: settings.shape.seenVersions.unwrap(),
    model: settings.shape.model.unwrap(),
  })
  .partial();
export type SettingsChange = z.infer<typeof settingsChange>;
