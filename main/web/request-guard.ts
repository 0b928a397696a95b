import type { IncomingMessage } from 'node:http';

/** Against DNS rebinding: only the names of this machine itself. */
export function hasOwnHost(request: IncomingMessage, port: number): boolean {
  return ownHosts(port).includes(request.headers.host ?? '');
}

/** Against other sites: a browser says where a WebSocket comes from. */
export function hasOwnOrigin(request: IncomingMessage, port: number): boolean {
  return ownHosts(port).some((host) => request.headers.origin === `http://${host}`);
}

function ownHosts(port: number): string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}
