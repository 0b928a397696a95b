import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import type { Webhook } from '#core/contract/webhook-shapes.ts';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { DialogActions } from '../../components/dialog.tsx';
import { KeepFocus } from '../../components/keep-focus.tsx';
import { useLastGiven } from '../../components/use-held.ts';
import { useInertBackground } from '../../components/use-inert-background.ts';
import { formatDateTime } from '../../format/dates.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { DeliveryList } from './delivery-list.tsx';
import { hostOf } from './host-of.ts';
import { SecretHandover } from './secret-handover.tsx';
import { VerifySignature } from './verify-signature.tsx';
import { WebhookActions } from './webhook-actions.tsx';
import { WebhookForm } from './webhook-form.tsx';
import classes from './webhooks.module.css';
import { useWebhooks, type WebhookWish } from './webhooks-store.ts';

interface WebhookDrawerProps {
  readonly connection: string;
  readonly webhooks: readonly Webhook[];
}

/** One webhook: what was sent, where to, and what may be done with it. */
export function WebhookDrawer({ connection, webhooks }: WebhookDrawerProps) {
  const id = useNavigation((state) => (state.dialog === 'webhook' ? state.dialogSubject : null));
  const closeDialog = useNavigation((state) => state.closeDialog);
  const chosen = webhooks.find((webhook) => webhook.id === id) ?? null;
  const webhook = useLastGiven(chosen);
  const [secret, setSecret] = useState<string | null>(null);
  const opened = chosen !== null;
  // A secret is shown once: with the panel it is gone.
  if (!opened && secret !== null) setSecret(null);
  useInertBackground(opened);
  return (
    <Drawer
      title={webhook ? hostOf(webhook) : 'Webhook'}
      size={620}
      opened={opened}
      onClose={closeDialog}
      closeOnEscape={secret === null}
      closeOnClickOutside={secret === null}
      overlayProps={{ backgroundOpacity: 0.35 }}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {!webhook || !opened ? null : secret !== null ? (
        <div className={classes.drawer}>
          <SecretHandover secret={secret} isRotated />
          <DialogActions>
            <Button onClick={() => setSecret(null)}>Done</Button>
          </DialogActions>
        </div>
      ) : (
        <div className={classes.drawer}>
          {webhook.previousSecretUntil ? (
            <p className={classes.text}>
              Until {formatDateTime(webhook.previousSecretUntil)} messages are signed with the secret before
              as well.
            </p>
          ) : null}
          <WebhookActions connection={connection} webhook={webhook} onSecret={setSecret} />
          <DeliveryList connection={connection} webhook={webhook.id} />
          <section aria-label="Details" className={classes.stack}>
            <h3>Details</h3>
            <WebhookForm
              key={JSON.stringify([webhook.url, webhook.description, webhook.types])}
              before={webhook}
              submitLabel="Save changes"
              savesChanges
              onCancel={() => undefined}
              onSubmit={(wish) => changeWithUndo(connection, webhook, wish)}
            />
          </section>
          <VerifySignature />
        </div>
      )}
      <KeepFocus />
    </Drawer>
  );
}

async function changeWithUndo(connection: string, before: Webhook, wish: WebhookWish): Promise<void> {
  const { change } = useWebhooks.getState();
  await change(connection, before.id, wish);
  const { url, description, types } = before;
  const undo = () =>
    void change(connection, before.id, { url, description, types }).catch((thrown: unknown) =>
      useNotices.getState().showError(toBridgeError(thrown)),
    );
  const title = `The webhook to ${hostOf(wish)} is changed`;
  useNotices.getState().show({ tone: 'success', title, action: { label: 'Undo', run: undo } });
}
