import type { Draft } from '#core/contract/workspace-shapes.ts';
import { useLink } from '../connections/app-link-store.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useDrafts } from './drafts-store.ts';
import { meetOtherDraft } from './meet-other-draft.ts';

const pause = 500;

/** Takes the work back from another tab. What was written there is met before anything goes to the disk again. */
export function comeBack(reconnect: () => void): void {
  if (!useDrafts.getState().isBusy()) {
    location.reload();
    return;
  }
  void useDrafts.getState().holdWhile(async () => {
    const drafts = await readOtherDrafts();
    await Promise.all(drafts.map(meetOtherDraft));
  });
  reconnect();
}

/** The drafts that were written elsewhere, read as soon as the app answers. */
async function readOtherDrafts(): Promise<readonly Draft[]> {
  for (;;) {
    await untilOpen();
    try {
      const connections = useConnections.getState().connections ?? [];
      const lists = await Promise.all(connections.map(({ id }) => useDrafts.getState().readAgain(id)));
      return lists.flat();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

async function untilOpen(): Promise<void> {
  if (useLink.getState().status === 'open') return;
  await new Promise<void>((resolve) => {
    const stop = useLink.subscribe(({ status }) => {
      if (status !== 'open') return;
      stop();
      resolve();
    });
  });
}
