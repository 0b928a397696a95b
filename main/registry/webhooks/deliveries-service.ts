import { z } from 'zod';
import { Problem } from '#core/contract/problem.ts';
import type { EventType } from '#core/contract/shapes.ts';
import type { Delivery, DeliveryStatus } from '#core/contract/webhook-shapes.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { decodeCursor, type Page, toPage } from '../paging.ts';
import { type DeliveryRow, findDelivery, listDeliveries, updateDelivery } from './deliveries-repository.ts';
import { requireWebhook } from './repository.ts';

const eventSeq = z.number().int();

interface WantedDeliveries {
  readonly status?: DeliveryStatus | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/**
 * Shows what was delivered, and delivers again.
 *
 * @param wake tells that there is something to deliver
 */
export function createDeliveriesService({ read, write }: Database, clock: Clock, wake: () => void) {
  return {
    /** @throws Problem `webhook-not-found` */
    list: async (webhookId: string, { status, limit, cursor }: WantedDeliveries): Promise<Page<Delivery>> => {
      await requireWebhook(read, webhookId);
      const before = decodeCursor(cursor, eventSeq);
      const rows = await listDeliveries(read, { webhookId, status, before, limit: limit + 1 });
      return toPage(rows, limit, toDelivery, (last) => last.eventSeq);
    },

    /**
     * Makes a delivery's next attempt now, whatever becomes of one under way; if it fails, the retries begin
     * anew. It does so for a webhook that is switched off as well: somebody asked for it.
     *
     * @throws Problem `webhook-not-found`, `delivery-not-found`
     */
    redeliver: (webhookId: string, id: string): Promise<Delivery> =>
      write(async ({ queries, afterCommit }) => {
        await requireWebhook(queries, webhookId);
        await requireDelivery(queries, webhookId, id);
        await updateDelivery(queries, id, {
          status: 'waiting',
          attempts: 0,
          nextAttemptAt: readTime(clock),
          leasedBy: null,
          leasedUntil: null,
        });
        afterCommit(wake);
        return toDelivery(await requireDelivery(queries, webhookId, id));
      }),
  };
}

export type DeliveriesService = ReturnType<typeof createDeliveriesService>;

async function requireDelivery(queries: Database['read'], webhookId: string, id: string) {
  const row = await findDelivery(queries, webhookId, id);
  if (!row) throw new Problem('delivery-not-found', 'This webhook has no delivery with this id.');
  return row;
}

function toDelivery(row: DeliveryRow): Delivery {
  const { id, status, attempts, responseStatus, failure, createdAt, lastAttemptAt, nextAttemptAt } = row;
  const event = { seq: row.eventSeq, id: row.eventId, type: row.eventType as EventType };
  return { id, event, status, attempts, responseStatus, failure, createdAt, lastAttemptAt, nextAttemptAt };
}
