import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { WaitingSave } from '#core/contract/outbox-shapes.ts';
import type { SaveRequest } from '#main/workspace/outbox/outbox.ts';
import { openWorkspace, place, type Workspace } from '../../support/open-workspace.ts';
import {
  type RegistryBehindProxy,
  startRegistryBehindProxy,
} from '../../support/start-registry-behind-proxy.ts';
import { makeTemporaryFolder } from '../../support/temporary-folder.ts';

let registry: RegistryBehindProxy;
let mine: Awaited<ReturnType<RegistryBehindProxy['join']>>;
let theirs: Awaited<ReturnType<RegistryBehindProxy['join']>>;
let folder: ReturnType<typeof makeTemporaryFolder>;
let workspace: Workspace;
let number = 0;
let prompt = '';

beforeAll(async () => {
  registry = await startRegistryBehindProxy();
  mine = await registry.join('editor');
  theirs = await registry.join('editor');
});
afterAll(() => registry.remove());

const open = () => openWorkspace({ dataFolder: folder.path, address: registry.outerAddress, key: mine.key });
const here = () => ({ connection: place.connection, prompt });
const request = (content: string, change: Partial<SaveRequest> = {}): SaveRequest => ({
  ...here(),
  content,
  variables: [],
  note: '',
  baseVersion: 1,
  baseContentHash: null,
  onTopOf: null,
  ...change,
});
const list = () => workspace.outbox.list(place.connection);
const untilEmpty = () => expect.poll(list).toEqual([]);
const draft = async () =>
  (await workspace.drafts.list(place.connection)).find((one) => one.prompt === prompt);
const history = async () => {
  const versions = await registry.admin.call('listVersions', { params: { name: prompt }, query: {} });
  const texts = versions.items.toReversed().map(async ({ version }) => {
    const found = await registry.admin.call('getVersion', { params: { name: prompt, version } });
    return found.content;
  });
  return Promise.all(texts);
};
async function saveOffline(content: string, change: Partial<SaveRequest> = {}): Promise<WaitingSave> {
  const result = await workspace.outbox.save(request(content, change));
  if (result.kind !== 'waiting') throw new Error(`It was ${result.kind}.`);
  return result.save;
}
/** The app is gone, and started again over the same files. */
function restart(): void {
  workspace.outbox.close();
  workspace = open();
}

beforeEach(async () => {
  folder = makeTemporaryFolder();
  number += 1;
  prompt = `prompt-${number}`;
  await registry.admin.call('createPrompt', { body: { name: prompt, content: 'One.' } });
  workspace = open();
});
afterEach(async () => {
  workspace.outbox.close();
  await registry.proxy.restore();
  folder.remove();
});

describe('a save', () => {
  it('is a version, and nothing is left of it here', async () => {
    expect(await workspace.outbox.save(request('One. Two.', { note: 'More' }))).toMatchObject({
      kind: 'saved',
      version: { version: 2, content: 'One. Two.', note: 'More' },
    });
    expect(await list()).toEqual([]);
    expect(await draft()).toBeUndefined();
    expect(readdirSync(join(folder.path, 'outbox', place.connection))).toEqual([]);
  });

  it('waits without a network, and is sent exactly once when it is back', async () => {
    await registry.proxy.refuse();
    const save = await saveOffline('One. Two.');
    expect(await list()).toEqual([save]);
    expect(await draft()).toBeUndefined();
    expect(workspace.events.at(-1)).toMatchObject({ name: 'outboxChanged', payload: { saves: [save] } });
    await registry.proxy.restore();
    workspace.outbox.send(place.connection);
    await untilEmpty();
    expect(await history()).toEqual(['One.', 'One. Two.']);
    expect(workspace.events).toContainEqual({
      name: 'waitingSaveSent',
      payload: expect.objectContaining({ id: save.id, version: expect.objectContaining({ version: 2 }) }),
    });
  });

  it('is sent by itself some time later, without anybody asking', async () => {
    await registry.proxy.refuse();
    workspace.status = 'offline';
    await saveOffline('One. Two.');
    expect(workspace.reconnected).toEqual([]);
    await registry.proxy.restore();
    await untilEmpty();
    expect(await history()).toEqual(['One.', 'One. Two.']);
    // An answer tells that the registry is back, before the next look at it.
    expect(workspace.reconnected).toEqual([place.connection]);
  });

  it('answers soon where nobody answers, and arrives once all the same', async () => {
    registry.proxy.hold();
    const before = performance.now();
    const result = await workspace.outbox.save(request('One. Two.'));
    expect(result.kind).toBe('waiting');
    expect(performance.now() - before).toBeLessThan(10_000);
    await registry.proxy.restore();
    await untilEmpty();
    expect(await history()).toEqual(['One.', 'One. Two.']);
  });

  it('is one version where the answer was lost, and where everything arrives twice', async () => {
    registry.proxy.loseAnswers();
    registry.proxy.cut();
    await saveOffline('One. Two.');
    expect(await history()).toEqual(['One.', 'One. Two.']);
    await registry.proxy.restore();
    registry.proxy.duplicate();
    registry.proxy.cut();
    await untilEmpty();
    expect(await workspace.outbox.save(request('One. Two. Three.', { baseVersion: 2 }))).toMatchObject({
      kind: 'saved',
    });
    expect(await history()).toEqual(['One.', 'One. Two.', 'One. Two. Three.']);
  });

  it('is one version where the app died after sending it, a restart of the registry in between', async () => {
    registry.proxy.loseAnswers();
    registry.proxy.cut();
    await saveOffline('One. Two.');
    restart();
    await registry.restart();
    await registry.proxy.restore();
    workspace.outbox.send(place.connection);
    await untilEmpty();
    expect(await history()).toEqual(['One.', 'One. Two.']);
  });

  it('is one version where the registry has forgotten its key, and others have saved on top', async () => {
    registry.proxy.loseAnswers();
    registry.proxy.cut();
    const save = await saveOffline('One. Two.', { note: 'Before' });
    await theirs.call('saveVersion', {
      params: { name: prompt },
      body: { content: 'One. Two. Theirs.', baseVersion: 2 },
    });
    // Another note is another call, as is one after a day: the registry does not know that it was made before.
    await workspace.outbox.changeNote(here(), save.id, 'After');
    await registry.proxy.restore();
    workspace.outbox.send(place.connection);
    await untilEmpty();
    expect(await history()).toEqual(['One.', 'One. Two.', 'One. Two. Theirs.']);
    expect(workspace.events.findLast(({ name }) => name === 'waitingSaveSent')).toMatchObject({
      payload: { version: { version: 2 }, noteNotSent: 'After' },
    });
  });
});

describe('several saves of a prompt', () => {
  it('keep their order and stand each on the one before', async () => {
    await registry.proxy.refuse();
    const first = await saveOffline('One. Two.', { note: 'Two' });
    const second = await saveOffline('One. Two. Three.', { note: 'Three', onTopOf: first.id });
    await saveOffline('One. Two. Three. Four.', { onTopOf: second.id });
    restart();
    await registry.proxy.restore();
    workspace.outbox.send(place.connection);
    await untilEmpty();
    expect(await history()).toEqual(['One.', 'One. Two.', 'One. Two. Three.', 'One. Two. Three. Four.']);
    const { items } = await registry.admin.call('listVersions', { params: { name: prompt }, query: {} });
    expect(items.map(({ parent }) => parent)).toEqual([3, 2, 1, null]);
    expect(items.map(({ note }) => note)).toEqual(['', 'Three', 'Two', '']);
  });

  it('go on with the draft on top of them, which stands on the new version then', async () => {
    await registry.proxy.refuse();
    const first = await saveOffline('One. Two.');
    const text = { ...here(), content: 'One. Two. And', variables: [], baseVersion: 1, view: null };
    await workspace.drafts.put({ ...text, baseContentHash: null, onTopOf: first.id });
    await registry.proxy.restore();
    workspace.outbox.send(place.connection);
    await untilEmpty();
    expect(await draft()).toMatchObject({ content: 'One. Two. And', baseVersion: 2, onTopOf: null });
    // The screen may not have heard of it yet.
    await workspace.drafts.put({
      ...text,
      baseContentHash: null,
      content: 'One. Two. And more',
      onTopOf: first.id,
    });
    expect(await draft()).toMatchObject({ content: 'One. Two. And more', baseVersion: 2, onTopOf: null });
    expect(await workspace.outbox.save(request('One. Two. And more.', { onTopOf: first.id }))).toMatchObject({
      kind: 'saved',
      version: { version: 3, parent: 2 },
    });
  });

  it('do not take one that does not go on from the last', async () => {
    await registry.proxy.refuse();
    await saveOffline('One. Two.');
    await expect(workspace.outbox.save(request('Another.'))).rejects.toMatchObject({ code: 'saves-changed' });
    expect(await draft()).toMatchObject({ content: 'Another.' });
    expect(await list()).toHaveLength(1);
  });
});

describe('a conflict', () => {
  const saveTheirs = () =>
    theirs.call('saveVersion', { params: { name: prompt }, body: { content: 'Theirs.', baseVersion: 1 } });

  it('while saving leaves the text as a draft and nothing in the outbox', async () => {
    await saveTheirs();
    expect(await workspace.outbox.save(request('Mine.'))).toMatchObject({
      kind: 'conflict',
      theirs: { version: 2, author: { id: theirs.id } },
    });
    expect(await list()).toEqual([]);
    expect(await draft()).toMatchObject({ content: 'Mine.', baseVersion: 1 });
  });

  it('of a waiting save keeps it, says who saved what, and keeps the ones behind it', async () => {
    await registry.proxy.refuse();
    const first = await saveOffline('Mine.');
    await saveOffline('Mine too.', { onTopOf: first.id });
    await saveTheirs();
    await registry.proxy.restore();
    workspace.outbox.send(place.connection);
    await expect
      .poll(async () => (await list())[0]?.obstacle)
      .toMatchObject({ code: 'version-conflict', theirs: { version: 2, author: { id: theirs.id } } });
    expect((await list()).map(({ content }) => content)).toEqual(['Mine.', 'Mine too.']);
    expect(await history()).toEqual(['One.', 'Theirs.']);
  });
});

describe('a refusal', () => {
  it('while saving is thrown, with the text as a draft', async () => {
    const refused = workspace.outbox.save(request('Mine.', { prompt: 'gone' }));
    await expect(refused).rejects.toMatchObject({ code: 'prompt-not-found' });
    expect(await list()).toEqual([]);
    expect((await workspace.drafts.list(place.connection))[0]).toMatchObject({ content: 'Mine.' });
  });

  it('of a waiting save says why, and it is sent once the reason is gone', async () => {
    await registry.proxy.refuse();
    await saveOffline('Mine.');
    await registry.admin.call('updateMember', { params: { id: mine.id }, body: { roles: ['viewer'] } });
    await registry.proxy.restore();
    workspace.outbox.send(place.connection);
    await expect.poll(async () => (await list())[0]?.obstacle?.code).toBe('forbidden');
    await registry.admin.call('updateMember', { params: { id: mine.id }, body: { roles: ['editor'] } });
    workspace.outbox.send(place.connection);
    await untilEmpty();
    expect(await history()).toEqual(['One.', 'Mine.']);
  });

  it('of an archived prompt is none: its text is a version', async () => {
    await registry.proxy.refuse();
    await saveOffline('Mine.');
    await registry.admin.call('updateDetails', { params: { name: prompt }, body: { archived: true } });
    await registry.proxy.restore();
    workspace.outbox.send(place.connection);
    await untilEmpty();
    expect(await history()).toEqual(['One.', 'Mine.']);
  });
});

describe('taking a save back', () => {
  it('makes it the draft, on top of what still waits', async () => {
    await registry.proxy.refuse();
    const first = await saveOffline('One. Two.');
    const second = await saveOffline('One. Two. Three.', { onTopOf: first.id });
    await expect(workspace.outbox.takeBack(here(), first.id, true)).rejects.toMatchObject({
      code: 'saves-changed',
    });
    await workspace.outbox.takeBack(here(), second.id, true);
    expect(await list()).toEqual([first]);
    expect(await draft()).toMatchObject({ content: 'One. Two. Three.', baseVersion: 1, onTopOf: first.id });
    await workspace.outbox.takeBack(here(), first.id, true);
    expect(await draft()).toMatchObject({ content: 'One. Two. Three.', baseVersion: 1, onTopOf: null });
    await registry.proxy.restore();
    workspace.outbox.send(place.connection);
    expect(await history()).toEqual(['One.']);
  });

  it('that was merged leaves the merged draft as it is', async () => {
    await registry.proxy.refuse();
    const save = await saveOffline('Mine.');
    const merged = {
      ...here(),
      content: 'Both.',
      variables: [],
      baseVersion: 2,
      baseContentHash: null,
      onTopOf: null,
      view: null,
    };
    await workspace.drafts.put(merged);
    await workspace.outbox.takeBack(here(), save.id, false);
    expect(await list()).toEqual([]);
    expect(await draft()).toMatchObject({ content: 'Both.', baseVersion: 2 });
  });
});

describe('a damaged file', () => {
  it('is set aside and named, and other prompts are sent', async () => {
    await registry.proxy.refuse();
    await saveOffline('Mine.');
    writeFileSync(join(folder.path, 'outbox', place.connection, 'prompt-other.json'), '[{"content": "ha');
    restart();
    expect(await list()).toHaveLength(1);
    expect(workspace.setAside).toEqual([expect.stringContaining('prompt-other.json')]);
    await registry.proxy.restore();
    workspace.outbox.send(place.connection);
    await untilEmpty();
    expect(await history()).toEqual(['One.', 'Mine.']);
  });
});
