import type { Command } from '../../command.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';

export const changePromptPolicy: Command = {
  id: 'change-prompt-policy',
  name: 'Change the policy of this prompt',
  group: 'Prompt',
  keywords: ['rules', 'approvals', 'reviewers'],
  needs: 'admin',
  isAvailable: () => currentPlace() !== null,
  run: () => useNavigation.getState().openDialog('prompt-policy'),
};

/** What has to be there before `stable` may move. The registry's policy is a section of Settings. */
export const policyCommands: readonly Command[] = [changePromptPolicy];
