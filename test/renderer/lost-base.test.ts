import { describe, expect, it } from 'vitest';
import { useDrafts } from '#renderer/features/editor/drafts-store.ts';
import { useEditor } from '#renderer/features/editor/editor-store.ts';
import { useVersions } from '#renderer/features/history/versions-store.ts';
import { MemoryApp } from './support/memory-app.ts';
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

describe('a draft whose base the registry has lost', () => {
  const draft = (content: string, baseVersion: number, baseContentHash: string | null) =>
    app.drafts.set(place.prompt, {
      ...place,
      ...{ content, variables: [], baseVersion, baseContentHash, onTopOf: null, view: null },
      savedAt: '2026-03-03T14:02:00.000Z',
    });
  async function openWith(content: string, baseVersion: number, baseContentHash: string | null) {
    connectApp(new MemoryApp('Hello.', place.connection));
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
