import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { Problem } from '#core/contract/problem.ts';
import type { EventType, Person } from '#core/contract/shapes.ts';
import type { NewWebhook, Webhook } from '#core/contract/webhook-shapes.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Database } from '../db/database.ts';
import type { AppendEvent } from '../events/append-event.ts';
import { decodeCursor, type Page, toPage } from '../paging.ts';
import { changeWebhook } from './change-webhook.ts';
import type { FindReceiver } from './find-receiver.ts';
import { insertWebhook, listWebhooks, removeWebhook, requireWebhook, updateWebhook } from './repository.ts';
import { addSecret, makeSecret, readSecrets } from './signing-secrets.ts';
import { toWebhook } from './to-webhook.ts';

export interface WantedWebhook {
  readonly url: string;
  readonly types: readonly EventType[];
  readonly description: string;
}

/** What may be changed of a webhook. What is left out stays. */
export interface WebhookChange
  extends Partial<{ [Field in keyof WantedWebhook]: WantedWebhook[Field] | undefined }> {
  readonly active?: boolean | undefined;
}

const position = z.number().int();
/** How long the check of an address may take while somebody waits for it, in milliseconds. */
const checkingTime = 5_000;

/** Who is told of what happens here, and where. The event log names the host alone: a full address may be secret. */
export function createWebhooksService(
  { read, write }: Database,
  appendEvent: AppendEvent,
  clock: Clock,
  findReceiver: FindReceiver,
) {
  const checkAddress = async (text: string) => {
    const url = new URL(text);
    if (url.username !== '' || url.password !== '') {
      throw refuseUrl('Leave the name and password out: they would be shown with the address.');
    }
    const signal = AbortSignal.timeout(checkingTime);
    await findReceiver(url, signal).catch((error: unknown) => {
      if (!signal.aborted) throw error;
      throw new Problem('webhook-address-refused', `The host ${url.hostname} could not be found in time.`);
    });
  };

  return {
    list: async (limit: number, cursor?: string): Promise<Page<Webhook>> => {
      const after = decodeCursor(cursor, position) ?? 0;
      const rows = await listWebhooks(read, after, limit + 1);
      const toItem = (row: (typeof rows)[number]) => toWebhook(row, clock());
      return toPage(rows, limit, toItem, (last) => last.position);
    },

    /** @throws Problem `webhook-not-found` */
    get: async (id: string): Promise<Webhook> => toWebhook(await requireWebhook(read, id), clock()),

    /**
     * Makes a webhook, which is told of what happens from now on.
     *
     * @throws Problem `webhook-address-refused`
     */
    create: async (actor: Person, wanted: WantedWebhook): Promise<NewWebhook> => {
      await checkAddress(wanted.url);
      const { url, description } = wanted;
      const types = [...new Set(wanted.types)];
      const secret = makeSecret();
      return write(async (transaction) => {
        const id = randomUUID();
        const data = { webhook: id, host: new URL(url).host, types, description };
        const { seq } = await appendEvent(transaction, { type: 'webhook.created', actor, data });
        await insertWebhook(transaction.queries, {
          id,
          url,
          types: JSON.stringify(types),
          description,
          active: 1,
          secrets: JSON.stringify([{ secret, until: null }]),
          readUpTo: seq,
          createdAt: readTime(clock),
        });
        return { ...toWebhook(await requireWebhook(transaction.queries, id), clock()), secret };
      });
    },

    /** @throws Problem `webhook-not-found`, `webhook-address-refused` */
    update: async (actor: Person, id: string, wanted: WebhookChange): Promise<Webhook> => {
      await requireWebhook(read, id);
      if (wanted.url !== undefined) await checkAddress(wanted.url);
      return write(async (transaction) => {
        const webhook = await requireWebhook(transaction.queries, id);
        await changeWebhook(transaction, appendEvent, clock, { actor, webhook, wanted });
        return toWebhook(await requireWebhook(transaction.queries, id), clock());
      });
    },

    /** @throws Problem `webhook-not-found` */
    remove: (actor: Person, id: string): Promise<void> =>
      write(async (transaction) => {
        const { url } = await requireWebhook(transaction.queries, id);
        await removeWebhook(transaction.queries, id);
        const data = { webhook: id, host: new URL(url).host };
        await appendEvent(transaction, { type: 'webhook.deleted', actor, data });
      }),

    /**
     * Gives a webhook a new secret. For a day the one before signs as well.
     *
     * @throws Problem `webhook-not-found`
     */
    rotateSecret: (actor: Person, id: string): Promise<NewWebhook> =>
      write(async (transaction) => {
        const { queries } = transaction;
        const { url, secrets } = await requireWebhook(queries, id);
        const secret = makeSecret();
        const after = addSecret(readSecrets(secrets), secret, clock());
        await updateWebhook(queries, id, { secrets: JSON.stringify(after) });
        const data = { webhook: id, host: new URL(url).host };
        await appendEvent(transaction, { type: 'webhook.secret-rotated', actor, data });
        return { ...toWebhook(await requireWebhook(queries, id), clock()), secret };
      }),
  };
}

export type WebhooksService = ReturnType<typeof createWebhooksService>;

function refuseUrl(message: string): Problem {
  return new Problem('invalid-request', message, { errors: [{ field: 'url', message }] });
}
