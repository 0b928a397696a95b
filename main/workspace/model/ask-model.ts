import type { ModelFault } from '#core/contract/model-shapes.ts';
import { ModelFaultError } from './model-fault-error.ts';
import { type AnswerPart, readAnswerStream, readWholeAnswer } from './read-model-answer.ts';
import { readRefusal } from './read-refusal.ts';

/** Where and what a model is asked. */
export interface ModelQuestionOptions {
  /** The address below which `/chat/completions` is. */
  readonly address: string;
  readonly key: string | null;
  readonly model: string;
  readonly messages: readonly { readonly role: 'system' | 'user'; readonly content: string }[];
  /** How the network is reached: through the system's proxy, where it has one. */
  readonly send?: typeof fetch | undefined;
  readonly signal: AbortSignal;
  /** Told every piece of the answer as it arrives. */
  readonly onText: (text: string) => void;
  readonly patience?: Patience | undefined;
}

/** In milliseconds. */
export interface Patience {
  /** Until something arrives at all; a model on the own machine may have to be loaded first. */
  readonly first: number;
  /** Between two pieces. */
  readonly silence: number;
  /** For all of it. */
  readonly whole: number;
}

export const usualPatience: Patience = { first: 120_000, silence: 60_000, whole: 600_000 };

/** The most that is taken of one answer: text in UTF-16 units, and everything that carries it in bytes. */
export const longestAnswer = 200_000;
const longestBody = 16 * 1024 * 1024;
const longestRefusal = 64 * 1024;

export interface AnswerEnd {
  readonly tokens: { readonly input: number; readonly output: number } | null;
  /** True where the model stopped because it may not write more. */
  readonly isAtLimit: boolean;
}

/**
 * Asks a model over the chat completions protocol, streaming.
 *
 * @throws {ModelFaultError} why there is no answer, or not all of it; what had arrived was told by then
 * @throws the signal's reason where it was aborted
 */
export async function askModel(options: ModelQuestionOptions): Promise<AnswerEnd> {
  try {
    return await askOnce(options, true);
  } catch (error) {
    // Some servers do not know that tokens can be asked for.
    const isUnknownOption =
      error instanceof ModelFaultError &&
      error.fault.kind === 'refused' &&
      /stream_options/.test(error.fault.detail ?? '');
    if (!isUnknownOption) throw error;
    return askOnce(options, false);
  }
}

async function askOnce(options: ModelQuestionOptions, withTokens: boolean): Promise<AnswerEnd> {
  const { address, key, model, messages, send = fetch, signal, patience = usualPatience } = options;
  const watch = createWatch(patience, signal);
  try {
    const response = await send(`${address}/chat/completions`, {
      method: 'POST',
      // The text and the key go to the address that the user gave, and nowhere else.
      redirect: 'manual',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream, application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({
        model,
        messages,
        stream: true,
        ...(withTokens ? { stream_options: { include_usage: true } } : {}),
      }),
      signal: watch.signal,
    });
    if (!response.ok || !response.body) {
      const body = response.body ? await readText(response.body, longestRefusal) : '';
      throw readRefusal(response.status, response.headers, body);
    }
    watch.heard();
    return await readAnswer(response, options.onText, watch.heard);
  } catch (error) {
    signal.throwIfAborted();
    if (watch.signal.aborted) throw new ModelFaultError('too-slow');
    throw error instanceof ModelFaultError ? error : new ModelFaultError(...faultOf(error, watch.wasHeard()));
  } finally {
    watch.stop();
  }
}

async function readAnswer(
  response: Response,
  onText: (text: string) => void,
  onHeard: () => void,
): Promise<AnswerEnd> {
  const type = response.headers.get('content-type') ?? '';
  const body = bound(response.body as ReadableStream<Uint8Array>, onHeard);
  const isStream = type.includes('text/event-stream');
  if (!isStream && !type.includes('json')) throw new ModelFaultError('not-an-api');
  const parts: AsyncIterable<AnswerPart> = isStream ? readAnswerStream(body) : readWholeAnswer(body);
  let length = 0;
  let tokens: AnswerEnd['tokens'] = null;
  let reason: string | null = null;
  for await (const part of parts) {
    if (part.text !== '') {
      const text = part.text.slice(0, longestAnswer - length);
      length += text.length;
      if (text !== '') onText(text);
      if (text.length < part.text.length) throw new ModelFaultError('too-long');
    }
    tokens = part.tokens ?? tokens;
    reason = part.finishReason ?? reason;
  }
  if (reason === null) throw new ModelFaultError('cut-off');
  return { tokens, isAtLimit: reason === 'length' };
}

/** Tells of every piece that arrives, and takes no more than there may be. */
function bound(body: ReadableStream<Uint8Array>, onHeard: () => void): ReadableStream<Uint8Array> {
  let size = 0;
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        onHeard();
        size += chunk.byteLength;
        if (size > longestBody) controller.error(new ModelFaultError('too-long'));
        else controller.enqueue(chunk);
      },
    }),
  );
}

async function readText(body: ReadableStream<Uint8Array>, longest: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > longest) break;
  }
  return text;
}

/** Aborts what takes too long. */
function createWatch({ first, silence, whole }: Patience, outer: AbortSignal) {
  const tooSlow = new AbortController();
  const end = setTimeout(() => tooSlow.abort(), whole);
  let timer = setTimeout(() => tooSlow.abort(), first);
  let hasHeard = false;
  return {
    signal: AbortSignal.any([tooSlow.signal, outer]),
    wasHeard: () => hasHeard,
    heard() {
      hasHeard = true;
      clearTimeout(timer);
      timer = setTimeout(() => tooSlow.abort(), silence);
    },
    stop() {
      clearTimeout(timer);
      clearTimeout(end);
    },
  };
}

function faultOf(error: unknown, wasHeard: boolean): [ModelFault['kind'], string | null] {
  if (wasHeard) return ['cut-off', null];
  const code = codeOf(error);
  if (/^(CERT_|ERR_TLS_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/.test(code)) return ['certificate', null];
  // Whatever speaks something else than HTTP.
  if (error instanceof Error && nameOf(error.cause) === 'HTTPParserError') return ['not-an-api', null];
  return ['unreachable', null];
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : '');

function codeOf(error: unknown): string {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code;
  }
  return '';
}
