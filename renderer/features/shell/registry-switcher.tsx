import { Menu } from '@mantine/core';
import { IconCheck, IconPlus, IconSelector, IconSettings } from '@tabler/icons-react';
import type { Connection } from '#core/contract/workspace-shapes.ts';
import { CommandMenuItem } from '../../components/command-menu-item.tsx';
import { settingsAddress } from '../../format/address.ts';
import { connectionStatusWords } from '../../format/connection-status.ts';
import { addRegistry } from '../connections/commands.ts';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import classes from './registry-switcher.module.css';
import { showRegistry } from './shown-registry-store.ts';

/** Shows which registry is on the screen, and switches to another. */
export function RegistrySwitcher() {
  const connections = useConnections((state) => state.connections) ?? [];
  const current = useConnections(currentConnection);
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
            onClick={() => showRegistry(connection.id)}
          >
            {nameOf(connection)}
            <span className={classes.detail}>
              {connectionStatusWords[connection.status]}
              {connection.member ? ` · as ${connection.member.name}` : ''}
            </span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <CommandMenuItem command={addRegistry} icon={<IconPlus size={15} aria-hidden />} />
        <Menu.Item
          component="a"
          href={settingsAddress('registries')}
          leftSection={<IconSettings size={15} aria-hidden />}
        >
          Manage registries
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

function nameOf(connection: Connection): string {
  return connection.kind === 'sandbox' ? `${connection.name} · on this machine` : connection.name;
}
