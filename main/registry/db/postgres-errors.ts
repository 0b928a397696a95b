import pg from 'pg';
import { Problem } from '#core/contract/problem.ts';
import { describeError } from '../log.ts';
import { StoreUnusable, storeFull } from './database.ts';

/**
 * What the server says where it cannot work at present: lost connections (08), no room for more (53300), given
 * up after too long (25P03, 55P03, 57014), stopping or starting (57P), or being a replica that takes no writes
 * (25006).
 */
const passing = /^(08\w{3}|53300|25006|25P03|25P04|55P03|57014|57P0[1-5])$/;
/** Those after which the connection is of no use any more. */
const fatal = /^(08\w{3}|25006|25P03|25P04|57P0[1-5])$/;

/** A number that is larger than any stored, or a text that no stored one can be, where one is looked for. */
const unstorable = /^(22003|22021)$/;

const diskFull = '53100';

/** True where a connection must not be used again. */
export function isConnectionLost(error: unknown): boolean {
  return !(error instanceof pg.DatabaseError) || fatal.test(error.code ?? '');
}

/**
 * Tells an error of a moment from one that is a fault: the former becomes the problem `not-ready`, which says
 * that it is worth trying again.
 */
export function explainQueryError(error: unknown): unknown {
  if (error instanceof pg.DatabaseError && unstorable.test(error.code ?? '')) {
    return new Problem('invalid-request', 'The request has a number or a character that is out of range.');
  }
  if (error instanceof pg.DatabaseError && error.code === diskFull) return storeFull();
  if (error instanceof pg.DatabaseError && !passing.test(error.code ?? '')) return error;
  return new Problem(
    'not-ready',
    'The registry cannot reach its database at the moment. Try again; a change that was not acknowledged may or may not have been kept.',
  );
}

/** What a failed connection may have to do with: never the address with its password. */
export function describeConnectionError(error: unknown): Record<string, unknown> {
  const [first = error] = error instanceof AggregateError ? error.errors : [];
  const { stack: _, ...facts } = describeError(first);
  return facts;
}

/** Says why a database cannot be opened, in a sentence for whoever started the registry. */
export function explainOpenError(error: unknown, where: string): unknown {
  if (error instanceof StoreUnusable) return error;
  const { error: reason } = describeConnectionError(error);
  if (!(error instanceof pg.DatabaseError)) {
    return new StoreUnusable(`The database ${where} cannot be reached: ${reason}.`);
  }
  const isOperators = /^(28|3D|42501|53300|57P)/.test(error.code ?? '');
  return isOperators ? new StoreUnusable(`The database ${where} cannot be used: ${reason}.`) : error;
}
