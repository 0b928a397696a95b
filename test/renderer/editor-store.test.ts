import { describe, expect, it, vi } from 'vitest';
import type { Version } from '#core/contract/shapes.ts';
import { useConnections } from '#renderer/features/connections/connections-store.ts';
import { useDrafts } from '#renderer/features/editor/drafts-store.ts';
import { useVersions } from '#renderer/features/history/versions-store.ts';
import { useNotices } from '#renderer/features/shell/notices-store.ts';
import { connectionWith, MemoryApp } from './support/memory-app.ts';
import {
  app,
  connectApp,
  documentNow,
  draftOnDisk,
  editor,
  open,
  place,
  renewRegistryBeforeEach,
  saveObstacleNow,
} from './support/open-editor.ts';

renewRegistryBeforeEach();

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
    connectApp(new MemoryApp('Hello.'));
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
