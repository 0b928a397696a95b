import { randomUUID } from 'node:crypto';
import type { EventType, Person, RegistryEvent } from '#core/contract/shapes.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Transaction } from '../db/database.ts';
import { findChainEnd, setChainEnd } from './chain-end.ts';
import { insertEvent } from './repository.ts';
import { sealEvent } from './seal-event.ts';

/** What happened, before it has its place in the log. */
interface NewEvent {
  readonly type: EventType;
  readonly actor: Person;
  readonly prompt?: string;
  readonly version?: number;
  readonly data?: Readonly<Record<string, unknown>>;
}

/** Appends an event inside the transaction of the change that it tells of. */
export type AppendEvent = (transaction: Transaction, event: NewEvent) => Promise<RegistryEvent>;

/**
 * Makes the one function that writes to the event log.
 *
 * @param publish hears of an event when it is durable
 */
export function createAppendEvent(
  publish: (event: RegistryEvent) => Promise<void>,
  clock: Clock,
): AppendEvent {
  return async (transaction, { actor, data = {}, ...rest }) => {
    const end = await findChainEnd(transaction.queries);
    const unsealed = {
      ...rest,
      seq: end.seq + 1,
      id: randomUUID(),
      at: readTime(clock),
      actor: { id: actor.id, name: actor.name },
      data,
      previousHash: end.hash,
    };
    const event: RegistryEvent = { ...unsealed, hash: sealEvent(unsealed) };
    await insertEvent(transaction.queries, event);
    await setChainEnd(transaction.queries, event);
    transaction.afterCommit(() => publish(event));
    return event;
  };
}
