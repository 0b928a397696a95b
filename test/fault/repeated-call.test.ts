import { expect, it } from 'vitest';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import { startFaultRegistry } from './start-fault-registry.ts';

const times = 100;
const name = 'repeated';

it('makes one version of a call that is sent 100 times, over a kill, and answers all of them alike', async () => {
  const folder = makeTemporaryFolder();
  let registry = await startFaultRegistry(folder.path);
  await registry.admin.call('createPrompt', { body: { name, content: 'one' } });
  const send = async () => {
    const body = { content: 'two', baseVersion: 1 };
    const headers = { 'idempotency-key': 'a-save-that-is-sent-again' };
    const response = await registry.admin.send('POST', `/prompts/${name}/versions`, { body, headers });
    return { status: response.status, body: await response.text() };
  };
  const answers = await Promise.all(Array.from({ length: times / 2 }, send));
  await registry.end('SIGKILL');
  registry = await startFaultRegistry(folder.path);
  for (let index = 0; index < times / 2; index += 1) answers.push(await send());

  expect(answers[0]?.status).toBe(201);
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  expect((await registry.admin.call('getDetails', { params: { name } })).latest).toBe(2);
  const { items } = await registry.admin.call('listEvents', { query: { prompt: name } });
  expect(items.map((event) => event.type)).toEqual(['prompt.created', 'version.created']);
  await registry.end('SIGTERM');
  folder.remove();
}, 60_000);
