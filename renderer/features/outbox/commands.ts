import { toBridgeError } from '../../bridge/unwrap.ts';
import type { Command } from '../../command.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { savesIn, useOutbox } from './outbox-store.ts';

const isWaiting = () => savesIn(useOutbox.getState(), useConnections.getState().currentId).length > 0;

const showOutbox: Command = {
  id: 'show-waiting-saves',
  name: 'Show what waits to be sent',
  group: 'Go',
  keywords: ['offline', 'outbox', 'unsent'],
  isAvailable: isWaiting,
  run: () => useNavigation.getState().openDialog('outbox'),
};

export const sendNow: Command = {
  id: 'send-waiting-saves',
  name: 'Send now',
  group: 'File',
  keywords: ['offline', 'outbox', 'retry'],
  isAvailable: isWaiting,
  run() {
    useOutbox
      .getState()
      .send(useConnections.getState().currentId)
      .catch((thrown: unknown) => useNotices.getState().showError(toBridgeError(thrown)));
  },
};

/** What can be done with saves that wait. */
export const outboxCommands: readonly Command[] = [showOutbox, sendNow];
