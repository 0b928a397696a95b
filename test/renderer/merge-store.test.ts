import { beforeEach, expect, it } from 'vitest';
import type { Version } from '#core/contract/shapes.ts';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { useConnections } from '#renderer/features/connections/connections-store.ts';
import { useDrafts } from '#renderer/features/editor/drafts-store.ts';
import { useEditor } from '#renderer/features/editor/editor-store.ts';
import { resultOf, useMerges } from '#renderer/features/merge/merge-store.ts';
import { beginMerge, type MergeSubject } from '#renderer/features/merge/merge-subject.ts';
import { useNotices } from '#renderer/features/shell/notices-store.ts';
import { connectionWith, place as firstPlace, MemoryApp } from './support/memory-app.ts';

let app: MemoryApp;
let subject: MergeSubject;
let number = 0;

beforeEach(async () => {
  number += 1;
  const connection = { ...connectionWith(['admin']), id: `merge-${number}` };
  const place = { connection: connection.id, prompt: firstPlace.prompt };
  useConnections.setState({ connections: [connection], currentId: connection.id });
  useNotices.getState().take();
  app = new MemoryApp('Be kind.', connection.id);
  connectBridge(app);
  await useEditor.getState().open(place);
  const base = app.versions[0] as Version;
  const theirs = { ...base, version: 2, content: 'Be polite.' };
  subject = beginMerge({ place, base, lostBase: null, content: 'Be brief.', variables: [] }, theirs);
});

const fullDisk = (full: string) => (method: string) => {
  if (method === full) throw { code: 'draft-not-written' };
};
const write = async (text: string) => {
  useMerges.getState().write(subject, text);
  useMerges.getState().flush();
  await expect.poll(() => app.calls.some(({ method }) => method === 'merges.put')).toBe(true);
};

it('is kept on the disk until the merged text is there as a draft', async () => {
  await write('Be brief and polite.');
  app.before = fullDisk('drafts.put');
  useEditor.getState().write(subject.place, { content: 'Be brief and polite.' });
  await useMerges.getState().finish(subject);
  expect(app.merge).toMatchObject({ result: 'Be brief and polite.' });
  expect(resultOf(useMerges.getState(), subject)).toBe('Be brief and polite.');

  app.before = () => undefined;
  await useDrafts.getState().flush();
  await useMerges.getState().finish(subject);
  await expect.poll(() => app.merge).toBeNull();
});

it('is not begun anew over one that cannot be read', async () => {
  app.merge = { result: 'What was written before' };
  app.before = fullDisk('merges.get');
  await expect(useMerges.getState().takeUp(subject)).rejects.toMatchObject({
    error: { code: 'draft-not-written' },
  });
  expect(app.merge).toEqual({ result: 'What was written before' });
});

it('says where it cannot be kept', async () => {
  app.before = fullDisk('merges.put');
  await write('Be brief and polite.');
  await expect
    .poll(() => useNotices.getState().queue)
    .toContainEqual(expect.objectContaining({ title: 'The merge is not on the disk yet' }));
});
