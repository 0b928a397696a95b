import { z } from 'zod';
import { commandGroups } from './command-groups.ts';

/** What the system's menu shows of a command; it runs on the screen. */
export const menuCommand = z.strictObject({
  id: z.string().max(64),
  name: z.string().max(120),
  group: z.enum(commandGroups),
  /** For example `mod+shift+P`; `mod` is Cmd on macOS and Ctrl elsewhere. */
  shortcut: z.string().max(40).optional(),
  isAvailable: z.boolean(),
});
export type MenuCommand = z.infer<typeof menuCommand>;
