import type { Command } from '../../command.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { currentConnection } from './connections-store.ts';
import { reconnectRegistry, removeRegistry } from './registry-actions.ts';

const isRemote = () => currentConnection()?.kind === 'remote';

export const addRegistry: Command = {
  id: 'add-registry',
  name: 'Add a registry…',
  group: 'File',
  keywords: ['connect', 'server', 'team', 'connection', 'address', 'key'],
  run: () => useNavigation.getState().openDialog('registry'),
};

const changeRegistry: Command = {
  id: 'change-registry',
  name: 'Change this registry…',
  group: 'File',
  keywords: ['edit', 'connection', 'address', 'key', 'rename'],
  isAvailable: isRemote,
  run: () => useNavigation.getState().openDialog('registry', currentConnection()?.id),
};

const removeThisRegistry: Command = {
  id: 'remove-registry',
  name: 'Remove this registry',
  group: 'File',
  keywords: ['disconnect', 'forget', 'connection'],
  isAvailable: isRemote,
  run() {
    const connection = currentConnection();
    if (connection) void removeRegistry(connection);
  },
};

export const reconnect: Command = {
  id: 'reconnect-registry',
  name: 'Connect again',
  group: 'File',
  keywords: ['retry', 'offline', 'online', 'network'],
  isAvailable: () => ['offline', 'refused'].includes(currentConnection()?.status ?? ''),
  run() {
    const connection = currentConnection();
    if (connection) void reconnectRegistry(connection.id);
  },
};

export const restartSandbox: Command = {
  id: 'restart-sandbox',
  name: 'Start the sandbox again',
  group: 'File',
  keywords: ['retry', 'stopped', 'restart'],
  isAvailable: () => currentConnection()?.status === 'stopped',
  run() {
    const connection = currentConnection();
    if (connection) void reconnectRegistry(connection.id);
  },
};

/** Which registries there are. */
export const connectionCommands: readonly Command[] = [
  addRegistry,
  changeRegistry,
  removeThisRegistry,
  reconnect,
  restartSandbox,
];
