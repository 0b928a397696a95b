import { EventSourceParserStream } from 'eventsource-parser/stream';
import { type RegistryEvent, registryEvent } from '#core/contract/shapes.ts';
import type { RegistryCaller } from './registry-caller.ts';

export interface EventReader {
  readonly response: Response;
  /** The next events, in the order in which they came. */
  take(count: number): Promise<RegistryEvent[]>;
  /** True once the server has ended the stream. */
  hasEnded(): Promise<boolean>;
  close(): void;
}

/** Opens the event stream, after an event or from now on. */
export async function openEventStream(caller: RegistryCaller, lastEventId?: number): Promise<EventReader> {
  const stop = new AbortController();
  const headers: Record<string, string> =
    lastEventId === undefined ? {} : { 'last-event-id': `${lastEventId}` };
  const response = await caller.send('GET', '/events/stream', { headers, signal: stop.signal });
  if (!response.body) throw new Error('The stream has no body.');
  const messages = response.body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array<ArrayBuffer>>)
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  return {
    response,
    take: async (count) => {
      const events: RegistryEvent[] = [];
      while (events.length < count) {
        const { value, done } = await messages.read();
        if (done) throw new Error('The stream has ended.');
        const event = registryEvent.parse(JSON.parse(value.data));
        if (value.id !== String(event.seq) || value.event !== event.type)
          throw new Error('Not its own frame.');
        events.push(event);
      }
      return events;
    },
    hasEnded: async () => (await messages.read()).done,
    close: () => stop.abort(),
  };
}
