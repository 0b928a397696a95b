import { readAddress, writeAddress } from '../../format/address.ts';
import { useNavigation } from './navigation-store.ts';

/** Keeps the address bar and the navigation store the same, whichever changes first. */
export function followAddress(): void {
  const readHash = () => {
    const address = readAddress(location.hash);
    if (address && writeAddress(useNavigation.getState()) !== location.hash) {
      useNavigation.setState({ ...address, dialog: null });
    }
  };
  readHash();
  addEventListener('hashchange', readHash);
  useNavigation.subscribe((state) => {
    const hash = writeAddress(state);
    if (location.hash !== hash) history.pushState(null, '', hash);
  });
}
