import { EventSourceParserStream } from 'eventsource-parser/stream';
import { z } from 'zod';
import { ModelFaultError } from './model-fault-error.ts';
import { findMessage } from './read-refusal.ts';

/** A piece of an answer. */
export interface AnswerPart {
  readonly text: string;
  readonly finishReason: string | null;
  readonly tokens: { readonly input: number; readonly output: number } | null;
}

const usage = z
  .object({ prompt_tokens: z.number().nonnegative(), completion_tokens: z.number().nonnegative() })
  .nullish()
  .catch(null);
const said = z.object({ content: z.string().nullish() }).nullish();
const choices = z.array(z.object({ delta: said, message: said, finish_reason: z.string().nullish() }));
const piece = z.object({ choices, usage }).or(z.object({ choices: z.array(z.never()).optional(), usage }));

/**
 * Reads an answer that is streamed. What does not belong to the protocol ends it.
 *
 * @throws {ModelFaultError} `cut-off` for what is no piece of an answer, `failed` where the server says so
 */
export async function* readAnswerStream(body: ReadableStream<Uint8Array>): AsyncIterable<AnswerPart> {
  const messages = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .pipeThrough(new EventSourceParserStream());
  for await (const { data } of messages) {
    if (data.trim() === '[DONE]') return;
    yield toPart(data, 'cut-off');
  }
}

/** Reads an answer of a server that does not stream: one document. */
export async function* readWholeAnswer(body: ReadableStream<Uint8Array>): AsyncIterable<AnswerPart> {
  const text = await new Response(body).text();
  const part = toPart(text, 'not-an-api');
  if (part.finishReason === null && part.text === '') throw new ModelFaultError('not-an-api');
  // Not every server says why it ended; that it did is plain from the document.
  yield { ...part, finishReason: part.finishReason ?? 'stop' };
}

function toPart(json: string, otherwise: 'cut-off' | 'not-an-api'): AnswerPart {
  let document: unknown;
  try {
    document = JSON.parse(json);
  } catch {
    throw new ModelFaultError(otherwise);
  }
  if (typeof document === 'object' && document !== null && 'error' in document && document.error) {
    throw new ModelFaultError('failed', findMessage(json));
  }
  const parsed = piece.safeParse(document);
  if (!parsed.success) throw new ModelFaultError(otherwise);
  const choice = parsed.data.choices?.[0];
  const { usage: tokens } = parsed.data;
  return {
    text: choice?.delta?.content ?? choice?.message?.content ?? '',
    finishReason: choice?.finish_reason ?? null,
    tokens: tokens ? { input: tokens.prompt_tokens, output: tokens.completion_tokens } : null,
  };
}
