import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEventStream } from '../support/event-reader.ts';
import { readAllEvents } from '../support/read-all-events.ts';
import { readProblem } from '../support/registry-caller.ts';
import { startTestRegistry, type TestRegistry } from '../support/start-test-registry.ts';

let registry: TestRegistry;
let number = 0;
beforeAll(async () => {
  registry = await startTestRegistry();
});
afterAll(() => registry.remove());

const createPrompt = () => {
  number += 1;
  return registry.admin.call('createPrompt', { body: { name: `p-${number}`, content: 'x' } });
};
const headSeq = async () =>
  (await registry.admin.call('listEvents', { query: { order: 'newest', limit: 1 } })).items[0]?.seq ?? 0;

it('tells of what happens from now on', async () => {
  await createPrompt();
  const stream = await openEventStream(registry.admin);
  expect(stream.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const { prompt } = await createPrompt();
  expect((await stream.take(1)).map((event) => [event.type, event.prompt])).toEqual([
    ['prompt.created', prompt],
  ]);
  stream.close();
});

it('says something at once, so that a reader knows that it listens', async () => {
  const stop = new AbortController();
  const response = await registry.admin.send('GET', '/events/stream', { signal: stop.signal });
  const first = await response.body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).toMatch(/^: .+\n\n$/);
  stop.abort();
});

it('resumes without loss and without doubles while writers are busy', async () => {
  const from = await headSeq();
  const total = 120;
  const writing = (async () => {
    for (let done = 0; done < total; done += 8) await Promise.all(Array.from({ length: 8 }, createPrompt));
  })();
  const seen: number[] = [];
  while (seen.length < total) {
    const stream = await openEventStream(registry.admin, seen.at(-1) ?? from);
    const count = Math.min(17, total - seen.length);
    seen.push(...(await stream.take(count)).map((event) => event.seq));
    stream.close();
  }
  await writing;
  expect(seen).toEqual(Array.from({ length: total }, (_, index) => from + 1 + index));
});

it('begins with the first event after number 0, and is the log itself', async () => {
  const stream = await openEventStream(registry.admin, 0);
  const log = await readAllEvents(registry.admin);
  expect(await stream.take(log.length)).toEqual(log);
  stream.close();
});

it('refuses to resume after an event that never was', async () => {
  for (const id of ['999999', 'abc', '-1', '1.5']) {
    const response = await registry.admin.send('GET', '/events/stream', { headers: { 'last-event-id': id } });
    expect(await readProblem(response)).toMatchObject({ code: 'invalid-request' });
  }
});

it('ends when its key is revoked, and not when another is', async () => {
  const [viewer, other] = [await registry.join('viewer'), await registry.join('viewer')];
  const stream = await openEventStream(viewer);
  await registry.admin.call('revokeKey', { params: { id: other.keyId } });
  expect(await stream.take(1)).toMatchObject([{ type: 'key.revoked' }]);
  await registry.admin.call('revokeKey', { params: { id: viewer.keyId } });
  expect(await stream.hasEnded()).toBe(true);
});

it('ends when its member may not read any more, and not when another role goes', async () => {
  const viewer = await registry.join('viewer', 'promoter');
  const stream = await openEventStream(viewer);
  const params = { id: viewer.id };
  await registry.admin.call('updateMember', { params, body: { roles: ['viewer'] } });
  expect(await stream.take(1)).toMatchObject([{ type: 'member.updated' }]);
  await registry.admin.call('updateMember', { params, body: { roles: ['app'] } });
  expect(await stream.hasEnded()).toBe(true);
});

it('ends when the registry does, and goes on after its restart', async () => {
  const stream = await openEventStream(registry.admin);
  const head = await headSeq();
  await registry.restart();
  expect(await stream.hasEnded()).toBe(true);
  const resumed = await openEventStream(registry.admin, head);
  await createPrompt();
  expect((await resumed.take(1))[0]?.seq).toBe(head + 1);
  resumed.close();
});
