import type { IncomingMessage, ServerResponse } from 'node:http';
import { basePath } from '#core/contract/registry-api.ts';
import { hasRole } from '#core/domain/roles.ts';
import { tagOf } from '../http/entity-tag.ts';
import { makeRequestId } from '../http/log-requests.ts';
import type { Authenticator } from '../keys/authenticate.ts';
import type { RateLimit } from '../keys/rate-limit.ts';
import type { CountAnswer } from '../metrics/create-metrics.ts';
import { readWantedText } from './read-wanted-text.ts';
import { cacheControlOf, jsonType, varyHeader } from './serve-text.ts';
import { identityOf, type ResolveService } from './service.ts';

const prefix = `${basePath}/prompts/`;
const largestBody = 64 * 1024;

export interface FastPath {
  /** Takes a request, or leaves it untouched and says so with `false`. */
  handle(request: IncomingMessage, response: ServerResponse): boolean;
  /** The body of a request that was handed back after it had been read. */
  takeBody(request: IncomingMessage): Buffer | undefined;
}

export interface FastPathParts {
  readonly resolve: ResolveService;
  readonly authenticator: Authenticator;
  readonly rateLimit: RateLimit;
  /** Counts what was answered here. */
  readonly count: CountAnswer;
}

/**
 * The way on which applications fetch prompts: `POST /prompts/{name}` with a key, a prompt and a version that are
 * in memory, answered without the router, its hooks and its schemas. Everything else, every refusal included, is
 * handed to the router, so there is one place that says no.
 *
 * @param isOpen false where the router has something to say about every request, for example while closing
 */
export function createFastPath(
  { resolve, authenticator, rateLimit, count }: FastPathParts,
  isOpen: (request: IncomingMessage) => boolean,
  handBack: (request: IncomingMessage, response: ServerResponse) => void,
): FastPath {
  const bodies = new WeakMap<IncomingMessage, Buffer>();

  const answer = (name: string, body: Buffer, requestId: string, response: ServerResponse): boolean => {
    const wanted = readWantedText(body);
    const resolved = wanted && resolve.resolveFromMemory(name, wanted);
    if (!resolved) return false;
    const text = JSON.stringify(resolved);
    // Names and values in turn: pairs of them would be one more list each.
    response.writeHead(200, [
      'x-request-id',
      requestId,
      'x-content-type-options',
      'nosniff',
      'etag',
      tagOf(`json ${identityOf(resolved)}`),
      'cache-control',
      cacheControlOf(resolved),
      'vary',
      varyHeader,
      'content-type',
      jsonType,
      'content-length',
      String(Buffer.byteLength(text)),
    ]);
    response.end(text);
    return true;
  };

  return {
    handle: (request, response) => {
      const name = readName(request);
      if (name === null || !isPlainPost(request) || !isOpen(request)) return false;
      const caller = authenticator.recognise(request.headers.authorization);
      if (!caller || !hasRole(caller.member.roles, 'app') || !rateLimit.hasRoom(caller.keyId)) return false;
      const begunAt = performance.now();
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const [first] = chunks;
        const body = first && chunks.length === 1 ? first : Buffer.concat(chunks);
        if (answer(name, body, makeRequestId(request), response)) {
          rateLimit.take(caller.keyId);
          count(200, (performance.now() - begunAt) / 1_000);
          return;
        }
        bodies.set(request, body);
        handBack(request, response);
      });
      return true;
    },
    takeBody: (request) => {
      const body = bodies.get(request);
      bodies.delete(request);
      return body;
    },
  };
}

/** The prompt's name in the path; `null` where the path has something else. */
function readName({ url = '' }: IncomingMessage): string | null {
  if (!url.startsWith(prefix) || url.includes('/', prefix.length) || url.includes('?')) return null;
  const encoded = url.slice(prefix.length);
  if (!encoded.includes('%')) return encoded;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return null;
  }
}

/** True for a request that wants JSON, brings a short one, and asks for nothing else. */
function isPlainPost({ method, headers }: IncomingMessage): boolean {
  const length = Number(headers['content-length']);
  return (
    method === 'POST' &&
    headers['content-type'] === 'application/json' &&
    length > 0 &&
    length <= largestBody &&
    headers['if-none-match'] === undefined &&
    headers['content-encoding'] === undefined &&
    !headers.accept?.includes('text/')
  );
}
