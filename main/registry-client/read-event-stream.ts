import { EventSourceParserStream } from 'eventsource-parser/stream';
import { type RegistryEvent, registryEvent } from '#core/contract/shapes.ts';

/** A registry that is well sends a comment every 15 s; after this silence the connection counts as lost. */
const longestSilence = 40_000;

/** Reads registry events from the body of an event stream. What is no event at all is passed over. */
export async function* readEventStream(body: ReadableStream<Uint8Array>): AsyncIterable<RegistryEvent> {
  const { stream, stop } = endWhenSilent(body);
  const messages = stream
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(new EventSourceParserStream());
  try {
    for await (const message of messages) {
      const event = registryEvent.safeParse(JSON.parse(message.data));
      if (event.success) yield event.data;
    }
  } finally {
    stop();
  }
}

function endWhenSilent(body: ReadableStream<Uint8Array>) {
  let timer: NodeJS.Timeout | undefined;
  const restart = (controller: TransformStreamDefaultController<Uint8Array>) => {
    clearTimeout(timer);
    timer = setTimeout(() => controller.terminate(), longestSilence);
    timer.unref();
  };
  const watch = new TransformStream<Uint8Array, Uint8Array>({
    start: restart,
    transform(chunk, controller) {
      restart(controller);
      controller.enqueue(chunk);
    },
  });
  return { stream: body.pipeThrough(watch), stop: () => clearTimeout(timer) };
}
