import { useLink } from '../connections/app-link-store.ts';
import { useConnections } from '../connections/connections-store.ts';
import { type DraftChange, useDrafts } from './drafts-store.ts';
import { meetOtherDraft } from './meet-other-draft.ts';

const pause = 500;

/** Takes the work back from another tab. */
export function comeBack(reconnect: () => void): void {
  if (useDrafts.getState().isBusy()) reconnect();
  else location.reload();
}

/**
 * While this window does not reach the app, another one may write: what that wrote is met before anything of this
 * one goes to the disk again.
 */
export function meetOthersWhenBack(): void {
  useLink.subscribe((link, before) => {
    if (before.status !== 'open' || link.status === 'open') return;
    void useDrafts.getState().holdWhile(async () => {
      const changes = await readChanges();
      await Promise.all(changes.map(meetOtherDraft));
    });
  });
}

/** What was done to the drafts elsewhere, read as soon as the app answers. */
async function readChanges(): Promise<readonly DraftChange[]> {
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
