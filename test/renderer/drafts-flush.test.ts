import { expect, it } from 'vitest';
import type { TextView } from '#core/contract/workspace-shapes.ts';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { useDrafts } from '#renderer/features/editor/drafts-store.ts';
import { MemoryApp, place } from './support/memory-app.ts';

const viewAt = (caret: number): TextView => ({ anchor: caret, caret, top: 0 });
const textOf = (content: string) => ({
  content,
  variables: [],
  baseVersion: 1,
  baseContentHash: null,
  onTopOf: null,
});

it('a window that is left again before the disk has answered keeps the newest text, wherever the caret went', async () => {
  const app = new MemoryApp('Hello.');
  connectBridge(app);
  const drafts = useDrafts.getState();
  drafts.put(place, textOf('Old.'));
  await drafts.flush();

  const disk = Promise.withResolvers<void>();
  app.before = () => disk.promise;
  drafts.put(place, textOf('Old. New.'));
  drafts.noteView(place, viewAt(9));
  const left = drafts.flush();
  drafts.noteView(place, viewAt(2));
  const leftAgain = drafts.flush();
  const wasBusy = drafts.isBusy(place);
  disk.resolve();
  await Promise.all([left, leftAgain]);

  expect(app.drafts.get(place.prompt)?.content).toBe('Old. New.');
  expect(wasBusy).toBe(true);
  expect(drafts.isBusy(place)).toBe(false);
});
