import type { Command } from '../../command.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';

export const openUseInCode: Command = {
  id: 'use-in-code',
  name: 'Use in code',
  group: 'Prompt',
  keywords: ['api', 'curl', 'snippet', 'key'],
  isAvailable: () => currentPlace() !== null,
  run: () => useNavigation.getState().openDialog('use-in-code'),
};

/** What engineers need of the open prompt. */
export const engineerCommands: readonly Command[] = [openUseInCode];
