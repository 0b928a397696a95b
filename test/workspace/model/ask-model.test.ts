import { createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { longestAnswer, type ModelQuestionOptions } from '#main/workspace/model/ask-model.ts';
import { askPatiently } from '#main/workspace/model/ask-patiently.ts';
import { ModelFaultError } from '#main/workspace/model/model-fault-error.ts';
import { toBaseAddress } from '#main/workspace/model/model-service.ts';
import { type ModelServer, modelKey, startModelServer } from '#test/support/model-server.ts';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

const quick = { first: 400, silence: 400, whole: 20_000 };

async function ask(model: string, options: Partial<ModelQuestionOptions> = {}) {
  let text = '';
  const pieces: string[] = [];
  const answer = askPatiently(
    {
      address: server.address,
      key: modelKey,
      model,
      messages: [{ role: 'user', content: 'Good day, Ada' }],
      signal: new AbortController().signal,
      patience: quick,
      ...options,
      onText(piece) {
        text += piece;
        pieces.push(piece);
        options.onText?.(piece);
      },
    },
    10,
  );
  const end = await answer.catch((error: unknown) => {
    if (!(error instanceof ModelFaultError)) throw error;
    return error.fault;
  });
  return { text, pieces: pieces.length, end };
}

describe('an answer', () => {
  it('arrives piece by piece, with its tokens', async () => {
    const { text, pieces, end } = await ask('any');
    expect(text).toBe('You said: Good day, Ada');
    expect(pieces).toBe(5);
    expect(end).toEqual({ tokens: { input: 100, output: 5 }, isAtLimit: false });
  });

  it('may come whole, or without tokens, or end where the model may not write more', async () => {
    expect(await ask('whole')).toMatchObject({
      text: 'You said: Good day, Ada',
      end: { tokens: { input: 7, output: 3 }, isAtLimit: false },
    });
    expect(await ask('without-usage')).toMatchObject({ text: 'Fine.', end: { tokens: null } });
    expect(await ask('at-limit')).toMatchObject({ end: { isAtLimit: true } });
  });

  it.each([
    ['failing', 'failed', 'The engine is on fire.', ''],
    ['not-there', 'not-found', 'The model “not-there” does not exist.', ''],
    ['picky', 'refused', 'This model does not take a system message.', ''],
    ['busy', 'busy', 'Rate limit reached.', ''],
    ['cut', 'cut-off', null, 'Half of an '],
    ['ends-early', 'cut-off', null, 'Half of an '],
    ['garbage', 'cut-off', null, 'Well '],
    ['fails-midway', 'failed', 'Out of memory.', 'Well '],
    ['page', 'not-an-api', null, ''],
    ['other-json', 'not-an-api', null, ''],
    ['silent', 'too-slow', null, 'One moment'],
    ['never-begins', 'too-slow', null, ''],
    ['moved', 'moved', 'https://elsewhere.example/v1/chat/completions', ''],
  ])('from a server that is “%s” is said to be %s', async (model, kind, detail, text) => {
    expect(await ask(model)).toMatchObject({ text, end: { kind, detail } });
  });

  it('is asked for again where the server is busy, no sooner than it wants', async () => {
    expect(await ask('busy-once')).toMatchObject({ text: 'You said: Good day, Ada' });
    expect(server.requests.filter(({ body }) => body.model === 'busy-once')).toHaveLength(2);
    expect(await ask('busy-by-date')).toMatchObject({ text: 'You said: Good day, Ada' });
    expect(server.requests.filter(({ body }) => body.model === 'busy')).toHaveLength(1);
  });

  it('is never asked for twice once it has begun', () => {
    for (const model of ['cut', 'garbage', 'fails-midway']) {
      expect(server.requests.filter(({ body }) => body.model === model)).toHaveLength(1);
    }
  });

  it('is bounded, in its text and in what carries it', async () => {
    const { text, end } = await ask('huge');
    expect(text).toHaveLength(longestAnswer);
    expect(end).toEqual({ kind: 'too-long', detail: null });
    expect(await ask('one-line')).toMatchObject({ text: '', end: { kind: 'too-long' } });
  });

  it('ends at once where it is given up', async () => {
    const controller = new AbortController();
    const onText = () => controller.abort();
    await expect(ask('slow', { signal: controller.signal, onText })).rejects.toThrow();
    await expect(ask('never-begins', { signal: AbortSignal.timeout(50) })).rejects.toThrow();
  });
});

it('a wrong key, a closed port and a server of another kind are told apart', async () => {
  expect((await ask('any', { key: 'wrong' })).end).toEqual({
    kind: 'key-refused',
    detail: 'Incorrect API key.',
  });
  expect((await ask('any', { key: null })).end).toMatchObject({ kind: 'key-refused' });
  expect((await ask('any', { address: 'http://127.0.0.1:1/v1' })).end).toMatchObject({ kind: 'unreachable' });
  expect((await ask('any', { address: `${server.address}/x` })).end).toMatchObject({ kind: 'not-found' });
  const other = createServer((socket) =>
    socket.on('error', () => undefined).on('data', () => socket.write('220 mail.example ESMTP\r\n')),
  );
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as { port: number };
  expect((await ask('any', { address: `http://127.0.0.1:${port}` })).end).toMatchObject({
    kind: 'not-an-api',
  });
  other.close();
});

it.each([
  ['https://api.example.com/v1/', 'https://api.example.com/v1'],
  [' http://localhost:11434/v1/chat/completions ', 'http://localhost:11434/v1'],
  ['https://api.example.com/v1?x=1#y', 'https://api.example.com/v1'],
  ['https://me:secret@api.example.com', null],
  ['ftp://example.com', null],
  ['example.com', null],
])('the address %s', (typed, address) => {
  expect(toBaseAddress(typed)).toBe(address);
});
