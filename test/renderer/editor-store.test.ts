import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Version } from '#core/contract/shapes.ts';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { placeKey, useConnections } from '#renderer/features/connections/connections-store.ts';
import { useDrafts } from '#renderer/features/editor/drafts-store.ts';
import { saveObstacle, useEditor } from '#renderer/features/editor/editor-store.ts';
import { useVersions } from '#renderer/features/history/versions-store.ts';
import { noteWaitingSaveSent } from '#renderer/features/outbox/note-sent.ts';
import { useOutbox } from '#renderer/features/outbox/outbox-store.ts';
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
  app = new MemoryApp(firstText, place.connection);
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

describe('a text that was a version before', () => {
  const restore = (content: string, note: string) =>
    editor().replaceText(place, { content, variables: [] }, 'It is in the editor', { note });
  const undo = () => useNotices.getState().queue.at(-1)?.action?.run();

  it('proposes a note, which goes where the text goes', async () => {
    await open();
    restore('Hello of old.', 'Restored from v3');
    expect(documentNow().note).toBe('Restored from v3');
    restore('Hello of older.', 'Restored from v2');
    expect(documentNow().note).toBe('Restored from v2');
    undo();
    expect(documentNow().note).toBe('Restored from v3');
    editor().write(place, { content: 'Hello of old, once more.' });
    expect(documentNow().note).toBe('Restored from v3');
    editor().write(place, { content: 'Hello.' });
    expect(documentNow().note).toBe('');
  });

  it('leaves the note that somebody wrote', async () => {
    await open();
    editor().setNote(place, 'Shorter.');
    restore('Hello of old.', 'Restored from v3');
    expect(documentNow().note).toBe('Shorter.');
    undo();
    expect(documentNow().note).toBe('Shorter.');
    editor().setNote(place, '');
    restore('Hello of old.', 'Restored from v3');
    editor().setNote(place, 'Restored from v3, as legal asked.');
    editor().write(place, { content: 'Hello.' });
    expect(documentNow().note).toBe('Restored from v3, as legal asked.');
  });
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
      baseContentHash: null,
      onTopOf: null,
      view: null,
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
    await vi.waitFor(() => expect(app.earlier).toEqual(['Hello, mine.']));
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

describe('saving without a network', () => {
  const texts = () => app.versions.map(({ content }) => content);
  const queue = () => useOutbox.getState().saves[place.connection]?.map(({ content }) => content);
  /** What the screen would hear of the app. */
  const listen = () =>
    app.subscribe((event) => {
      if (event.name === 'waitingSaveSent') noteWaitingSaveSent(event.payload);
      if (event.name !== 'outboxChanged') return;
      useOutbox.getState().replace(place.connection, event.payload.saves);
      editor().meetOutbox(place);
    });

  it('goes on from what waits, and stands on the versions once it is sent', async () => {
    await open();
    listen();
    app.isOffline = true;
    editor().write(place, { content: 'Hello you.' });
    expect(await editor().save(place)).toEqual({ kind: 'waiting' });
    expect(documentNow()).toMatchObject({ draftStatus: 'none', base: { version: 1 } });
    expect(saveObstacleNow()).toMatch(/waits to be sent/);
    editor().write(place, { content: 'Hello you two.' });
    await useDrafts.getState().flush();
    expect(draftOnDisk()).toMatchObject({ baseVersion: 1, onTopOf: app.saves[0]?.id });
    expect(await editor().save(place)).toEqual({ kind: 'waiting' });
    editor().write(place, { content: 'Hello you three.' });
    expect(queue()).toEqual(['Hello you.', 'Hello you two.']);

    // The registry tells of the first version before the app does.
    app.saveAs('Me', 'Hello you.');
    await useVersions.getState().load(place);
    await editor().meetNewVersion(place);
    app.versions.pop();
    app.goOnline();
    expect(texts()).toEqual(['Hello.', 'Hello you.', 'Hello you two.']);
    expect(documentNow()).toMatchObject({
      content: 'Hello you three.',
      base: { version: 3 },
      waiting: null,
      newer: null,
    });
    await useDrafts.getState().flush();
    expect(draftOnDisk()).toMatchObject({ content: 'Hello you three.', baseVersion: 3, onTopOf: null });
    expect(await editor().save(place)).toMatchObject({ kind: 'saved', version: { version: 4, parent: 3 } });
  });

  it('discards to what waits, and makes a save that is taken back a draft', async () => {
    await open();
    listen();
    app.isOffline = true;
    editor().write(place, { content: 'Hello you.' });
    await editor().save(place);
    editor().write(place, { content: 'Rubbish.' });
    editor().discardDraft(place);
    expect(documentNow().content).toBe('Hello you.');
    const [save] = app.saves;
    if (!save) throw new Error('Nothing waits.');
    await useOutbox.getState().takeBack(save);
    expect(documentNow()).toMatchObject({ content: 'Hello you.', waiting: null });
    await useDrafts.getState().flush();
    expect(draftOnDisk()).toMatchObject({ content: 'Hello you.', baseVersion: 1, onTopOf: null });
    app.goOnline();
    expect(texts()).toEqual(['Hello.']);
  });

  it('opens a prompt with what waits', async () => {
    await open();
    listen();
    app.isOffline = true;
    editor().write(place, { content: 'Hello you.' });
    await editor().save(place);
    useEditor.setState({ documents: {} });
    await editor().open(place);
    expect(documentNow()).toMatchObject({
      content: 'Hello you.',
      waiting: app.saves[0],
      base: { version: 1 },
    });
    await useDrafts.getState().flush();
    expect(draftOnDisk()).toBeUndefined();
  });

  it('merges everything that waits with what was saved meanwhile, and saves it once', async () => {
    await open();
    listen();
    app.isOffline = true;
    editor().write(place, { content: 'Hello you.' });
    editor().setNote(place, 'First');
    await editor().save(place);
    editor().write(place, { content: 'Hello you two.' });
    editor().setNote(place, 'Second');
    await editor().save(place);
    const theirs = app.saveAs('Anna', 'Hello, hers.');
    app.goOnline();
    expect(documentNow()).toMatchObject({ content: 'Hello you two.', conflict: { theirs: { version: 2 } } });
    expect(saveObstacleNow()).toMatch(/merge both texts/);
    expect(texts()).toEqual(['Hello.', 'Hello, hers.']);

    editor().finishMerge(place, theirs, { content: 'Hello you two, hers.', variables: [] });
    await vi.waitFor(() => expect(app.saves).toEqual([]));
    expect(documentNow()).toMatchObject({ note: 'First\nSecond', waiting: null, conflict: null });
    expect(draftOnDisk()).toMatchObject({ content: 'Hello you two, hers.', baseVersion: 2, onTopOf: null });
    expect(await editor().save(place)).toMatchObject({ kind: 'saved', version: { version: 3, parent: 2 } });
    expect(texts()).toEqual(['Hello.', 'Hello, hers.', 'Hello you two, hers.']);
  });
});

describe('a draft whose base the registry has lost', () => {
  const draft = (content: string, baseVersion: number, baseContentHash: string | null) =>
    app.drafts.set(place.prompt, {
      ...place,
      ...{ content, variables: [], baseVersion, baseContentHash, onTopOf: null, view: null },
      savedAt: '2026-03-03T14:02:00.000Z',
    });
  async function openWith(content: string, baseVersion: number, baseContentHash: string | null) {
    app = new MemoryApp('Hello.', place.connection);
    connectBridge(app);
    app.saveAs('Anna', 'Hello, hers.');
    draft(content, baseVersion, baseContentHash);
    await editor().open(place);
  }

  it('is to be merged where another text has the base’s number', async () => {
    await openWith('Hello, mine.', 2, 'sha256:lost');
    expect(documentNow()).toMatchObject({
      content: 'Hello, mine.',
      lostBase: { version: 2, contentHash: 'sha256:lost', text: null },
      conflict: { theirs: { version: 2 } },
    });
    expect(saveObstacleNow()).toMatch(/merge both texts/);
    editor().write(place, { content: 'Hello, mine!' });
    await useDrafts.getState().flush();
    expect(draftOnDisk()).toMatchObject({ baseVersion: 2, baseContentHash: 'sha256:lost' });

    const theirs = await useVersions.getState().read(place, 2);
    editor().finishMerge(place, theirs, { content: 'Hello, mine! Hello, hers.', variables: [] });
    await useDrafts.getState().flush();
    expect(documentNow()).toMatchObject({ lostBase: null, conflict: null });
    expect(draftOnDisk()).toMatchObject({ baseVersion: 2, baseContentHash: theirs.contentHash });
  });

  it('is to be merged where the registry has no version of that number', async () => {
    await openWith('Hello, mine.', 7, null);
    expect(documentNow()).toMatchObject({
      base: { version: 2 },
      lostBase: { version: 7 },
      conflict: { theirs: { version: 2 } },
    });
  });

  it('stands on the base where that is the same, also where a draft of before does not say', async () => {
    await openWith('Hello, mine.', 2, 'sha256:2');
    expect(documentNow()).toMatchObject({ base: { version: 2 }, lostBase: null, conflict: null });
    useEditor.setState({ documents: {} });
    useDrafts.setState({ drafts: {} });
    await openWith('Hello, mine.', 2, null);
    expect(documentNow()).toMatchObject({ base: { version: 2 }, lostBase: null, conflict: null });
  });

  it('that is open keeps the base’s text for the merge', async () => {
    await open();
    editor().write(place, { content: 'Hello you.' });
    app.versions = [];
    const theirs = app.saveAs('Anna', 'Good day.');
    theirs.contentHash = 'sha256:other';
    useVersions.getState().forget(place.connection);
    await editor().meetOtherHistory(place);
    expect(documentNow()).toMatchObject({
      content: 'Hello you.',
      base: { content: 'Good day.' },
      lostBase: { version: 1, text: { content: 'Hello.' } },
      conflict: { theirs: { version: 1 } },
    });
    editor().discardDraft(place);
    expect(documentNow()).toMatchObject({ content: 'Good day.', lostBase: null, conflict: null });
  });
});

describe('what others save', () => {
  it('is what was typed, and needs no merge then', async () => {
    await open();
    editor().write(place, { content: 'Hello you.' });
    app.saveAs('Me', 'Hello you.');
    await useVersions.getState().load(place);
    await editor().meetNewVersion(place);
    expect(documentNow()).toMatchObject({ base: { version: 2 }, newer: null, draftStatus: 'none' });
  });

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
