import { sandboxConnectionId } from './sandbox-connection-id.ts';
import type { TextView } from './workspace-shapes.ts';

/** What holds until the user chooses, without the schema: the first screen is drawn before the settings are read. */
export const defaultSettings = {
  theme: 'system',
  editorFont: 'sans',
  editorFontSize: 16,
  lineLength: 'comfortable',
  spelling: 'on',
  spellingLanguages: [] as string[],
  motion: 'system',
  zoom: 100,
  offlineMegabytes: 200,
  notifications: 'on',
  tourSeen: false,
  currentConnection: sandboxConnectionId,
  lastOpened: null,
  openPrompts: [] as { connection: string; prompt: string; tab: string; view: TextView | null }[],
  seenVersions: {} as Record<string, number>,
  model: null,
} as const;
