import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';

/** A request as it arrived. */
export interface Arrival {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly at: number;
}

/** How a receiver answers: a status, or anything it likes. Leaving the response alone lets the sender hang. */
type Answer = number | ((response: ServerResponse, request: IncomingMessage, count: number) => void);

export interface WebhookReceiver {
  readonly url: string;
  readonly port: number;
  readonly arrivals: readonly Arrival[];
  answer: Answer;
  /** Waits until so many requests have arrived in all. */
  hasReceived(count: number, patience?: number): Promise<readonly Arrival[]>;
  close(): Promise<void>;
}

/** A real HTTP server that notes what it is sent. */
export async function startReceiver(answer: Answer = 204): Promise<WebhookReceiver> {
  const arrivals: Arrival[] = [];
  const server = createServer(async (request, response) => {
    const body = await text(request);
    const headers = request.headers as Record<string, string>;
    arrivals.push({ path: request.url ?? '', headers, body, at: Date.now() });
    if (typeof receiver.answer === 'number') response.writeHead(receiver.answer).end('noted');
    else receiver.answer(response, request, arrivals.length);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const receiver: WebhookReceiver = {
    url: `http://127.0.0.1:${port}/hook`,
    port,
    arrivals,
    answer,
    hasReceived: async (count, patience = 30_000) => {
      const deadline = Date.now() + patience;
      while (arrivals.length < count) {
        if (Date.now() > deadline) throw new Error(`${arrivals.length} of ${count} requests have arrived.`);
        await delay(10);
      }
      return arrivals;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}

/** What a receiver does with a request: verifies it with the reference library, and reads it. */
export function verifyArrival(secret: string, { body, headers }: Arrival) {
  return new Webhook(secret).verify(body, { ...headers }) as {
    readonly type: string;
    readonly timestamp: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
}
