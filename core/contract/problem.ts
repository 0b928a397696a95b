import { z } from 'zod';

/** Every error that the registry API answers with: its stable code, HTTP status and title (RFC 9457). */
export const problems = {
  'invalid-request': { status: 400, title: 'The request is not valid' },
  unauthenticated: { status: 401, title: 'No valid key' },
  forbidden: { status: 403, title: 'Not allowed' },
  'host-not-allowed': { status: 403, title: 'Host not allowed' },
  'not-found': { status: 404, title: 'No such address' },
  'prompt-not-found': { status: 404, title: 'No such prompt' },
  'version-not-found': { status: 404, title: 'No such version' },
  'channel-empty': { status: 404, title: 'Nothing promoted yet' },
  'promotion-not-found': { status: 404, title: 'No such promotion' },
  'member-not-found': { status: 404, title: 'No such member' },
  'key-not-found': { status: 404, title: 'No such key' },
  'webhook-not-found': { status: 404, title: 'No such webhook' },
  'delivery-not-found': { status: 404, title: 'No such delivery' },
  'evaluation-not-found': { status: 404, title: 'No such evaluation' },
  'method-not-allowed': { status: 405, title: 'Method not allowed' },
  'prompt-exists': { status: 409, title: 'The prompt exists already' },
  'version-conflict': { status: 409, title: 'Somebody saved in between' },
  'stable-moved': { status: 409, title: 'Stable has moved' },
  'content-mismatch': { status: 409, title: 'Not the text that was reviewed' },
  'not-approved': { status: 409, title: 'Not approved yet' },
  'promotion-closed': { status: 409, title: 'The promotion is closed' },
  'already-stable': { status: 409, title: 'Stable already' },
  'never-stable': { status: 409, title: 'Never was stable' },
  'last-admin': { status: 409, title: 'The last administrator' },
  'key-not-usable': { status: 409, title: 'The key cannot be used any more' },
  'secret-not-repeated': { status: 409, title: 'A secret is shown only once' },
  'precondition-failed': { status: 412, title: 'Changed in the meantime' },
  'payload-too-large': { status: 413, title: 'Too large' },
  'unsupported-media-type': { status: 415, title: 'Send JSON' },
  'missing-variables': { status: 422, title: 'Variables are missing' },
  'invalid-variables': { status: 422, title: 'Variables do not fit' },
  'webhook-address-refused': { status: 422, title: 'Webhook address refused' },
  'idempotency-key-reused': { status: 422, title: 'Idempotency key used before' },
  'rate-limited': { status: 429, title: 'Too many requests' },
  internal: { status: 500, title: 'Something went wrong here' },
  'not-ready': { status: 503, title: 'Not ready' },
  'store-full': { status: 507, title: 'No room left' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof problems;

/** The body of an error answer, `application/problem+json`. Some codes add members, for example `names`. */
export const problemDocument = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** What happened, in plain words. */
  detail: z.string(),
  code: z.string(),
  /** For `invalid-request`: each field and what is wrong with it. */
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
});
export type ProblemDocument = z.infer<typeof problemDocument>;

/** An error of the registry: thrown by its services, and again by the client that received it. */
export class Problem extends Error {
  readonly code: ProblemCode;
  /** Further members of the document, for example `latest` with a `version-conflict`. */
  readonly members: Readonly<Record<string, unknown>>;

  constructor(code: ProblemCode, detail: string, members: Readonly<Record<string, unknown>> = {}) {
    super(detail);
    this.name = 'Problem';
    this.code = code;
    this.members = members;
  }

  toDocument(): ProblemDocument {
    const { status, title } = problems[this.code];
    const type = `urn:promptforge:problem:${this.code}`;
    return { ...this.members, type, title, status, detail: this.message, code: this.code };
  }

  /** `null` where the document has a code that this program does not know. */
  static fromDocument(document: ProblemDocument): Problem | null {
    const { type, title, status, detail, code, ...members } = document;
    return Object.hasOwn(problems, code) ? new Problem(code as ProblemCode, detail, members) : null;
  }
}
