import { Menu } from '@mantine/core';
import { IconCheck, IconSelector } from '@tabler/icons-react';
import type { Connection } from '#core/contract/workspace-shapes.ts';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import classes from './registry-switcher.module.css';

const statusWords: Record<Connection['status'], string> = {
  connecting: 'starting',
  online: 'online',
  offline: 'offline',
  refused: 'key refused',
  stopped: 'stopped',
};

/** Shows which registry is on the screen, and switches to another. */
export function RegistrySwitcher() {
  const connections = useConnections((state) => state.connections) ?? [];
  const current = useConnections(currentConnection);
  const choose = useConnections((state) => state.choose);
  return (
    <Menu position="bottom-start" width={256} offset={4}>
      <Menu.Target>
        <button
          type="button"
          className={classes.button}
          aria-label={`Registry: ${current ? nameOf(current) : 'being loaded'}`}
        >
          <span className={classes.dot} data-status={current?.status ?? 'connecting'} />
          <span className={classes.name}>{current ? nameOf(current) : 'Connecting…'}</span>
          <IconSelector size={15} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Registries</Menu.Label>
        {connections.map((connection) => (
          <Menu.Item
            key={connection.id}
            leftSection={<span className={classes.dot} data-status={connection.status} />}
            rightSection={connection.id === current?.id ? <IconCheck size={15} aria-hidden /> : null}
            onClick={() => choose(connection.id)}
          >
            {nameOf(connection)}
            <span className={classes.detail}>
              {statusWords[connection.status]}
              {connection.member ? ` · as ${connection.member.name}` : ''}
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function nameOf(connection: Connection): string {
  return connection.kind === 'sandbox' ? `${connection.name} · on this machine` : connection.name;
}
