import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { ModelRun } from '#core/contract/model-shapes.ts';
import { createModelRuns, type ModelRuns } from '#main/workspace/model/model-runs.ts';
import { createModelService, type ModelService } from '#main/workspace/model/model-service.ts';
import { createSettingsService, type SettingsService } from '#main/workspace/settings-service.ts';
import { type ModelServer, modelKey, startModelServer } from '#test/support/model-server.ts';
import { makeTemporaryFolder } from '#test/support/temporary-folder.ts';

const place = { connection: 'sandbox', prompt: 'support/agent' };
let folder: ReturnType<typeof makeTemporaryFolder>;
let server: ModelServer;
let settings: SettingsService;
let model: ModelService;
let runs: ModelRuns;
let events: BridgeEvent[];
let secrets: Map<string, string>;

const question = (input: string, text = `Say ${input}`) =>
  ({ input, title: input.toUpperCase(), side: 'candidate', text }) as const;
const begin = (...questions: ReturnType<typeof question>[]) =>
  runs.begin(place, { candidate: 'v8', baseline: null, questions });
const current = async () => (await runs.list(place))[0] as ModelRun;
const choose = (name: string, part = {}) =>
  settings.update({
    model: {
      address: server.address,
      name,
      sendAs: 'user',
      message: '',
      inputPrice: null,
      outputPrice: null,
      currency: 'EUR',
      ...part,
    },
  });
const open = () =>
  createModelRuns(
    folder.path,
    model,
    settings,
    (event) => events.push(structuredClone(event)),
    () => undefined,
  );

beforeEach(async () => {
  folder = makeTemporaryFolder();
  server = await startModelServer();
  const kept: Record<string, unknown> = {};
  settings = createSettingsService(
    { store: kept, set: (values: object) => void Object.assign(kept, values) },
    () => undefined,
  );
  secrets = new Map();
  model = createModelService(settings, {
    get: async (name) => secrets.get(name) ?? null,
    set: async (name, secret) => void secrets.set(name, secret),
    remove: async (name) => void secrets.delete(name),
  });
  await model.setKey(modelKey);
  events = [];
  runs = open();
});
afterEach(async () => {
  await runs.close();
  await server.close();
  folder.remove();
});

describe('a run', () => {
  it('asks a few at a time, tells how it goes on, and is kept', async () => {
    choose('slow');
    const run = await begin(...Array.from({ length: 8 }, (_, index) => question(`i${index}`)));
    expect(run.answers.map(({ state }) => state).slice(3)).toEqual(Array(5).fill('waiting'));
    await expect.poll(async () => (await current()).state).toBe('finished');
    expect(server.mostAtOnce()).toBe(3);
    const { answers } = await current();
    expect(answers.map(({ text }) => text)).toEqual(answers.map((_, index) => `You said: Say i${index}`));
    expect(answers[0]).toMatchObject({ state: 'done', tokens: { input: 100, output: 4 }, title: 'I0' });
    const grown = events.filter(({ name }) => name === 'modelAnswerGrew');
    expect(grown.length).toBeGreaterThan(8);
    // What was told piece by piece is what arrived.
    const texts = answers.map(() => '');
    for (const event of events) {
      if (event.name === 'modelRunChanged')
        event.payload.run.answers.forEach(({ text }, i) => {
          texts[i] = text;
        });
      if (event.name !== 'modelAnswerGrew') continue;
      const { index, from, text } = event.payload;
      texts[index] = `${texts[index]?.slice(0, from)}${text}`;
    }
    expect(texts).toEqual(answers.map(({ text }) => text));
    expect(await open().list(place)).toEqual([await current()]);
  });

  it('keeps neither the key nor what was sent in a file', async () => {
    choose('any');
    await begin(question('a', 'The secret recipe'));
    await expect.poll(async () => (await current()).state).toBe('finished');
    expect(server.requests[0]?.authorization).toBe(`Bearer ${modelKey}`);
    const files = readdirSync(folder.path, { recursive: true, withFileTypes: true }).filter((e) =>
      e.isFile(),
    );
    for (const { parentPath, name } of files) {
      expect(readFileSync(join(parentPath, name), 'utf8')).not.toContain(modelKey);
    }
    expect(JSON.stringify(settings.get())).not.toContain(modelKey);
  });

  it('ends where it is cancelled; what had arrived stays', async () => {
    choose('slow');
    const { id } = await begin(
      ...['a', 'b', 'c', 'd', 'e'].map((name) => question(name, 'word '.repeat(200))),
    );
    await expect.poll(() => events.some(({ name }) => name === 'modelAnswerGrew')).toBe(true);
    runs.cancel(id);
    await expect.poll(async () => (await current()).state).toBe('cancelled');
    const { answers } = await current();
    expect(new Set(answers.map(({ state }) => state))).toEqual(new Set(['cancelled']));
    expect(answers[0]?.text).toMatch(/^You said: /);
    expect(server.requests.length).toBe(3);
  });

  it('says of each answer what was wrong, and goes on with the others', async () => {
    choose('failing');
    await begin(question('a'), question('b'));
    await expect.poll(async () => (await current()).state).toBe('finished');
    expect((await current()).answers.map(({ fault }) => fault)).toEqual(
      Array(2).fill({ kind: 'failed', detail: 'The engine is on fire.' }),
    );
  });

  it('that was broken off with the app says so', async () => {
    choose('never-begins');
    await begin(question('a'), question('b'));
    const again = open();
    expect((await again.list(place))[0]).toMatchObject({
      state: 'interrupted',
      answers: [{ state: 'cancelled' }, { state: 'cancelled' }],
    });
  });

  it('needs a model; the oldest runs make room', async () => {
    await expect(begin(question('a'))).rejects.toThrow('not-set-up');
    expect(server.requests).toHaveLength(0);
    choose('any');
    for (let count = 0; count < 23; count += 1) {
      await begin(question('a'));
      await expect.poll(async () => (await current()).state).toBe('finished');
    }
    expect(await runs.list(place)).toHaveLength(20);
  });
});

it('instructions are sent as such, with what the user says to them', async () => {
  choose('any', { sendAs: 'system', message: 'Where is my parcel?' });
  await begin(question('a', 'Answer politely.'));
  await expect.poll(async () => (await current()).state).toBe('finished');
  expect(server.requests[0]?.body.messages).toEqual([
    { role: 'system', content: 'Answer politely.' },
    { role: 'user', content: 'Where is my parcel?' },
  ]);
});

it('trying the settings out says what is wrong', async () => {
  expect(await model.tryOut()).toEqual({ ok: false, fault: { kind: 'not-set-up', detail: null } });
  choose('any');
  expect(await model.tryOut()).toMatchObject({ ok: true });
  await model.removeKey();
  expect(await model.tryOut()).toMatchObject({ ok: false, fault: { kind: 'key-refused' } });
});
