import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sealEvent } from '#main/registry/events/seal-event.ts';
import { findBrokenEvent } from '../support/event-chain.ts';
import { readAllEvents } from '../support/read-all-events.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
beforeEach(async () => {
  registry = await startTestRegistry();
  for (let number = 1; number <= 8; number += 1) {
    await registry.admin.call('createPrompt', { body: { name: `p-${number}`, content: 'x', note: 'n' } });
  }
});
afterEach(() => registry.remove());

const verify = () => registry.admin.call('verifyEvents', {});

/** Does to the store what nobody should be able to do unseen. */
function tamper(...statements: readonly string[]): Promise<void> {
  const { database } = registry.running().services;
  return database.write(async ({ queries }) => {
    for (const statement of statements) await sql.raw(statement).execute(queries);
  });
}

it('finds an untouched log whole, and names its head', async () => {
  const events = await readAllEvents(registry.admin);
  expect(await verify()).toEqual({ valid: true, count: events.length, head: events.at(-1)?.hash });
  await registry.restart();
  await registry.admin.call('createPrompt', { body: { name: 'after', content: 'x' } });
  expect(await verify()).toMatchObject({ valid: true, count: events.length + 1 });
});

describe('a log that was tampered with', () => {
  it.each([
    ['an edited time', 5, [`UPDATE events SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 5`]],
    ['an edited actor', 3, [`UPDATE events SET "actorName" = 'Somebody else' WHERE seq = 3`]],
    ['edited data', 4, [`UPDATE events SET data = replace(data, '"n"', '"m"') WHERE seq = 4`]],
    ['data that is no JSON', 4, [`UPDATE events SET data = '{' WHERE seq = 4`]],
    ['an edited hash', 6, [`UPDATE events SET hash = '${'0'.repeat(64)}' WHERE seq = 6`]],
    ['a deleted row', 7, ['DELETE FROM events WHERE seq = 7']],
    ['the first row deleted', 1, ['DELETE FROM events WHERE seq = 1']],
    ['the last row deleted', 10, ['DELETE FROM events WHERE seq = 10']],
    ['everything deleted', 1, ['DELETE FROM events']],
    [
      'two rows exchanged',
      4,
      [
        'UPDATE events SET seq = 99 WHERE seq = 4',
        'UPDATE events SET seq = 4 WHERE seq = 8',
        'UPDATE events SET seq = 8 WHERE seq = 99',
      ],
    ],
    [
      'a deleted row with the rest moved up',
      4,
      [
        'DELETE FROM events WHERE seq = 4',
        'UPDATE events SET seq = seq + 1000 WHERE seq > 4',
        'UPDATE events SET seq = seq - 1001 WHERE seq > 1000',
      ],
    ],
  ])('is found out: %s', async (_, seq, statements) => {
    await tamper(...statements);
    const verdict = await verify();
    expect(verdict).toMatchObject({ valid: false, seq, count: seq - 1 });
    expect(verdict.reason).toContain(`Event ${seq} `);
  });

  it('is found out where the last row is deleted, and others follow', async () => {
    await tamper('DELETE FROM events WHERE seq = 10');
    await registry.admin.call('createPrompt', { body: { name: 'later', content: 'x' } });
    expect(await verify()).toMatchObject({ valid: false, seq: 10 });
    expect(findBrokenEvent(await readAllEvents(registry.admin))).not.toBeNull();
  });

  it('is found out where an event was edited and sealed anew', async () => {
    const found = (await readAllEvents(registry.admin)).find((event) => event.seq === 5);
    if (!found) throw new Error('There is no fifth event.');
    const { hash: _, ...event } = found;
    const at = '2020-01-01T00:00:00.000Z';
    await tamper(`UPDATE events SET at = '${at}', hash = '${sealEvent({ ...event, at })}' WHERE seq = 5`);
    expect(await verify()).toMatchObject({ valid: false, seq: 6, count: 5 });
  });

  it('is found out where its end was written anew', async () => {
    const [first] = (await readAllEvents(registry.admin)).slice(-1);
    await tamper(
      `UPDATE facts SET value = '{"seq":10,"hash":"${'a'.repeat(64)}"}' WHERE name = 'endOfEvents'`,
    );
    expect(first?.seq).toBe(10);
    expect(await verify()).toMatchObject({ valid: false, seq: 10 });
  });
});
