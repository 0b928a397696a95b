import { afterEach, beforeEach, expect, it } from 'vitest';
import { systemClock } from '#main/registry/clock.ts';
import type { Database } from '#main/registry/db/database.ts';
import { openStore } from '#main/registry/db/open-store.ts';
import { createAppendEvent } from '#main/registry/events/append-event.ts';
import { createEventFeed } from '#main/registry/events/event-feed.ts';
import { createEventSequence } from '#main/registry/events/event-sequence.ts';
import { makeTestStore, type TestStore } from '../support/test-store.ts';

let test: TestStore;
let database: Database;
beforeEach(async () => {
  test = await makeTestStore();
  database = await openStore(test.store, { info: () => {}, error: () => {} });
});
afterEach(async () => {
  await database.close();
  await test.remove();
});

const actor = { id: 'a', name: 'Ada' };
const elsewhere = createAppendEvent(async () => {}, systemClock);
const append = (count: number) =>
  Promise.all(
    Array.from({ length: count }, () =>
      database.write((transaction) => elsewhere(transaction, { type: 'prompt.created', actor })),
    ),
  );

function listen(read = database.read) {
  const feed = createEventFeed();
  const heard: number[] = [];
  feed.subscribe((event) => heard.push(event.seq));
  return { heard, sequence: createEventSequence(feed, read) };
}

it('begins after everything that was there', async () => {
  await append(3);
  const { heard, sequence } = listen();
  await sequence.catchUp(database.read);
  expect(heard).toEqual([]);
  await append(450);
  await sequence.catchUp(database.read);
  expect(heard).toEqual(Array.from({ length: 450 }, (_, index) => index + 4));
});

it('puts events of others before its own, and tells each once', async () => {
  const { heard, sequence } = listen();
  await sequence.catchUp(database.read);
  const events = await append(5);
  await Promise.all(events.slice(2).map((event) => sequence.publish(event)));
  await sequence.catchUp(database.read);
  for (const event of events) await sequence.publish(event);
  expect(heard).toEqual([1, 2, 3, 4, 5]);
});

it('says that it is behind where it could not read what came before, and makes up for it', async () => {
  const { read, write } = database;
  const { heard, sequence } = listen();
  await sequence.catchUp(read);
  const [, second] = await append(2);
  await write(({ queries }) => queries.schema.alterTable('events').renameTo('away').execute());
  if (second) await sequence.publish(second);
  expect([heard, sequence.isBehind()]).toEqual([[], true]);
  await write(({ queries }) => queries.schema.alterTable('away').renameTo('events').execute());
  await sequence.catchUp(read);
  expect([heard, sequence.isBehind()]).toEqual([[1, 2], false]);
});
