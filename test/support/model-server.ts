import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

export interface ModelRequest {
  readonly model: string;
  readonly messages: readonly { readonly role: string; readonly content: string }[];
  readonly stream: boolean;
  readonly stream_options?: unknown;
}

export interface ModelServer {
  /** What a user would give, ending in `/v1`. */
  readonly address: string;
  /** What was asked, in order. */
  readonly requests: readonly { readonly body: ModelRequest; readonly authorization: string | undefined }[];
  /** How many were answered at the same time, at most. */
  readonly mostAtOnce: () => number;
  close(): Promise<void>;
}

type Behaviour = (request: ModelRequest, response: ServerResponse, attempt?: number) => Promise<void> | void;

/** The key that it takes. */
export const modelKey = 'sk-test-of-the-model';

/**
 * A small server that speaks the chat completions protocol. The name of the model says how it behaves; any other
 * name answers with an echo, word by word.
 */
export async function startModelServer(): Promise<ModelServer> {
  const requests: { body: ModelRequest; authorization: string | undefined }[] = [];
  let atOnce = 0;
  let mostAtOnce = 0;
  const server = createServer(async (request, response) => {
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions')
      return refuse(response, 404, 'No such page.');
    const body = JSON.parse(await readBody(request)) as ModelRequest;
    requests.push({ body, authorization: request.headers.authorization });
    if (request.headers.authorization !== `Bearer ${modelKey}`)
      return refuse(response, 401, 'Incorrect API key.');
    atOnce += 1;
    mostAtOnce = Math.max(mostAtOnce, atOnce);
    response.on('close', () => {
      atOnce -= 1;
    });
    const attempt = requests.filter((other) => other.body.model === body.model).length;
    await (behaviours[body.model] ?? echo)(body, response, attempt);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    mostAtOnce: () => mostAtOnce,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

const behaviours: Readonly<Record<string, Behaviour>> = {
  slow: (request, response) => stream(response, wordsOf(request), { pause: 60 }),
  silent: (_request, response) => void response.writeHead(200, eventStream).write(piece('One moment')),
  'never-begins': () => undefined,
  failing: (_request, response) => refuse(response, 500, 'The engine is on fire.'),
  'not-there': (_request, response) => refuse(response, 404, 'The model “not-there” does not exist.'),
  picky: (_request, response) => refuse(response, 400, 'This model does not take a system message.'),
  busy: (_request, response) => refuse(response, 429, 'Rate limit reached.', { 'retry-after': '3600' }),
  'busy-once': (request, response, attempt) =>
    attempt === 1
      ? refuse(response, 429, 'Rate limit reached.', { 'retry-after': '0' })
      : echo(request, response),
  'busy-by-date': (request, response, attempt) => {
    const soon = new Date(Date.now() + 1_000).toUTCString();
    return attempt === 1 ? refuse(response, 503, 'Soon.', { 'retry-after': soon }) : echo(request, response);
  },
  cut: async (_request, response) => {
    response.writeHead(200, eventStream).write(piece('Half of an '));
    await wait(50);
    response.destroy();
  },
  'ends-early': (_request, response) => void response.writeHead(200, eventStream).end(piece('Half of an ')),
  garbage: (_request, response) =>
    void response.writeHead(200, eventStream).end(`${piece('Well ')}data: {"choices": [{]\n\n`),
  'fails-midway': (_request, response) => {
    const error = JSON.stringify({ error: { message: 'Out of memory.' } });
    response.writeHead(200, eventStream).end(`${piece('Well ')}data: ${error}\n\n`);
  },
  page: (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Welcome</h1>'),
  'other-json': (_request, response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end('{"hello": "world"}'),
  whole: (request, response) =>
    void response.writeHead(200, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        choices: [
          { message: { role: 'assistant', content: wordsOf(request).join('') }, finish_reason: 'stop' },
        ],
        usage: { prompt_tokens: 7, completion_tokens: 3 },
      }),
    ),
  huge: (_request, response) =>
    stream(
      response,
      Array.from({ length: 60 }, () => 'x'.repeat(10_000)),
    ),
  'one-line': async (_request, response) => {
    response.writeHead(200, eventStream);
    const line = 'x'.repeat(1024 * 1024);
    for (let size = 0; size < 64 && !response.destroyed; size += 1) {
      if (!response.write(line)) await wait(5);
    }
    response.end();
  },
  'at-limit': (_request, response) => stream(response, ['As long as I may'], { reason: 'length' }),
  'without-usage': (request, response) =>
    request.stream_options
      ? refuse(response, 400, 'Unrecognized request argument supplied: stream_options')
      : stream(response, ['Fine.'], { usage: false }),
  moved: (_request, response) => {
    response.writeHead(308, { location: 'https://elsewhere.example/v1/chat/completions' }).end();
  },
};

const eventStream = { 'content-type': 'text/event-stream; charset=utf-8' };

const echo: Behaviour = (request, response) => stream(response, wordsOf(request));

const wordsOf = ({ messages }: ModelRequest) => `You said: ${messages.at(-1)?.content ?? ''}`.split(/(?<= )/);

async function stream(
  response: ServerResponse,
  words: readonly string[],
  { pause = 0, reason = 'stop', usage = true } = {},
): Promise<void> {
  // A comment and an empty first piece, as servers of this kind send them.
  response.writeHead(200, eventStream).write(`: hello\n\n${piece(null)}`);
  for (const word of words) {
    if (response.destroyed) return;
    response.write(piece(word));
    if (pause > 0) await wait(pause);
  }
  response.write(`data: ${JSON.stringify({ choices: [{ delta: {}, finish_reason: reason }] })}\n\n`);
  const tokens = { prompt_tokens: 100, completion_tokens: words.length, total_tokens: 100 + words.length };
  if (usage) response.write(`data: ${JSON.stringify({ choices: [], usage: tokens })}\n\n`);
  response.end('data: [DONE]\n\n');
}

function piece(content: string | null): string {
  const delta = content === null ? { role: 'assistant', content: '' } : { content };
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason: null }] })}\n\n`;
}

function refuse(response: ServerResponse, status: number, message: string, headers = {}): void {
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify({ error: { message } }));
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text;
}
