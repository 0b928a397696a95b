import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import type { EventsService } from './service.ts';

const batchSize = 200;
const heartbeatEvery = 15_000;

/** One listener's stream of server-sent events. */
export interface EventStream {
  /** There may be new events. */
  wake(): void;
  end(): void;
  /** Settles when the stream is over; rejects where the events could not be read. */
  readonly ended: Promise<void>;
}

interface StreamSource {
  readonly events: Pick<EventsService, 'listAfter'>;
  /** True where whoever listens may not any more. */
  readonly hasExpired: () => boolean;
}

/**
 * Sends the events after one, and then each that follows, in order. It reads the event log and nothing else, so
 * that none is lost or sent twice; a slow listener is waited for.
 */
export function createEventStream(
  response: ServerResponse,
  after: number,
  source: StreamSource,
): EventStream {
  let position = after;
  let isOver = false;
  let hasNews = true;
  let wakeUp = () => {};

  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
    'x-accel-buffering': 'no',
    'x-content-type-options': 'nosniff',
  });
  response.write(': this stream follows the registry\n\n');

  const heartbeat = setInterval(() => {
    if (source.hasExpired()) end();
    else if (!isOver) response.write(': still here\n\n');
  }, heartbeatEvery);

  function wake() {
    hasNews = true;
    wakeUp();
  }

  function end() {
    if (isOver) return;
    isOver = true;
    clearInterval(heartbeat);
    response.end();
    wakeUp();
  }

  async function sendNews() {
    const events = await source.events.listAfter(position, batchSize);
    for (const event of events) {
      if (isOver) return;
      position = event.seq;
      if (!response.write(format(event)))
        await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
    hasNews ||= events.length === batchSize;
  }

  async function run() {
    while (!isOver) {
      if (hasNews) {
        hasNews = false;
        await sendNews();
      } else {
        await new Promise<void>((resolve) => {
          wakeUp = resolve;
        });
      }
    }
  }

  return { wake, end, ended: run().finally(end) };
}

function format(event: RegistryEvent): string {
  return `id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;
}
