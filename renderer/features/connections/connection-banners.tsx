import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ConnectionFault } from '#core/contract/connection-shapes.ts';
import { describeConnectionFault } from '../../bridge/describe-connection-fault.ts';
import { Banner } from '../../components/banner.tsx';
import { CommandButton } from '../../components/command-button.tsx';
import { useNavigation } from '../shell/navigation-store.ts';
import { useLink } from './app-link-store.ts';
import { reconnect, restartSandbox } from './commands.ts';
import { currentConnection, useConnections } from './connections-store.ts';

const patience = 15_000;
const keyRefused: ConnectionFault = { kind: 'key-refused', subject: null };

/** Says where the app or the registry cannot be reached, and that nothing typed is lost. */
export function ConnectionBanners() {
  const link = useLink();
  const connection = useConnections(currentConnection);
  const isSlow = useSlowStart(connection?.status === 'connecting');
  if (link.status === 'reconnecting' && link.wasOpen) {
    return (
      <Banner tone="warning" title="PromptForge does not answer.">
        What you type stays in this window and is kept as soon as it answers. Check that PromptForge still
        runs.
      </Banner>
    );
  }
  if (connection?.status === 'refused') {
    const { title, next } = describeConnectionFault(connection.fault ?? keyRefused);
    const change = () => useNavigation.getState().openDialog('registry', connection.id);
    return (
      <Banner
        tone="danger"
        title={`${title}.`}
        actions={
          connection.kind === 'remote' ? (
            <Button variant="default" onClick={change}>
              Change the key
            </Button>
          ) : undefined
        }
      >
        What you type is kept on this machine. {next}
      </Banner>
    );
  }
  if (connection?.status === 'stopped') {
    return (
      <Banner
        tone="danger"
        title="The sandbox registry has stopped."
        actions={<CommandButton command={restartSandbox} variant="default" />}
      >
        It could not be started by itself. What you typed is kept on this machine. Check that there is room on
        the disk, then start it again.
      </Banner>
    );
  }
  if (connection?.status === 'offline') {
    return connection.kind === 'sandbox' ? (
      <Banner tone="warning" title="Offline: what you type is kept on this machine.">
        The sandbox registry has stopped. It is being started again.
      </Banner>
    ) : (
      <Banner
        tone="warning"
        title="Offline: what you type is kept on this machine."
        actions={<CommandButton command={reconnect} variant="default" />}
      >
        {connection.fault
          ? `${describeConnectionFault(connection.fault).title}. ${describeConnectionFault(connection.fault).next}`
          : 'PromptForge keeps trying to reach the registry.'}
      </Banner>
    );
  }
  if (isSlow) {
    return (
      <Banner tone="neutral" title="The registry takes longer than usual to start.">
        If it does not appear within a minute, restart PromptForge. Your prompts and drafts are safe.
      </Banner>
    );
  }
  return null;
}

function useSlowStart(isConnecting: boolean): boolean {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!isConnecting) return;
    const timer = setTimeout(() => setSlow(true), patience);
    return () => clearTimeout(timer);
  }, [isConnecting]);
  return isSlow;
}
