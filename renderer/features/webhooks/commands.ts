import type { Command } from '../../command.ts';
import { useNavigation } from '../shell/navigation-store.ts';

export const addWebhook: Command = {
  id: 'add-webhook',
  name: 'Add webhook',
  group: 'Go',
  keywords: ['notify', 'receiver', 'chat', 'integration'],
  needs: 'admin',
  run() {
    useNavigation.getState().openSettings('webhooks');
    useNavigation.getState().openDialog('add-webhook');
  },
};

/** Who is told of what happens. The list is a section of Settings. */
export const webhookCommands: readonly Command[] = [addWebhook];
