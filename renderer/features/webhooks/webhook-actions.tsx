import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Webhook } from '#core/contract/webhook-shapes.ts';
import { ErrorBanner } from '../../bridge/error-banner.tsx';
import { toBridgeError } from '../../bridge/unwrap.ts';
import { useCall } from '../../bridge/use-call.ts';
import { Callout } from '../../components/callout.tsx';
import { DialogActions } from '../../components/dialog.tsx';
import { useNotices } from '../shell/notices-store.ts';
import { hostOf } from './host-of.ts';
import classes from './webhooks.module.css';
import { useWebhooks } from './webhooks-store.ts';

interface WebhookActionsProps {
  readonly connection: string;
  readonly webhook: Webhook;
  readonly onSecret: (secret: string) => void;
}

/** Pause and go on, a new secret, and remove. */
export function WebhookActions({ connection, webhook, onSecret }: WebhookActionsProps) {
  const [isRemoving, setRemoving] = useState(false);
  const { isRunning, error, run } = useCall();
  const { change, rotateSecret, remove } = useWebhooks.getState();
  const { id, active } = webhook;
  const host = hostOf(webhook);

  const setActive = (isActive: boolean) =>
    void run(
      () => change(connection, id, { active: isActive }),
      () => {
        const undo = () =>
          void change(connection, id, { active: !isActive }).catch((thrown: unknown) =>
            useNotices.getState().showError(toBridgeError(thrown)),
          );
        useNotices.getState().show({
          tone: 'neutral',
          title: isActive ? `The webhook to ${host} goes on` : `The webhook to ${host} is paused`,
          message: isActive ? 'It is told of what happens from now on.' : 'It is told of nothing meanwhile.',
          action: { label: 'Undo', run: undo },
        });
      },
    );

  return (
    <section aria-label="Actions" className={classes.stack}>
      <div className={classes.actions}>
        <Button variant="default" disabled={isRunning} onClick={() => setActive(!active)}>
          {active ? 'Pause' : 'Go on'}
        </Button>
        <Button
          variant="default"
          disabled={isRunning}
          onClick={() =>
            void run(
              () => rotateSecret(connection, id),
              (made) => onSecret(made.secret),
            )
          }
        >
          New secret
        </Button>
        <Button variant="subtle" disabled={isRunning} onClick={() => setRemoving(true)}>
          Remove
        </Button>
      </div>
      {isRemoving ? (
        <form
          aria-label="Remove the webhook"
          className={classes.stack}
          onSubmit={(event) => {
            event.preventDefault();
            void run(
              () => remove(connection, id),
              () =>
                useNotices.getState().show({ tone: 'success', title: `The webhook to ${host} is removed` }),
            );
          }}
        >
          <Callout tone="warning" title={`${host} is told of nothing any more`}>
            Its secret and the list of its deliveries go with it, and cannot be brought back. Pause it to keep
            them.
          </Callout>
          <DialogActions>
            <Button variant="default" onClick={() => setRemoving(false)}>
              Cancel
            </Button>
            <Button type="submit" loading={isRunning}>
              Remove webhook
            </Button>
          </DialogActions>
        </form>
      ) : null}
      <ErrorBanner error={error} />
    </section>
  );
}
