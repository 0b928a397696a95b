import { describe, expect, it, vi } from 'vitest';
import { useDrafts } from '#renderer/features/editor/drafts-store.ts';
import { useEditor } from '#renderer/features/editor/editor-store.ts';
import { useVersions } from '#renderer/features/history/versions-store.ts';
import { noteWaitingSaveSent } from '#renderer/features/outbox/note-sent.ts';
import { useOutbox } from '#renderer/features/outbox/outbox-store.ts';
import {
  app,
  documentNow,
  draftOnDisk,
  editor,
  open,
  place,
  renewRegistryBeforeEach,
  saveObstacleNow,
} from './support/open-editor.ts';

renewRegistryBeforeEach();

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
