import { Button } from '@mantine/core';
import { useState } from 'react';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { useNavigation } from '../shell/navigation-store.ts';
import { usualEvents } from './event-words.ts';
import { SecretHandover } from './secret-handover.tsx';
import { WebhookForm } from './webhook-form.tsx';
import { useWebhooks } from './webhooks-store.ts';

/** Adds a webhook, and shows its secret once. */
export function AddWebhookDialog({ connection }: { readonly connection: string }) {
  const opened = useNavigation((state) => state.dialog === 'add-webhook');
  const closeDialog = useNavigation((state) => state.closeDialog);
  const [secret, setSecret] = useState<string | null>(null);
  // A secret is shown once: with the dialog it is gone.
  if (!opened && secret !== null) setSecret(null);
  return (
    <Dialog
      title={secret === null ? 'Add webhook' : 'The webhook is added'}
      size="wide"
      opened={opened}
      onClose={closeDialog}
      closesByItself={secret === null}
    >
      {secret === null ? (
        <WebhookForm
          before={{ url: '', description: '', types: [...usualEvents] }}
          submitLabel="Add webhook"
          onCancel={closeDialog}
          onSubmit={async (wish) => setSecret((await useWebhooks.getState().add(connection, wish)).secret)}
        />
      ) : (
        <>
          <SecretHandover secret={secret} isRotated={false} />
          <DialogActions>
            <Button onClick={closeDialog}>Done</Button>
          </DialogActions>
        </>
      )}
    </Dialog>
  );
}
