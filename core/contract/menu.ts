import { z } from 'zod';

/** The headings under which commands stand in menus and in the list of shortcuts, in this order. */
export const commandGroups = ['File', 'Edit', 'View', 'Go', 'Prompt', 'Help'] as const;
export type CommandGroup = (typeof commandGroups)[number];

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
