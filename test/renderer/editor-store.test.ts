import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Version } from '#core/contract/shapes.ts';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { placeKey, useConnections } from '#renderer/features/connections/connections-store.ts';
import { useDrafts } from '#renderer/features/editor/drafts-store.ts';
import { saveObstacle, useEditor } from '#renderer/features/editor/editor-store.ts';
import { useVersions } from '#renderer/features/history/versions-store.ts';
import { useNotices } from '#renderer/features/shell/notices-store.ts';
import { connectionWith, place as firstPlace, MemoryApp } from './support/memory-app.ts';

let app: MemoryApp;
let place = firstPlace;
let number = 0;

const editor = () => useEditor.getState();
const documentNow = () => {
  const document = editor().documents[placeKey(place)];
  if (!document) throw new Error('The prompt is not open.');
  return document;
};
const draftOnDisk = () => app.drafts.get(place.prompt);

async function open(firstText = 'Hello.') {
  app = new MemoryApp(firstText);
  connectBridge(app);
  await editor().open(place);
}

beforeEach(() => {
  // Every test has a registry of its own, so that nothing is left of the one before.
  number += 1;
  const connection = { ...connectionWith(['admin']), id: `r${number}` };
  place = { connection: connection.id, prompt: firstPlace.prompt };
  useConnections.setState({ connections: [connection], currentId: connection.id });
  useNotices.setState({ queue: [] });
});

describe('typing', () => {
  it('keeps the text as a draft, and says so only after the answer', async () => {
    await open();
    let answer = () => {};
    app.before = (method) => {
      if (method !== 'drafts.put') return;
      return new Promise<void>((resolve) => {
        answer = resolve;
      });
    };
    editor().write(place, { content: 'Hello you.' });
    expect(documentNow().draftStatus).toBe('pending');
    await Promise.resolve();
    expect(documentNow().draftStatus).toBe('pending');
    answer();
    await vi.waitFor(() => expect(documentNow().draftStatus).toBe('kept'));
    expect(draftOnDisk()).toMatchObject({ content: 'Hello you.', baseVersion: 1 });
  });

  it('discards the draft once the text is the version’s again', async () => {
    await open();
    editor().write(place, { content: 'Hello you.' });
    await useDrafts.getState().flush();
    editor().write(place, { content: 'Hello.' });
    await useDrafts.getState().flush();
    expect(draftOnDisk()).toBeUndefined();
    expect(documentNow().draftStatus).toBe('none');
  });

  it('keeps the text, says what is wrong, and goes on trying when the disk is full', async () => {
    await open();
    let isFull = true;
    app.before = (method) => {
      if (method === 'drafts.put' && isFull) throw { code: 'draft-not-written' };
    };
    editor().write(place, { content: 'Hello you.' });
    await vi.waitFor(() => expect(documentNow().draftStatus).toBe('failed'));
    expect(documentNow().draftError?.code).toBe('draft-not-written');
    expect(documentNow().content).toBe('Hello you.');
    isFull = false;
    await vi.waitFor(() => expect(documentNow().draftStatus).toBe('kept'), 3_000);
    expect(documentNow().draftError).toBeNull();
  });

  it('opens a prompt with its draft, and tells of a version saved since', async () => {
    app = new MemoryApp('Hello.');
    connectBridge(app);
    app.saveAs('Anna', 'Hello, dear reader.');
    app.drafts.set(place.prompt, {
      ...place,
      content: 'Hello, mine.',
      variables: [],
      baseVersion: 1,
      savedAt: '2026-03-03T14:02:00.000Z',
    });
    await editor().open(place);
    expect(documentNow()).toMatchObject({
      content: 'Hello, mine.',
      restoredFrom: '2026-03-03T14:02:00.000Z',
    });
    expect(documentNow().newer).toMatchObject({ version: 2, author: { name: 'Anna' } });
  });
});

describe('discarding', () => {
  it('goes back to the version, and can be undone', async () => {
    await open();
    editor().write(place, { content: 'Hello you.' });
    editor().discardDraft(place);
    expect(documentNow().content).toBe('Hello.');
    const notice = useNotices.getState().queue.at(-1);
    expect(notice?.action?.label).toBe('Undo');
    notice?.action?.run();
    expect(documentNow().content).toBe('Hello you.');
    await useDrafts.getState().flush();
    expect(draftOnDisk()?.content).toBe('Hello you.');
  });
});

describe('saving', () => {
  it('makes a version of the text and discards the draft', async () => {
    await open();
    editor().write(place, { content: 'Hello you.' });
    editor().setNote(place, 'Warmer');
    const outcome = await editor().save(place);
    expect(outcome).toMatchObject({ kind: 'saved', version: { version: 2, note: 'Warmer' } });
    await useDrafts.getState().flush();
    expect(draftOnDisk()).toBeUndefined();
    expect(documentNow()).toMatchObject({ draftStatus: 'none', note: '', base: { version: 2 } });
  });

  it('keeps as a draft what is typed while it saves', async () => {
    await open();
    editor().write(place, { content: 'Hello you.' });
    const saving = editor().save(place);
    editor().write(place, { content: 'Hello you. And more.' });
    await saving;
    await useDrafts.getState().flush();
    expect(documentNow().content).toBe('Hello you. And more.');
    expect(draftOnDisk()).toMatchObject({ content: 'Hello you. And more.', baseVersion: 2 });
  });

  it('loses nothing where somebody saved in between, and saves on top once both texts are merged', async () => {
    await open();
    editor().write(place, { content: 'Hello, mine.' });
    editor().setNote(place, 'My note');
    app.saveAs('Anna', 'Hello, hers.');
    expect(await editor().save(place)).toMatchObject({ kind: 'conflict', theirs: { version: 2 } });
    await useDrafts.getState().flush();
    expect(documentNow()).toMatchObject({ content: 'Hello, mine.', note: 'My note' });
    expect(draftOnDisk()?.content).toBe('Hello, mine.');
    expect(saveObstacleNow()).toMatch(/merge both texts/);

    const merged = { content: 'Hello, hers and mine.', variables: [] };
    editor().finishMerge(place, documentNow().conflict?.theirs as Version, merged);
    expect(saveObstacleNow()).toBeNull();
    expect(documentNow()).toMatchObject({ ...merged, base: { version: 2 }, note: 'My note', conflict: null });
    useNotices.getState().queue.at(-1)?.action?.run();
    expect(documentNow()).toMatchObject({ content: 'Hello, mine.', base: { version: 1 } });
    expect(documentNow().conflict).not.toBeNull();
    editor().finishMerge(place, documentNow().conflict?.theirs as Version, merged);
    expect(await editor().save(place)).toMatchObject({ kind: 'saved', version: { version: 3, parent: 2 } });
    expect(app.versions.map(({ content }) => content)).toEqual([
      'Hello.',
      'Hello, hers.',
      'Hello, hers and mine.',
    ]);
  });

  it('takes a save whose answer was lost as saved', async () => {
    await open();
    editor().write(place, { content: 'Hello you.' });
    app.saveAs('Me', 'Hello you.');
    expect(await editor().save(place)).toMatchObject({ kind: 'saved', version: { version: 2 } });
    expect(app.versions).toHaveLength(2);
  });

  it('keeps everything where the registry cannot be reached', async () => {
    await open();
    editor().write(place, { content: 'Hello you.' });
    app.before = (method) => {
      if (method === 'versions.save') throw { code: 'registry-unreachable' };
    };
    expect(await editor().save(place)).toMatchObject({ kind: 'failed' });
    expect(documentNow()).toMatchObject({ content: 'Hello you.', isSaving: false });
  });

  it('says why nothing can be saved', async () => {
    await open();
    expect(saveObstacleNow()).toMatch(/Nothing has changed/);
    editor().write(place, { content: '  ' });
    expect(saveObstacleNow()).toMatch(/no text/);
    useConnections.setState({ connections: [{ ...connectionWith(['viewer']), id: place.connection }] });
    editor().write(place, { content: 'Hello you.' });
    expect(saveObstacleNow()).toMatch(/role/);
  });
});

describe('what others save', () => {
  it('appears where nothing was typed', async () => {
    await open();
    app.saveAs('Anna', 'Hello, hers.');
    await useVersions.getState().load(place);
    await editor().meetNewVersion(place);
    expect(documentNow()).toMatchObject({ content: 'Hello, hers.', base: { version: 2 }, newer: null });
  });

  it('is told, and touches no typed text', async () => {
    await open();
    editor().write(place, { content: 'Hello, mine.' });
    app.saveAs('Anna', 'Hello, hers.');
    await useVersions.getState().load(place);
    await editor().meetNewVersion(place);
    expect(documentNow()).toMatchObject({ content: 'Hello, mine.', base: { version: 1 } });
    expect(documentNow().newer?.author.name).toBe('Anna');
  });
});

const saveObstacleNow = () => saveObstacle(place);
