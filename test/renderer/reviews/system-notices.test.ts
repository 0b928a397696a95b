import { expect, it, vi } from 'vitest';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { SystemNotice } from '#core/contract/workspace-shapes.ts';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { useConnections } from '#renderer/features/connections/connections-store.ts';
import { useNavigation } from '#renderer/features/shell/navigation-store.ts';
import { useNotices } from '#renderer/features/shell/notices-store.ts';
import { followLiveUpdates } from '#renderer/live-updates.ts';

const notice: SystemNotice = {
  connection: 'team',
  review: { prompt: 'legal/refunds', version: 4 },
  title: 'v4 of Refunds waits for you',
  body: 'Ola asked to promote it.',
};

it('what the system’s notice is about is opened when it is clicked, in its registry', () => {
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('document', { hasFocus: () => true });
  let tell: (event: BridgeEvent) => void = () => undefined;
  connectBridge({
    subscribe(listener) {
      tell = listener;
      return () => undefined;
    },
    invoke: async () => ({ ok: true, value: null }),
  });
  followLiveUpdates();
  useNavigation.getState().openPrompt('of-the-sandbox');

  tell({ name: 'systemNoticeClicked', payload: notice });
  expect(useConnections.getState().currentId).toBe('team');
  expect(useNavigation.getState()).toMatchObject({ view: 'reviews', review: notice.review });
  // The other registry may not have the prompt that was open.
  expect(useNavigation.getState().prompt).toBeNull();

  // Where the shell cannot show it, the window does; not to whoever is reading that review already.
  tell({ name: 'systemNoticeGiven', payload: notice });
  expect(useNotices.getState().take()).toEqual([]);
  useNavigation.getState().openView('activity');
  tell({ name: 'systemNoticeGiven', payload: notice });
  const [shown] = useNotices.getState().take();
  expect(shown).toMatchObject({ title: notice.title, message: notice.body });
  shown?.action?.run();
  expect(useNavigation.getState()).toMatchObject({ view: 'reviews', review: notice.review });
  vi.unstubAllGlobals();
});
