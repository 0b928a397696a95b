import { WebSocket as NodeWebSocket } from 'ws';
import type { Bridge } from '#core/contract/bridge.ts';
import { createBridge } from '#core/contract/create-bridge.ts';
import { createWebTransport } from '#renderer/bridge/web-transport.ts';
import type { WebApp } from './start-web-app.ts';

/** Opens a session of the web shell as a browser does, and answers its bridge over the screen's own transport. */
export async function openBridge(app: WebApp): Promise<Bridge> {
  const answer = await fetch(app.link, { redirect: 'manual' });
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const address = `${app.origin.replace('http', 'ws')}/bridge`;
  const createSocket = () => {
    const socket = new NodeWebSocket(address, { headers: { cookie, origin: app.origin } });
    return socket.on('error', () => undefined) as unknown as WebSocket;
  };
  // Once its app is gone, this transport has nobody to come back to.
  return createBridge(createWebTransport({ createSocket, isSessionOver: async () => true }));
}
