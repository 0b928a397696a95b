import { createHash, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What the registry is measured against: a bare handler that does the same work for one prompt in memory. It hashes
 * the bearer's key and compares it, parses the body, inserts the values and answers with the same JSON.
 */

interface BarePrompt {
  readonly name: string;
  readonly content: string;
  readonly contentHash: string;
  readonly key: string;
}

const hashOf = (text: string) => createHash('sha256').update(text).digest('hex');
const prompt = JSON.parse(process.argv[2] ?? '') as BarePrompt;
const keyHash = hashOf(prompt.key);
const parts = prompt.content.split(/\{\{(\w+)\}\}/);
const variables = [...new Set(parts.filter((_, index) => index % 2 === 1))];
const path = `/api/v1/prompts/${encodeURIComponent(prompt.name)}`;

const server = createServer(async (request, response) => {
  const hash = hashOf(request.headers.authorization?.slice('Bearer '.length) ?? '');
  if (request.url !== path || !timingSafeEqual(Buffer.from(hash), Buffer.from(keyHash))) {
    response.writeHead(401).end();
    return;
  }
  const body = JSON.parse(await readBody(request)) as { variables: Record<string, string> };
  const content = parts
    .map((part, index) => (index % 2 === 1 ? (body.variables[part] ?? '') : part))
    .join('');
  const { name, contentHash } = prompt;
  const answer = JSON.stringify({ name, version: 1, channel: 'stable', content, variables, contentHash });
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(answer),
  });
  response.end(answer);
});

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => resolve(text));
    request.on('error', reject);
  });
}

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`Listening on http://127.0.0.1:${port}\n`);
});
process.on('SIGTERM', () => {
  server.closeAllConnections();
  server.close();
});
