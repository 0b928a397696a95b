import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { Connection } from '#core/contract/workspace-shapes.ts';
import { listWords } from '#core/domain/list-words.ts';
import { nameOfRole } from '#core/domain/roles.ts';
import { describeConnectionFault } from '../../bridge/describe-connection-fault.ts';
import { CommandButton } from '../../components/command-button.tsx';
import { connectionStatusWords } from '../../format/connection-status.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { addRegistry } from './commands.ts';
import { useConnections } from './connections-store.ts';
import classes from './registries-section.module.css';
import { reconnectRegistry, removeRegistry } from './registry-actions.ts';

/** The registries that the app works with: how each is reached, and as whom. */
export function RegistriesSection() {
  const connections = useConnections((state) => state.connections) ?? [];
  return (
    <>
      <ul className={classes.list}>
        {connections.map((connection) => (
          <Registry key={connection.id} connection={connection} />
        ))}
      </ul>
      <div>
        <CommandButton
          command={addRegistry}
          variant="default"
          leftSection={<IconPlus size={15} aria-hidden />}
        />
      </div>
    </>
  );
}

function Registry({ connection }: { readonly connection: Connection }) {
  const { id, name, kind, address, status, fault, member } = connection;
  const words = fault && describeConnectionFault(fault);
  return (
    <li className={classes.registry} aria-label={name}>
      <div className={classes.facts}>
        <p className={classes.name}>
          <span className={classes.dot} data-status={status} aria-hidden />
          {name}
          <span className={classes.status}>{connectionStatusWords[status]}</span>
        </p>
        <p className={classes.fact}>
          {kind === 'sandbox' ? 'On this machine, started with PromptForge' : address}
        </p>
        {member ? (
          <p className={classes.fact}>
            As {member.name}, with the role{' '}
            {listWords(member.roles, (role) => `“${nameOfRole(role)}”`, 'and')}
          </p>
        ) : null}
        {words ? (
          <p className={classes.fault}>
            {words.title}. {words.next}
          </p>
        ) : null}
      </div>
      <div className={classes.actions}>
        {status === 'offline' || status === 'refused' ? (
          <Button
            variant="subtle"
            onClick={() => void reconnectRegistry(id)}
            aria-label={`Connect ${name} again`}
          >
            Connect again
          </Button>
        ) : null}
        {kind === 'remote' ? (
          <>
            <Button
              variant="subtle"
              onClick={() => useNavigation.getState().openDialog('registry', id)}
              aria-label={`Change ${name}`}
            >
              Change
            </Button>
            <Button
              variant="subtle"
              color="red"
              data-flush
              onClick={() => void removeRegistry(connection)}
              aria-label={`Remove ${name}`}
            >
              Remove
            </Button>
          </>
        ) : null}
      </div>
    </li>
  );
}
