import type { FastifySchemaValidationError } from 'fastify/types/schema.js';
import { Problem } from '#core/contract/problem.ts';

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
  return [{ field: path.join('.'), message: toWords(keyword, params, message) }];
}

function toSentence({ field, message }: FieldError): string {
  return field === '' ? message : `“${field}”: ${message}`;
}

const kinds: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

function toWords(keyword: string, params: Readonly<Record<string, unknown>>, message = 'This is not valid.') {
  if (keyword !== 'invalid_type') return message;
  if (message.endsWith('received undefined')) return 'This is missing.';
  return `This must be ${kinds[String(params.expected)] ?? 'something else'}.`;
}
