import { sandboxConnectionId } from '#core/contract/sandbox-connection-id.ts';
import type { Connection } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { formatCount } from '../../format/counts.ts';
import { savesIn, useOutbox } from '../outbox/outbox-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { showRegistry } from '../shell/shown-registry-store.ts';
import { useConnections } from './connections-store.ts';

/** Takes a registry off the list, with a notice that offers to undo it. Its drafts stay on this machine. */
export async function removeRegistry({ id, name }: Connection): Promise<void> {
  const waiting = savesIn(useOutbox.getState(), id).length;
  const wasShown = useConnections.getState().currentId === id;
  if (wasShown) showRegistry(sandboxConnectionId);
  try {
    await unwrap(bridge.connections.remove({ connection: id }));
    useConnections.getState().forget(id);
    useNotices.getState().show({
      tone: 'neutral',
      title: `${name} was removed`,
      message: `Its key is forgotten. ${describeKept(waiting)} on this machine until you add it again.`,
      action: { label: 'Undo', run: () => void restoreRegistry(id, wasShown) },
    });
  } catch (thrown) {
    useNotices.getState().showError(toBridgeError(thrown));
  }
}

function describeKept(waiting: number): string {
  if (waiting === 0) return 'Drafts stay';
  return `Drafts and ${formatCount(waiting, 'save')} that ${waiting === 1 ? 'waits' : 'wait'} to be sent stay`;
}

async function restoreRegistry(id: string, isToShow: boolean): Promise<void> {
  try {
    useConnections.getState().replace(await unwrap(bridge.connections.restore({ connection: id })));
    if (isToShow) showRegistry(id);
  } catch (thrown) {
    useNotices.getState().showError(toBridgeError(thrown));
  }
}

/** Looks at once whether a registry answers. */
export async function reconnectRegistry(id: string): Promise<void> {
  try {
    await unwrap(bridge.connections.reconnect({ connection: id }));
  } catch (thrown) {
    useNotices.getState().showError(toBridgeError(thrown));
  }
}
