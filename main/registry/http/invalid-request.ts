import type { FastifySchemaValidationError } from 'fastify/types/schema.js';
import { Problem } from '#core/contract/problem.ts';
import { describeIssue } from './describe-issue.ts';

interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** Lists what a schema found wrong, field by field. */
export function invalidRequest(found: readonly FastifySchemaValidationError[]): Problem {
  const errors = found.flatMap(toFieldErrors);
  const [first] = errors;
  const sentence = first ? toSentence(first) : 'The request is not valid.';
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : '';
  return new Problem('invalid-request', `${sentence}${more}`, { errors });
}

function toFieldErrors({
  keyword,
  instancePath,
  message,
  params,
}: FastifySchemaValidationError): FieldError[] {
  const path = instancePath.split('/').filter((part) => part.length > 0);
  const unknown = keyword === 'unrecognized_keys' ? params.keys : undefined;
  if (Array.isArray(unknown)) {
    return unknown.map((key) => ({ field: [...path, key].join('.'), message: 'There is no such field.' }));
  }
  return [{ field: path.join('.'), message: describeIssue({ kind: keyword, facts: params, message }) }];
}

function toSentence({ field, message }: FieldError): string {
  return field === '' ? message : `“${field}”: ${message}`;
}
