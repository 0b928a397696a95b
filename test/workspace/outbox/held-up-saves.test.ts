import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { place } from '../../support/open-workspace.ts';
import {
  draft,
  folder,
  here,
  history,
  list,
  mine,
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
