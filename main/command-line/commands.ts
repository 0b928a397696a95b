import { backUp } from './back-up-command.ts';
import type { Command } from './command.ts';
import { exportPrompts } from './export-command.ts';
import { importPrompts } from './import-command.ts';
import { addKey, listKeys, revokeKey, rotateKey } from './key-commands.ts';
import { addMember, listMembers } from './member-commands.ts';
import { readFromLangfuse } from './read-langfuse-command.ts';
import { serve } from './serve-command.ts';
import { verify } from './verify-command.ts';

/** Every command, by its name of one or two words. */
export const commands: Readonly<Record<string, Command>> = {
  serve,
  'member add': addMember,
  'member list': listMembers,
  'key add': addKey,
  'key list': listKeys,
  'key rotate': rotateKey,
  'key revoke': revokeKey,
  verify,
  export: exportPrompts,
  import: importPrompts,
  'read-langfuse': readFromLangfuse,
  backup: backUp,
};
