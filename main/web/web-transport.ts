import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import type { App } from '../app.ts';

/** The tab is told by this code that another one has taken over. */
const openedElsewhere = 4001;
const pingEvery = 20_000;
/** A tab sends what was typed within 150 ms; in milliseconds. */
const lastWords = 300;
const largestMessage = 16 * 1024 * 1024;

const call = z.strictObject({ id: z.number().int(), method: z.string(), input: z.unknown().optional() });

export interface WebTransport {
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Takes in what the tab is still sending, then lets it go. */
  close(): Promise<void>;
}

/**
 * Carries the bridge's calls and events over a WebSocket. One tab at a time: two would overwrite each other's
 * drafts, so that the newer one takes over and the older one says so.
 */
export function createWebTransport(app: App): WebTransport {
  const server = new WebSocketServer({ noServer: true, maxPayload: largestMessage });
  let tab: WebSocket | null = null;

  const unsubscribe = app.subscribe((event) => tab?.send(JSON.stringify({ event })));
  const pinging = setInterval(() => tab?.ping(), pingEvery);
  pinging.unref();

  function use(socket: WebSocket): void {
    tab?.close(openedElsewhere, 'PromptForge was opened in another tab.');
    tab = socket;
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      if (tab === socket) tab = null;
    });
    socket.on('message', async (data) => {
      const message = call.safeParse(parseJson(String(data)));
      if (!message.success) return socket.close(1003, 'Not a call of the bridge.');
      if (tab !== socket) return void hearLate(message.data);
      const result = await app.handle(message.data.method, message.data.input);
      socket.send(JSON.stringify({ id: message.data.id, result }));
    });
  }

  /** What a tab still sends after another one has taken over is kept, but not in the place of that one's text. */
  async function hearLate({ method, input }: z.infer<typeof call>): Promise<void> {
    if (method === 'drafts.put') await app.handle('drafts.keepEarlier', input);
  }

  return {
    accept: (request, socket, head) => server.handleUpgrade(request, socket, head, use),
    async close() {
      if (tab) await delay(lastWords);
      clearInterval(pinging);
      unsubscribe();
      tab?.close(1001, 'PromptForge was closed.');
      server.close();
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
