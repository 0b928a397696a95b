import { type Command, canRun } from '../../command.ts';
import { activityCommands } from '../activity/commands.ts';
import { auditCommands } from '../audit/commands.ts';
import { compareCommands } from '../compare/commands.ts';
import { connectionCommands } from '../connections/commands.ts';
import { editorCommands } from '../editor/commands.ts';
import { engineerCommands } from '../engineers/commands.ts';
import { exportCommands } from '../export/commands.ts';
import { historyCommands } from '../history/commands.ts';
import { importCommands } from '../import/commands.ts';
import { libraryCommands } from '../library/commands.ts';
import { memberCommands } from '../members/commands.ts';
import { mergeCommands } from '../merge/commands.ts';
import { newsCommands } from '../news/commands.ts';
import { outboxCommands } from '../outbox/commands.ts';
import { policyCommands } from '../policy/commands.ts';
import { promotionCommands } from '../promotion/commands.ts';
import { reviewCommands } from '../reviews/commands.ts';
import { settingsCommands } from '../settings/commands.ts';
import { testInputCommands } from '../test-inputs/commands.ts';
import { tourCommands } from '../tour/commands.ts';
import { webhookCommands } from '../webhooks/commands.ts';
import { shellCommands } from './shell-commands.ts';

/** Everything that the user can do, in the order of the palette. */
export const commands: readonly Command[] = [
  ...libraryCommands,
  ...importCommands,
  ...exportCommands,
  ...editorCommands,
  ...mergeCommands,
  ...outboxCommands,
  ...compareCommands,
  ...historyCommands,
  ...newsCommands,
  ...testInputCommands,
  ...promotionCommands,
  ...reviewCommands,
  ...activityCommands,
  ...policyCommands,
  ...memberCommands,
  ...auditCommands,
  ...webhookCommands,
  ...engineerCommands,
  ...shellCommands,
  ...connectionCommands,
  ...tourCommands,
  ...settingsCommands,
];

/** Runs a command by its id where it is available; ids that are not known are ignored. */
export function runCommand(id: string): void {
  const command = commands.find((candidate) => candidate.id === id);
  if (command && canRun(command)) command.run();
}
