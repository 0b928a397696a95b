import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { AppendEvent } from '../events/append-event.ts';
import type { EventFeed } from '../events/event-feed.ts';
import type { RegistryLog } from '../log.ts';
import { createAttemptDelivery } from './attempt-delivery.ts';
import { createDeliveriesService } from './deliveries-service.ts';
import { createDeliveryWorker } from './delivery-worker.ts';
import { createDispatch } from './dispatch-deliveries.ts';
import { createFindReceiver } from './find-receiver.ts';
import { forgetOldDeliveries } from './forget-deliveries.ts';
import { createHostResolver } from './resolve-host.ts';
import { createRetrySchedule, usualRetryDelays } from './retry-schedule.ts';
import { createWebhooksService } from './service.ts';
import { createSettleDeliveries } from './settle-deliveries.ts';
import type { WebhookOptions } from './webhook-options.ts';

const usualTimeout = 15_000;

interface Surroundings {
  readonly database: Database;
  readonly feed: EventFeed;
  readonly appendEvent: AppendEvent;
  readonly clock: Clock;
  readonly log: RegistryLog;
}

/** Constructs and wires everything about webhooks. Nothing is sent before the worker is started. */
export function createWebhooks(
  { database, feed, appendEvent, clock, log }: Surroundings,
  options: WebhookOptions = {},
) {
  const { allowPrivate = false, timeout = usualTimeout } = options;
  const schedule = createRetrySchedule(options.retryDelays ?? usualRetryDelays);
  const findReceiver = createFindReceiver(options.resolveHost ?? createHostResolver(), allowPrivate);
  const settle = createSettleDeliveries(appendEvent, clock, schedule);
  const waits = { lease: 2 * timeout, longestDelay: schedule.longest };
  const worker = createDeliveryWorker(
    feed,
    log,
    createDispatch(database, clock, settle, waits),
    createAttemptDelivery(database, clock, findReceiver, timeout, log),
    waits.lease - timeout,
  );
  let stopForgetting = () => {};
  return {
    webhooks: createWebhooksService(database, appendEvent, clock, findReceiver),
    deliveries: createDeliveriesService(database, clock, worker.wake),
    start: () => {
      worker.start();
      stopForgetting = forgetOldDeliveries(database, clock, log);
    },
    close: async () => {
      stopForgetting();
      await worker.close();
    },
  };
}
