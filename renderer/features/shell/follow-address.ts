import { readAddress, writeAddress } from '../../format/address.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useNavigation } from './navigation-store.ts';
import { useNotices } from './notices-store.ts';

/**
 * Keeps the address bar and the navigation store the same, whichever changes first. An entry of the browser's history
 * knows its registry, too: Back returns to where the user was, not to the same name in another registry.
 */
export function followAddress(): void {
  // What a reload left behind: which registry is shown now is decided when the registries are known.
  history.replaceState(null, '', location.hash);
  const read = () => {
    const address = readAddress(location.hash);
    if (!address) return;
    const wanted = recordedConnection();
    const isElsewhere = wanted !== null && wanted !== useConnections.getState().currentId;
    if (isElsewhere && !goTo(wanted)) return;
    if (writeAddress(useNavigation.getState()) !== location.hash) {
      useNavigation.setState({ ...address, dialog: null });
    }
    if (wanted === null) recordConnection();
  };
  read();
  // A link is told by the one, the way to an entry with the same address by the other.
  addEventListener('hashchange', read);
  addEventListener('popstate', read);
  // Several changes of one step, such as another registry and its prompt, are one entry.
  let isDue = false;
  const write = () => {
    isDue = false;
    const hash = writeAddress(useNavigation.getState());
    const recorded = recordedConnection();
    const isElsewhere = recorded !== null && recorded !== useConnections.getState().currentId;
    if (location.hash !== hash || isElsewhere) history.pushState(entryHere(), '', hash);
  };
  const writeSoon = () => {
    if (!isDue) queueMicrotask(write);
    isDue = true;
  };
  useNavigation.subscribe(writeSoon);
  useConnections.subscribe((state, before) => {
    if (state.currentId !== before.currentId && recordedConnection() !== null) writeSoon();
  });
}

/** Notes in the history's entry which registry is on the screen, once that is known. */
export function recordConnection(): void {
  history.replaceState(entryHere(), '', writeAddress(useNavigation.getState()));
}

interface Entry {
  readonly connection: string;
}

function entryHere(): Entry | null {
  const { connections, currentId } = useConnections.getState();
  return connections === null ? null : { connection: currentId };
}

const recordedConnection = () => (history.state as Entry | null)?.connection ?? null;

/** Shows another registry, with nothing of the one before; false where it was removed meanwhile. */
function goTo(connection: string): boolean {
  const isKnown = useConnections.getState().connections?.some(({ id }) => id === connection) === true;
  if (isKnown) {
    useNavigation.getState().leaveRegistry();
    useConnections.getState().choose(connection);
    return true;
  }
  useNavigation.getState().openView('prompts');
  recordConnection();
  useNotices.getState().show({
    tone: 'neutral',
    title: 'That page is gone',
    message: 'It was in a registry that you have removed here. Add the registry again to open it.',
  });
  return false;
}
