import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Delivery, DeliveryStatus } from '#core/contract/webhook-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { Loading } from '../../bridge/loading.tsx';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { Segmented } from '../../components/segmented.tsx';
import { type BadgeTone, StateBadge } from '../../components/state-badge.tsx';
import { TimeAgo } from '../../components/time-ago.tsx';
import { formatCount } from '../../format/counts.ts';
import { formatClock } from '../../format/dates.ts';
import { useNotices } from '../shell/notices-store.ts';
import { nameOfEvent } from './event-words.ts';
import { useDeliveries } from './use-deliveries.ts';
import classes from './webhooks.module.css';

interface DeliveryListProps {
  readonly connection: string;
  readonly webhook: string;
}

const choices = [
  { value: 'all', label: 'All' },
  { value: 'waiting', label: 'Waiting' },
  { value: 'delivered', label: 'Delivered' },
  { value: 'failed', label: 'Failed' },
] as const;

const tones: Record<DeliveryStatus, BadgeTone> = {
  waiting: 'warning',
  delivered: 'positive',
  failed: 'danger',
};

/** What was sent to a webhook, what waits and what failed. */
export function DeliveryList({ connection, webhook }: DeliveryListProps) {
  const [choice, setChoice] = useState<(typeof choices)[number]['value']>('all');
  const status = choice === 'all' ? undefined : choice;
  const { items, error, hasMore, loadMore, refresh } = useDeliveries(connection, webhook, status);

  const redeliver = async (delivery: Delivery) => {
    try {
      await unwrap(bridge.webhooks.redeliver({ connection, id: webhook, delivery: delivery.id }));
      await refresh();
    } catch (thrown) {
      useNotices.getState().showError(toBridgeError(thrown));
    }
  };

  return (
    <section aria-label="Deliveries" className={classes.stack}>
      <div className={classes.line}>
        <h3>Deliveries</h3>
        <Segmented label="Which deliveries" value={choice} onChange={setChoice} options={choices} />
      </div>
      {!items ? (
        <Loading label="The deliveries are being loaded" error={error} onRetry={() => void refresh()} />
      ) : items.length === 0 ? (
        <p className={classes.text}>
          {status === undefined
            ? 'Nothing was sent yet. The next event that it is told of appears here.'
            : `None is ${status}.`}
        </p>
      ) : (
        <ul className={classes.deliveries}>
          {items.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} onRedeliver={() => void redeliver(delivery)} />
          ))}
        </ul>
      )}
      {hasMore ? (
        <Button variant="subtle" className={`${classes.start}`} onClick={loadMore}>
          Show earlier ones
        </Button>
      ) : null}
    </section>
  );
}

interface DeliveryRowProps {
  readonly delivery: Delivery;
  readonly onRedeliver: () => void;
}

function DeliveryRow({ delivery, onRedeliver }: DeliveryRowProps) {
  const { event, status, attempts, failure, createdAt, nextAttemptAt } = delivery;
  const name = nameOfEvent(event.type);
  const label = status === 'waiting' ? 'Try now' : 'Send again';
  return (
    <li className={classes.delivery}>
      <div className={classes.deliveryText}>
        <p>
          {name} <StateBadge tone={tones[status]}>{status}</StateBadge>
        </p>
        <p className={classes.text}>
          <TimeAgo time={createdAt} /> · {attempts === 0 ? 'not tried yet' : formatCount(attempts, 'attempt')}
          {status === 'waiting' && nextAttemptAt !== null && attempts > 0
            ? ` · next try ${formatClock(nextAttemptAt)}`
            : ''}
        </p>
        {failure !== null && status !== 'delivered' ? <p className={classes.failure}>{failure}</p> : null}
      </div>
      {status === 'waiting' && attempts === 0 ? null : (
        <Button variant="subtle" data-flush aria-label={`${label}: ${name}`} onClick={onRedeliver}>
          {label}
        </Button>
      )}
    </li>
  );
}
