import {
  type Endpoint,
  type EndpointInput,
  type EndpointResponse,
  isRepeatable,
} from '#core/contract/endpoint.ts';
import {
  basePath,
  type EndpointName,
  eventStreamPath,
  type RegistryApi,
  registryApi,
} from '#core/contract/registry-api.ts';
import type { RegistryEvent } from '#core/contract/shapes.ts';
import { createCallKeys } from './call-keys.ts';
import { createTurns } from './create-turns.ts';
import { readAnswer, unreachable } from './read-answer.ts';
import { readEventStream } from './read-event-stream.ts';
import { retryWhenBroken } from './retry-when-broken.ts';

const usualPatience = 15_000;
/** Of one client, streams aside. */
const requestsAtOnce = 8;

export interface CallOptions {
  /** Of a call that somebody else remembers; else the client gives it one. */
  readonly idempotencyKey?: string;
  /** How long the answer may take, in milliseconds. */
  readonly patience?: number;
  /** The ETag of what is to be replaced: where it is another one by now, nothing is changed. */
  readonly ifMatch?: string;
  /** Told the ETag of the answer, where it has one. */
  readonly onEntityTag?: (tag: string) => void;
}

/** A registry over HTTP, with one key. */
export interface RegistryClient {
  readonly address: string;
  /**
   * Calls an endpoint of the table. What makes something new has an idempotency key: however often the answer is lost,
   * and whoever tries again, it is made once.
   *
   * @throws {Problem} what the registry answered
   * @throws {AppError} `registry-unreachable` or `not-a-registry`, with the `fault`
   */
  call<Name extends EndpointName>(
    name: Name,
    input: EndpointInput<RegistryApi[Name]>,
    options?: CallOptions,
  ): Promise<EndpointResponse<RegistryApi[Name]>>;
  /** All items of a paged endpoint, page after page. */
  listAll<Name extends PagedEndpointName>(
    name: Name,
    input: EndpointInput<RegistryApi[Name]>,
  ): Promise<ItemOf<Name>[]>;
  /**
   * The event log as a table for a spreadsheet, piece by piece.
   *
   * @throws {Problem} what the registry answered
   * @throws {AppError} `registry-unreachable`, also where the answer breaks off
   */
  readEventTable(
    query: EndpointInput<RegistryApi['listEvents']>['query'],
    signal: AbortSignal,
  ): AsyncIterable<string>;
  /**
   * The registry's events as they happen, until the connection or `signal` ends.
   *
   * @param after the last event known; `null` begins with the next one
   * @param onOpen called once the registry has accepted
   */
  followEvents(after: number | null, signal: AbortSignal, onOpen: () => void): AsyncIterable<RegistryEvent>;
}

type Page<Item> = { items: Item[]; nextCursor: string | null };
type PagedEndpointName = {
  [Name in EndpointName]: EndpointResponse<RegistryApi[Name]> extends Page<unknown> ? Name : never;
}[EndpointName];
type ItemOf<Name extends PagedEndpointName> =
  EndpointResponse<RegistryApi[Name]> extends Page<infer Item> ? Item : never;

interface AnyInput {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
}

interface ClientOptions {
  /** What carries the requests. */
  readonly send?: typeof fetch;
  /** Ends every request that is under way. */
  readonly signal?: AbortSignal;
}

export function createRegistryClient(
  address: string,
  key: string,
  { send = fetch, signal: closing }: ClientOptions = {},
): RegistryClient {
  const authorization = `Bearer ${key}`;
  const inTurn = createTurns(requestsAtOnce);
  const withKey = createCallKeys();

  async function request(url: string, init: RequestInit & { signal: AbortSignal }): Promise<Response> {
    const signal = closing ? AbortSignal.any([closing, init.signal]) : init.signal;
    try {
      // No registry answers with a redirect: whoever does is somebody else.
      return await send(url, { ...init, signal, redirect: 'manual' });
    } catch (error) {
      throw unreachable(address, error);
    }
  }

  /** The headers have to come in time; the events come when they come. */
  async function openStream(
    path: string,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Response> {
    const waiting = new AbortController();
    const timer = setTimeout(() => waiting.abort(new DOMException('', 'TimeoutError')), usualPatience);
    try {
      const both = AbortSignal.any([signal, waiting.signal]);
      return await request(address + path, { headers, signal: both });
    } finally {
      clearTimeout(timer);
    }
  }

  async function callOnce(
    endpoint: Endpoint,
    { params = {}, query = {}, body }: AnyInput,
    options: CallOptions,
  ): Promise<unknown> {
    const headers: Record<string, string> = { authorization, accept: 'application/json' };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
    if (options.ifMatch) headers['if-match'] = options.ifMatch;
    const response = await request(address + buildPath(endpoint, params, query), {
      method: endpoint.method,
      headers,
      signal: AbortSignal.timeout(options.patience ?? usualPatience),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const tag = response.ok ? response.headers.get('etag') : null;
    if (tag !== null) options.onEntityTag?.(tag);
    if (response.status === 204) return undefined;
    return readAnswer(response, endpoint.response, address);
  }

  const client: RegistryClient = {
    address,

    async call(name, input, options = {}) {
      const endpoint: Endpoint = registryApi[name];
      const send = (more: CallOptions) => inTurn(() => callOnce(endpoint, input as AnyInput, more));
      if (isRepeatable(endpoint)) {
        const again = (idempotencyKey: string) => retryWhenBroken(() => send({ ...options, idempotencyKey }));
        const { idempotencyKey } = options;
        return (await (idempotencyKey ? again(idempotencyKey) : withKey([name, input], again))) as never;
      }
      return (await (endpoint.method === 'GET'
        ? retryWhenBroken(() => send(options))
        : send(options))) as never;
    },

    async listAll(name, input) {
      const items: unknown[] = [];
      let cursor: string | null = null;
      do {
        const query: Record<string, unknown> & { cursor?: string } = {
          ...(input as AnyInput).query,
          limit: 200,
        };
        if (cursor !== null) query.cursor = cursor;
        const page = (await client.call(name, { ...input, query } as never)) as Page<unknown>;
        items.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== null);
      return items as never;
    },

    async *readEventTable(query, signal) {
      const path = buildPath(registryApi.listEvents, {}, query);
      const response = await openStream(path, { authorization, accept: 'text/csv' }, signal);
      if (!response.ok || !response.body) {
        await readAnswer(response, undefined, address);
        return;
      }
      try {
        yield* response.body.pipeThrough(new TextDecoderStream());
      } catch (error) {
        throw unreachable(address, error);
      }
    },

    async *followEvents(after, signal, onOpen) {
      const headers: Record<string, string> = { authorization, accept: 'text/event-stream' };
      if (after !== null) headers['last-event-id'] = String(after);
      const response = await openStream(eventStreamPath, headers, signal);
      if (!response.ok || !response.body) {
        await readAnswer(response, undefined, address);
        return;
      }
      onOpen();
      yield* readEventStream(response.body);
    },
  };
  return client;
}

function buildPath(
  endpoint: Endpoint,
  params: Record<string, unknown>,
  query: Record<string, unknown>,
): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return `${basePath}${path}${search.size > 0 ? `?${search}` : ''}`;
}
