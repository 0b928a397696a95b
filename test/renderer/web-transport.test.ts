import type { AddressInfo } from 'node:net';
import { afterEach, expect, it, vi } from 'vitest';
import { type WebSocket as ServerSocket, WebSocketServer } from 'ws';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { LinkStatus } from '#renderer/bridge/app-transport.ts';
import { createWebTransport } from '#renderer/bridge/web-transport.ts';

const closers: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

/** A server that answers every call with its method's name, but `silent` with nothing. */
async function startServer(port = 0) {
  const server = new WebSocketServer({ host: '127.0.0.1', port });
  await new Promise((resolve) => server.on('listening', resolve));
  const sockets: ServerSocket[] = [];
  const received: string[] = [];
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('message', (data) => {
      const { id, method } = JSON.parse(String(data)) as { id: number; method: string };
      received.push(method);
      if (method !== 'silent') socket.send(JSON.stringify({ id, result: { ok: true, value: method } }));
    });
  });
  const close = () => {
    for (const socket of sockets) socket.terminate();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  closers.push(close);
  return { port: (server.address() as AddressInfo).port, sockets, received, close };
}

function connect(port: number, isSessionOver = async () => false) {
  const transport = createWebTransport({
    createSocket: () => new WebSocket(`ws://127.0.0.1:${port}`),
    isSessionOver,
    patience: 800,
  });
  let status: LinkStatus = 'reconnecting';
  transport.onLinkStatus((next) => {
    status = next;
  });
  return { transport, until: (wanted: LinkStatus) => vi.waitFor(() => expect(status).toBe(wanted), 3_000) };
}

it('answers calls, also those made before the link is open', async () => {
  const { port } = await startServer();
  const { transport } = connect(port);
  expect(await transport.invoke('prompts.list', {})).toEqual({ ok: true, value: 'prompts.list' });
});

it('hands over events', async () => {
  const { port, sockets } = await startServer();
  const { transport, until } = connect(port);
  const events: BridgeEvent[] = [];
  transport.subscribe((event) => events.push(event));
  await until('open');
  const event = { name: 'menuCommandChosen', payload: { command: 'new-prompt' } };
  sockets[0]?.send(JSON.stringify({ event }));
  await vi.waitFor(() => expect(events).toEqual([event]));
});

it('connects again and sends what waited', async () => {
  const first = await startServer();
  const { transport, until } = connect(first.port);
  await until('open');
  await first.close();
  await until('reconnecting');
  const waiting = transport.invoke('drafts.put', { content: 'typed while away' });
  const second = await startServer(first.port);
  expect(await waiting).toEqual({ ok: true, value: 'drafts.put' });
  expect(second.received).toEqual(['drafts.put']);
  await until('open');
});

it('fails a call that was sent and not answered, and never sends it twice', async () => {
  const first = await startServer();
  const { transport, until } = connect(first.port);
  await until('open');
  const lost = transport.invoke('silent', undefined);
  await vi.waitFor(() => expect(first.received).toEqual(['silent']));
  await first.close();
  expect(await lost).toMatchObject({ ok: false, error: { code: 'app-unreachable' } });
  const second = await startServer(first.port);
  await until('open');
  expect(second.received).toEqual([]);
});

it('fails a call that waited too long for the link', async () => {
  const { port, close } = await startServer();
  const { transport, until } = connect(port);
  await until('open');
  await close();
  await until('reconnecting');
  expect(await transport.invoke('prompts.list', {})).toMatchObject({
    ok: false,
    error: { code: 'app-unreachable' },
  });
});

it('stays away when another tab took over, until it is asked back', async () => {
  const { port, sockets } = await startServer();
  const { transport, until } = connect(port);
  await until('open');
  sockets[0]?.close(4001);
  await until('opened-elsewhere');
  transport.reconnect();
  await until('open');
  expect(sockets).toHaveLength(2);
});

it('says that the session is over where the server refuses it', async () => {
  const { port, close } = await startServer();
  await close();
  const { until } = connect(port, async () => true);
  await until('session-over');
});
