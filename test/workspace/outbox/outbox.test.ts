import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { place } from '../../support/open-workspace.ts';
import {
  draft,
  folder,
  here,
  history,
  list,
  openOutboxForEach,
  prompt,
  registry,
  request,
  restart,
  saveOffline,
  theirs,
  untilEmpty,
  workspace,
} from '../../support/outbox-behind-proxy.ts';

openOutboxForEach();

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
