import type { RegistryEvent } from '#core/contract/shapes.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { listEvents } from '../events/repository.ts';
import { describeError, type RegistryLog } from '../log.ts';
import { describeAnswer } from './describe-answer.ts';
import { describeFailure } from './describe-failure.ts';
import type { FindReceiver } from './find-receiver.ts';
import type { LeasedDelivery } from './lease-deliveries.ts';
import { postMessage } from './post-message.ts';
import { findWebhook } from './repository.ts';
import { readRetryAfter } from './retry-schedule.ts';
import { listValidSecrets, readSecrets, signMessage } from './signing-secrets.ts';

/** How an attempt ended. */
export type Outcome =
  | { readonly kind: 'delivered'; readonly responseStatus: number }
  | {
      readonly kind: 'failed';
      /** Where it was sent to; `null` where it was not. */
      readonly url: string | null;
      /** What the receiver answered; `null` where it did not. */
      readonly responseStatus: number | null;
      readonly failure: string;
      /** How long the receiver wants to be left alone, in milliseconds. */
      readonly retryAfter: number;
    }
  /** Nothing was found out: this process ends, or the webhook is gone. */
  | { readonly kind: 'interrupted' };

/** Makes one attempt at a delivery. It never rejects. */
export type AttemptDelivery = (delivery: LeasedDelivery, ending: AbortSignal) => Promise<Outcome>;

/**
 * Makes the function that sends an event to its webhook, by Standard Webhooks 1.0.0.
 *
 * @param timeout how long an attempt may take in all, in milliseconds
 */
export function createAttemptDelivery(
  { read }: Pick<Database, 'read'>,
  clock: Clock,
  findReceiver: FindReceiver,
  timeout: number,
  log: RegistryLog,
): AttemptDelivery {
  const attempt: AttemptDelivery = async ({ webhookId, eventSeq }, ending) => {
    const webhook = await findWebhook(read, webhookId);
    const [event] = await listEvents(read, { after: eventSeq - 1, from: null, order: 'oldest', limit: 1 });
    if (!webhook || !event) return { kind: 'interrupted' };

    const url = new URL(webhook.url);
    const body = describeEvent(event);
    const now = clock();
    const timestamp = Math.floor(now.getTime() / 1_000);
    const secrets = listValidSecrets(readSecrets(webhook.secrets), now);
    const headers = {
      'content-type': 'application/json',
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'PromptForge-Webhooks/1',
      'webhook-id': event.id,
      'webhook-timestamp': String(timestamp),
      'webhook-signature': signMessage(secrets, event.id, timestamp, body),
    };
    const tooLong = AbortSignal.timeout(timeout);
    const signal = AbortSignal.any([tooLong, ending]);
    try {
      const addresses = await findReceiver(url, signal);
      const { status, retryAfter } = await postMessage(url, addresses, headers, body, signal);
      if (status >= 200 && status < 300) return { kind: 'delivered', responseStatus: status };
      const failure = describeAnswer(status);
      const wait = readRetryAfter(retryAfter, now);
      return { kind: 'failed', url: webhook.url, responseStatus: status, failure, retryAfter: wait };
    } catch (error) {
      if (ending.aborted) return { kind: 'interrupted' };
      const failure = tooLong.aborted
        ? `The receiver did not answer within ${timeout / 1_000} s.`
        : describeFailure(error);
      return { kind: 'failed', url: webhook.url, responseStatus: null, failure, retryAfter: 0 };
    }
  };

  return (delivery, ending) =>
    attempt(delivery, ending).catch((error: unknown) => {
      log.error('A delivery could not be attempted.', describeError(error));
      const failure = 'Something went wrong inside the registry.';
      return { kind: 'failed', url: null, responseStatus: null, failure, retryAfter: 0 };
    });
}

/** The body of a delivery. It is the same in every attempt. */
function describeEvent({ hash: _, previousHash: __, ...event }: RegistryEvent): string {
  return JSON.stringify({ type: event.type, timestamp: event.at, data: event });
}
