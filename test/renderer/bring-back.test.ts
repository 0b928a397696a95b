import { beforeEach, describe, expect, it } from 'vitest';
import type { EarlierText } from '#core/contract/earlier-draft-shapes.ts';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { placeKey, useConnections } from '#renderer/features/connections/connections-store.ts';
import { bringBack } from '#renderer/features/editor/bring-back.ts';
import { useDrafts } from '#renderer/features/editor/drafts-store.ts';
import { saveObstacle, useEditor } from '#renderer/features/editor/editor-store.ts';
import { useVersions } from '#renderer/features/history/versions-store.ts';
import { useNotices } from '#renderer/features/shell/notices-store.ts';
import { connectionWith, place as firstPlace, MemoryApp } from './support/memory-app.ts';

let app: MemoryApp;
let place = firstPlace;
let number = 0;

const documentNow = () => {
  const document = useEditor.getState().documents[placeKey(place)];
  if (!document) throw new Error('The prompt is not open.');
  return document;
};
const earlierOn = (baseVersion: number, baseContentHash: string | null): EarlierText => ({
  ...{ content: 'Hello, mine.', variables: [], baseVersion, baseContentHash },
  savedAt: '2026-03-03T14:02:00.000Z',
});

beforeEach(async () => {
  // Every test has a registry of its own, so that nothing is left of the one before.
  number += 1;
  const connection = { ...connectionWith(['admin']), id: `brought-${number}` };
  place = { connection: connection.id, prompt: firstPlace.prompt };
  useConnections.setState({ connections: [connection], currentId: connection.id });
  useNotices.setState({ queue: [] });
  app = new MemoryApp('Hello.', place.connection);
  connectBridge(app);
});

/** A registry where Anna saved v2, with its latest version in the editor. */
async function openAfterAnna() {
  app.saveAs('Anna', 'Hello, hers.');
  await useEditor.getState().open(place);
}

describe('an earlier draft that is brought back', () => {
  it('stands on what the editor stands on where nobody else has saved since', async () => {
    app.saveAs('Me', 'Hello again.');
    await useEditor.getState().open(place);
    await bringBack(place, earlierOn(1, 'sha256:1'));
    expect(documentNow()).toMatchObject({ content: 'Hello, mine.', base: { version: 2 }, conflict: null });
  });

  it('meets what others have saved since when it is saved', async () => {
    await openAfterAnna();
    await bringBack(place, earlierOn(1, 'sha256:1'));
    expect(documentNow()).toMatchObject({ content: 'Hello, mine.', base: { version: 1 }, conflict: null });
    expect(await useEditor.getState().save(place)).toMatchObject({
      kind: 'conflict',
      theirs: { version: 2 },
    });
  });

  it('is to be merged where another text has its base’s number by now, and can be undone', async () => {
    await openAfterAnna();
    await bringBack(place, earlierOn(2, 'sha256:lost'));
    expect(documentNow()).toMatchObject({
      content: 'Hello, mine.',
      lostBase: { version: 2, contentHash: 'sha256:lost' },
      conflict: { theirs: { version: 2 } },
    });
    expect(saveObstacle(place)).toMatch(/merge both texts/);
    await useDrafts.getState().flush();
    expect(app.drafts.get(place.prompt)).toMatchObject({ baseVersion: 2, baseContentHash: 'sha256:lost' });

    useNotices.getState().queue.at(-1)?.action?.run();
    expect(documentNow()).toMatchObject({ content: 'Hello, hers.', lostBase: null, conflict: null });
    expect(saveObstacle(place)).toMatch(/Nothing has changed/);
  });

  it('is to be merged where the registry has no version of its base’s number', async () => {
    await openAfterAnna();
    await bringBack(place, earlierOn(7, 'sha256:7'));
    expect(documentNow()).toMatchObject({ lostBase: { version: 7 }, conflict: { theirs: { version: 2 } } });
  });

  it('needs no merge where what is lost is what the registry has, or nobody knows what it was', async () => {
    await openAfterAnna();
    await bringBack(place, { ...earlierOn(2, 'sha256:lost'), content: 'Hello, hers.' });
    expect(documentNow()).toMatchObject({ base: { version: 2 }, lostBase: null, conflict: null });
    await bringBack(place, earlierOn(2, null));
    expect(documentNow()).toMatchObject({ base: { version: 2 }, lostBase: null, conflict: null });
  });

  it('is kept with the hash of the base that its place was taken on', async () => {
    await openAfterAnna();
    useEditor.getState().write(place, { content: 'Hello, typed.' });
    await bringBack(place, earlierOn(2, 'sha256:2'));
    expect(app.calls.findLast(({ method }) => method === 'drafts.keepEarlier')?.input).toMatchObject({
      content: 'Hello, typed.',
      baseVersion: 2,
      baseContentHash: useVersions.getState().lists[placeKey(place)]?.[0]?.contentHash,
    });
  });
});
