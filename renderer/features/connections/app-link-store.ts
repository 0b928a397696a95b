import { create } from 'zustand';
import type { AppTransport, LinkStatus } from '../../bridge/app-transport.ts';

interface LinkState {
  readonly status: LinkStatus;
  /** False until the link was open for the first time. */
  readonly wasOpen: boolean;
  follow(transport: AppTransport): void;
  reconnect(): void;
}

/** How this window reaches the app. */
export const useLink = create<LinkState>()((set, get) => ({
  status: 'reconnecting',
  wasOpen: false,
  follow(transport) {
    set({ reconnect: () => transport.reconnect() });
    transport.onLinkStatus((status) => set({ status, wasOpen: get().wasOpen || status === 'open' }));
  },
  reconnect: () => undefined,
}));
