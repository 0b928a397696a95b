/** The headings under which commands stand in menus and in the list of shortcuts, in this order. */
export const commandGroups = ['File', 'Edit', 'View', 'Go', 'Prompt', 'Help'] as const;
export type CommandGroup = (typeof commandGroups)[number];
