import type { Endpoint, EndpointInput, EndpointResponse } from '#core/contract/endpoint.ts';
import { type ProblemDocument, problemDocument } from '#core/contract/problem.ts';
import { basePath, type EndpointName, type RegistryApi, registryApi } from '#core/contract/registry-api.ts';

/** A registry as seen by somebody with one key (or none). */
export interface RegistryCaller {
  /** Calls an endpoint of the table, expects its success, and checks the answer against its schema. */
  call<Name extends EndpointName>(
    name: Name,
    input: EndpointInput<RegistryApi[Name]>,
  ): Promise<EndpointResponse<RegistryApi[Name]>>;
  /** Calls an endpoint and expects a problem document. */
  refuse<Name extends EndpointName>(
    name: Name,
    input: EndpointInput<RegistryApi[Name]>,
  ): Promise<ProblemDocument>;
  /** Any request below the base path. `body` is sent as JSON. */
  send(method: string, path: string, options?: SendOptions): Promise<Response>;
}

interface SendOptions {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
}

interface AnyInput {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** Speaks to a registry over HTTP, from the endpoint table. */
export function createCaller(address: string, key: string | null): RegistryCaller {
  const send: RegistryCaller['send'] = (method, path, { body, headers = {}, signal } = {}) =>
    fetch(`${address}${basePath}${path}`, {
      method,
      headers: {
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  const sendEndpoint = (endpoint: Endpoint, { body, ...input }: AnyInput) =>
    send(endpoint.method, buildPath(endpoint, input), { body });

  return {
    send,
    call: async (name, input) => {
      const endpoint: Endpoint = registryApi[name];
      const response = await sendEndpoint(endpoint, input as AnyInput);
      const text = await response.text();
      if (response.status !== endpoint.status) throw new Error(`${name}: ${response.status} ${text}`);
      return endpoint.response?.parse(JSON.parse(text)) as never;
    },
    refuse: async (name, input) => {
      const response = await sendEndpoint(registryApi[name], input as AnyInput);
      return readProblem(response);
    },
  };
}

/** Reads an answer that has to be a problem document, and agrees with its status. */
export async function readProblem(response: Response): Promise<ProblemDocument> {
  const text = await response.text();
  if (!response.headers.get('content-type')?.startsWith('application/problem+json')) {
    throw new Error(`Not a problem document: ${response.status} ${text}`);
  }
  const problem = problemDocument.parse(JSON.parse(text));
  if (problem.status !== response.status) throw new Error(`Status ${response.status}, but says ${text}`);
  return problem;
}

/** The path of a call, with its parameters and query filled in. */
export function buildPath(endpoint: Endpoint, { params = {}, query = {} }: AnyInput): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.append(name, String(value));
  }
  return search.size === 0 ? path : `${path}?${search}`;
}
