import { IconPlus, IconWebhook } from '@tabler/icons-react';
import { useEffect } from 'react';
import { Loading } from '../../bridge/loading.tsx';
import { CommandButton } from '../../components/command-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Aside, ListRow } from '../../components/list-row.tsx';
import { StateBadge } from '../../components/state-badge.tsx';
import { useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { AddWebhookDialog } from './add-webhook-dialog.tsx';
import { addWebhook } from './commands.ts';
import { summariseEvents } from './event-words.ts';
import { hostOf } from './host-of.ts';
import { WebhookDrawer } from './webhook-drawer.tsx';
import classes from './webhooks.module.css';
import { useWebhooks } from './webhooks-store.ts';

/** The programs that the registry tells of what happens. */
export function WebhooksSection() {
  const connection = useConnections((state) => state.currentId);
  const webhooks = useWebhooks((state) => state.webhooks[connection]);
  const error = useWebhooks((state) => state.errors[connection]);
  const load = () => void useWebhooks.getState().load(connection);
  useEffect(() => void useWebhooks.getState().load(connection), [connection]);
  if (!webhooks) return <Loading label="The webhooks are being loaded" error={error} onRetry={load} />;
  const add = <CommandButton command={addWebhook} leftSection={<IconPlus size={15} aria-hidden />} />;
  return (
    <div className={classes.stack}>
      {webhooks.length === 0 ? (
        <EmptyState
          icon={<IconWebhook size={22} aria-hidden />}
          title="No program is told of what happens"
          action={add}
        >
          A webhook sends a signed message to an address of yours, for example when a version is promoted: to
          empty a cache, or to tell a chat.
        </EmptyState>
      ) : (
        <>
          <div className={classes.line}>
            <p className={classes.text}>
              The registry sends each of these a signed message when something happens.
            </p>
            {add}
          </div>
          <ul aria-label="Webhooks" className={classes.list}>
            {webhooks.map((webhook) => (
              <li key={webhook.id}>
                <ListRow
                  name={
                    <>
                      {hostOf(webhook)}
                      {webhook.description ? <Aside>· {webhook.description}</Aside> : null}
                    </>
                  }
                  detail={summariseEvents(webhook.types)}
                  end={
                    <StateBadge tone={webhook.active ? 'positive' : 'neutral'}>
                      {webhook.active ? 'on' : 'paused'}
                    </StateBadge>
                  }
                  onOpen={() => useNavigation.getState().openDialog('webhook', webhook.id)}
                />
              </li>
            ))}
          </ul>
        </>
      )}
      <AddWebhookDialog connection={connection} />
      <WebhookDrawer connection={connection} webhooks={webhooks} />
    </div>
  );
}
