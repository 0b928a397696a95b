import type { z } from 'zod';
import type { Role } from '../domain/roles.ts';

/** Who may call: everybody, any member with a valid key, or a member with a role (or one of several). */
export type Access = 'public' | 'member' | Role | readonly Role[];

/** What an answer may be asked for as, beside JSON. */
export type TextType = 'text/plain' | 'text/csv' | 'text/x-diff';

/** One call of the registry API. `path` is below `basePath`, with `:name` for a parameter. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  readonly access: Access;
  readonly summary: string;
  readonly params?: z.ZodType;
  readonly query?: z.ZodType;
  readonly body?: z.ZodType;
  /** A field of the answer that is shown once and never stored, for example a new key. */
  readonly showsOnce?: string;
  /** True where `If-Match` is heeded, with the ETag that a GET on the same path answers with. */
  readonly takesIfMatch?: true;
  readonly status: 200 | 201 | 204;
  /** The answer's body; none with 204. */
  readonly response?: z.ZodType;
  /** Another form of the answer, for whoever prefers it in `Accept`. */
  readonly alsoAs?: TextType;
}

/** True for the calls on which an `Idempotency-Key` has a meaning: every POST that changes something. */
export function isRepeatable({ method, access }: Endpoint): boolean {
  return method === 'POST' && access !== 'app';
}

type Part<E, Key extends string, Io extends 'input' | 'output'> =
  E extends Record<Key, infer Schema>
    ? Schema extends z.ZodType
      ? Optional<Key, Io extends 'input' ? z.input<Schema> : z.output<Schema>>
      : unknown
    : unknown;

/** A part that may be left out as a whole need not be named. */
type Optional<Key extends string, Value> = undefined extends Value
  ? { readonly [K in Key]?: Value }
  : { readonly [K in Key]: Value };

/** What a client gives: `params`, `query` and `body`, as far as the endpoint has them. */
export type EndpointInput<E extends Endpoint> = Part<E, 'params', 'input'> &
  Part<E, 'query', 'input'> &
  Part<E, 'body', 'input'>;

/** What the server's handler receives, parsed. */
export type EndpointRequest<E extends Endpoint> = Part<E, 'params', 'output'> &
  Part<E, 'query', 'output'> &
  Part<E, 'body', 'output'>;

export type EndpointResponse<E extends Endpoint> = E extends { readonly response: infer Schema }
  ? Schema extends z.ZodType
    ? z.output<Schema>
    : never
  : undefined;
