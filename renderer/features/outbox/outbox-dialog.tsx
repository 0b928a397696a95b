import { Button } from '@mantine/core';
import { CommandButton } from '../../components/command-button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { sendNow } from './commands.ts';
import classes from './outbox-dialog.module.css';
import { savesIn, useOutbox } from './outbox-store.ts';
import { WaitingSaveRow } from './waiting-save-row.tsx';

/** The saves that wait for the registry on the screen, and what can be done with each. */
export function OutboxDialog() {
  const opened = useNavigation((state) => state.dialog === 'outbox');
  const closeDialog = useNavigation((state) => state.closeDialog);
  return (
    <Dialog title="Waiting to send" size="medium" opened={opened} onClose={closeDialog}>
      <WaitingSaves onClose={closeDialog} />
    </Dialog>
  );
}

function WaitingSaves({ onClose }: { readonly onClose: () => void }) {
  const connection = useConnections(currentConnection);
  const saves = useOutbox((state) => savesIn(state, connection?.id ?? ''));
  if (saves.length === 0) {
    return (
      <EmptyState title="Nothing waits to be sent">Every version that you saved has arrived.</EmptyState>
    );
  }
  const isLast = (prompt: string, id: string) => saves.findLast((save) => save.prompt === prompt)?.id === id;
  return (
    <>
      <p className={classes.introduction}>
        These are safe on this machine. They become versions of {connection?.name ?? 'the registry'}, in this
        order, as soon as it can be reached.
      </p>
      <ul className={classes.list}>
        {saves.map((save) => (
          <WaitingSaveRow key={save.id} save={save} isLast={isLast(save.prompt, save.id)} />
        ))}
      </ul>
      <DialogActions>
        <Button variant="default" onClick={onClose}>
          Close
        </Button>
        <CommandButton command={sendNow} />
      </DialogActions>
    </>
  );
}
