import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from '#core/contract/problem.ts';
import { isNestedDeeper } from './nesting.ts';

export const largestBody = 2 * 1024 * 1024;
/** Far more than any call needs. */
const deepestNesting = 64;

/** Lets JSON in and nothing else. Bytes that are not UTF-8 are refused, not replaced. */
export function acceptJsonOnly(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const options = { parseAs: 'buffer', bodyLimit: largestBody } as const;
  app.addContentTypeParser('application/json', options, async (_request: FastifyRequest, body: Buffer) =>
    parseJson(body),
  );
}

function parseJson(body: Buffer): unknown {
  if (body.length === 0) return undefined;
  if (!isUtf8(body)) throw new Problem('invalid-request', 'The body is not UTF-8.');
  if (isNestedDeeper(body, deepestNesting)) {
    throw new Problem('invalid-request', 'Lists and objects of the body stand too deep inside each other.');
  }
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Problem('invalid-request', 'The body is not well-formed JSON.');
  }
}
