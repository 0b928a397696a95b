import { z } from 'zod';
import type { ConnectionFaultKind } from '#core/contract/connection-shapes.ts';
import { Problem, problemDocument } from '#core/contract/problem.ts';
import { AppError } from '../app-error.ts';
import { findNetworkFault } from './network-fault.ts';

/** An error that says what is wrong with the way to a registry. */
export function unreachable(address: string, cause: unknown): AppError {
  return fail('registry-unreachable', address, findNetworkFault(cause), null, cause);
}

/**
 * Reads what a registry has answered.
 *
 * @param schema what the answer has to be; anything will do where there is none
 * @throws {Problem} what the registry said
 * @throws {AppError} `registry-unreachable` where the answer breaks off or a gateway gave it, else `not-a-registry`
 */
export async function readAnswer(
  response: Response,
  schema: z.ZodType | undefined,
  address: string,
): Promise<unknown> {
  const text = await response.text().catch((error: unknown) => {
    throw unreachable(address, error);
  });
  const body = parseJson(text);
  if (response.ok && body !== undefined) {
    const answer = (schema ?? z.unknown()).safeParse(body);
    if (answer.success) return answer.data;
    throw fail('not-a-registry', address, 'not-a-registry', null, answer.error);
  }
  const document = problemDocument.safeParse(body);
  if (!response.ok && document.success) throw toProblem(document.data);
  throw explainForeignAnswer(response, address);
}

type Document = z.infer<typeof problemDocument>;

/** A code that a newer registry has and this app has not counts as the nearest one that it knows. */
function toProblem(document: Document): Problem {
  const nearest = document.status >= 500 ? 'internal' : 'invalid-request';
  return Problem.fromDocument(document) ?? new Problem(nearest, document.detail);
}

/** What something answered that does not speak as a registry does: a gateway, a sign-in page, another server. */
function explainForeignAnswer(response: Response, address: string): AppError {
  const { status, headers } = response;
  const isHtml = headers.get('content-type')?.startsWith('text/html') === true;
  if (status === 407) return fail('registry-unreachable', address, 'proxy-failed');
  if (status === 502 || status === 503 || status === 504) {
    return fail('registry-unreachable', address, 'registry-busy');
  }
  if (status >= 300 && status < 400) {
    return fail('not-a-registry', address, 'redirected', readTarget(headers.get('location'), address));
  }
  if (status === 511 || (status === 200 && isHtml)) return fail('not-a-registry', address, 'sign-in-page');
  return fail('not-a-registry', address, 'not-a-registry');
}

function readTarget(location: string | null, address: string): string | null {
  return location !== null && URL.canParse(location, address) ? new URL(location, address).href : null;
}

const sentences = {
  'registry-unreachable': (address: string) => `The registry at ${address} does not answer.`,
  'not-a-registry': (address: string) => `What answers at ${address} is not a registry that this app knows.`,
};

function fail(
  code: keyof typeof sentences,
  address: string,
  kind: ConnectionFaultKind,
  subject: string | null = null,
  cause?: unknown,
): AppError {
  return new AppError(code, sentences[code](address), { cause, members: { fault: { kind, subject } } });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
