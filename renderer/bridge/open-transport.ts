import type { AppTransport, PreloadedWindow } from './app-transport.ts';
import { createPreloadTransport } from './preload-transport.ts';
import { createWebTransport } from './web-transport.ts';

/** Takes the preload script's bridge where there is one, else connects to the server that this page came from. */
export function openTransport(): AppTransport {
  const { bridge, bridgeEvents } = window as unknown as PreloadedWindow;
  if (bridge && bridgeEvents) return createPreloadTransport(bridge, bridgeEvents);
  const transport = createWebTransport({
    createSocket: () =>
      new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/bridge`),
    isSessionOver,
  });
  let isOpen = false;
  transport.onLinkStatus((status) => {
    isOpen = status === 'open';
  });
  addEventListener('beforeunload', (event) => {
    if (!isOpen && transport.hasWaitingCalls()) event.preventDefault();
  });
  return transport;
}

/** A refused WebSocket tells no reason, so the same server is asked for the page. */
async function isSessionOver(): Promise<boolean> {
  try {
    const answer = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    return answer.status === 401 || answer.status === 403;
  } catch {
    return false;
  }
}
