import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import { isActive } from '#core/contract/is-active.ts';
import type { Member, NewKey } from '#core/contract/shapes.ts';
import { Callout } from '../../components/callout.tsx';
import { KeepFocus } from '../../components/keep-focus.tsx';
import { useLastGiven } from '../../components/use-held.ts';
import { useInertBackground } from '../../components/use-inert-background.ts';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { KeyHandover } from './key-handover.tsx';
import { MemberAccess } from './member-access.tsx';
import { MemberDetails } from './member-details.tsx';
import { MemberKeys } from './member-keys.tsx';
import classes from './members.module.css';

interface MemberDrawerProps {
  readonly connection: string;
  readonly members: readonly Member[];
}

/** One member: who it is, what it may do, and its keys. */
export function MemberDrawer({ connection, members }: MemberDrawerProps) {
  const id = useNavigation((state) => (state.dialog === 'member' ? state.dialogSubject : null));
  const closeDialog = useNavigation((state) => state.closeDialog);
  const self = useConnections((state) => currentConnection(state)?.member?.id);
  const isSandbox = useConnections((state) => currentConnection(state)?.kind === 'sandbox');
  const chosen = members.find((member) => member.id === id) ?? null;
  const member = useLastGiven(chosen);
  const [made, setMade] = useState<NewKey | null>(null);
  const opened = chosen !== null;
  // A key is shown once: with the panel it is gone.
  if (!opened && made !== null) setMade(null);
  useInertBackground(opened);
  const administrators = members.filter((other) => isActive(other) && other.roles.includes('admin'));
  return (
    <Drawer
      title={member?.name ?? 'Member'}
      size={620}
      opened={opened}
      onClose={closeDialog}
      closeOnEscape={made === null}
      closeOnClickOutside={made === null}
      overlayProps={{ backgroundOpacity: 0.35 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {member ? (
        <div className={classes.drawer}>
          {made ? (
            <>
              <KeyHandover member={member} made={made} />
              <Button className={`${classes.done}`} onClick={() => setMade(null)}>
                Done
              </Button>
            </>
          ) : (
            <>
              {isActive(member) ? null : (
                <Callout tone="warning" title={`${member.name} is deactivated`}>
                  Every key is refused. What was written, approved and promoted stays under this name.
                </Callout>
              )}
              <MemberDetails
                key={`${member.id} ${member.name} ${member.email} ${member.roles.join()}`}
                connection={connection}
                member={member}
                isSelf={member.id === self}
                isOnlyAdministrator={administrators.length === 1 && administrators[0]?.id === member.id}
              />
              <MemberKeys
                connection={connection}
                member={member}
                whyHeld={whyHeld(member.id === self, isSandbox)}
                onMade={setMade}
              />
              {member.id === self ? null : (
                <MemberAccess key={member.id} connection={connection} member={member} />
              )}
            </>
          )}
        </div>
      ) : null}
      <KeepFocus />
    </Drawer>
  );
}

function whyHeld(isSelf: boolean, isSandbox: boolean): string | null {
  if (!isSelf) return null;
  return isSandbox ? 'PromptForge itself uses this member’s key, so it is left alone here.' : null;
}
