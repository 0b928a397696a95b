import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { securityHeaders } from '../content-security-policy.ts';
import { findRendererFile } from '../renderer-files.ts';
import { refusalPage } from './refusal-page.ts';
import { hasOwnHost, hasOwnOrigin } from './request-guard.ts';
import type { WebSession } from './session.ts';
import type { WebTransport } from './web-transport.ts';

export const bridgePath = '/bridge';

/**
 * Listens on 127.0.0.1, on `port` or, where that is in use and `mayMove`, on a free one.
 *
 * @throws with a sentence where the port is in use
 */
export async function listenOnLoopback(port: number, mayMove: boolean): Promise<Server> {
  const server = createServer({ requestTimeout: 15_000, headersTimeout: 10_000 });
  server.listen({ host: '127.0.0.1', port });
  try {
    await once(server, 'listening');
  } catch (error) {
    const isInUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    if (!isInUse) throw error;
    if (!mayMove) throw new Error(`Port ${port} is in use. Choose another one with --port.`);
    return listenOnLoopback(0, false);
  }
  return server;
}

/** Serves the renderer's files and the bridge, to the browser with the session and to nobody else. */
export function serveApp(
  server: Server,
  port: number,
  rendererFolder: string,
  session: WebSession,
  transport: WebTransport,
): void {
  server.on('request', (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (!hasOwnHost(request, port))
      return refuse(response, 403, 'This address belongs to PromptForge alone.');
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return refuse(response, 405, 'There is nothing to send here.');
    }
    const token = url.searchParams.get('token');
    const cookie = token === null ? null : session.redeem(token);
    if (cookie) return redirectHome(response, cookie);
    if (!session.isValid(request)) {
      return refuse(response, 401, 'Open the link that PromptForge printed when it started. It works once.');
    }
    if (token !== null) return redirectHome(response);
    serveFile(request, response, rendererFolder, url.pathname);
  });

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const isOurs = hasOwnHost(request, port) && hasOwnOrigin(request, port);
    if (!isOurs || request.url !== bridgePath) return cutOff(socket, '403 Forbidden');
    if (!session.isValid(request)) return cutOff(socket, '401 Unauthorized');
    transport.accept(request, socket, head);
  });
}

function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  rendererFolder: string,
  path: string,
): void {
  const file = findRendererFile(rendererFolder, path);
  if (!file) {
    refuse(response, 404, 'There is no such page.');
    return;
  }
  response.writeHead(200, {
    ...securityHeaders,
    'content-type': file.contentType,
    'cache-control': file.cacheControl,
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response);
}

function redirectHome(response: ServerResponse, cookie?: string): void {
  response.writeHead(303, {
    ...securityHeaders,
    location: '/',
    'cache-control': 'no-store',
    ...(cookie ? { 'set-cookie': cookie } : {}),
  });
  response.end();
}

function refuse(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, {
    ...securityHeaders,
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  });
  response.end(refusalPage(sentence));
}

function cutOff(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
