import { type ConnectionFault, connectionFault } from '#core/contract/connection-shapes.ts';
import { Problem } from '#core/contract/problem.ts';
import { AppError } from '../app-error.ts';
import { findNetworkFault } from '../registry-client/network-fault.ts';

/** Why a registry could not be worked with, from the error that said so. */
export function findConnectionFault(error: unknown): ConnectionFault {
  if (error instanceof AppError) {
    const known = connectionFault.safeParse(error.members.fault);
    if (known.success) return known.data;
  }
  if (error instanceof Problem) return { kind: findRefusal(error), subject: null };
  return { kind: findNetworkFault(error), subject: null };
}

function findRefusal({ code, message }: Problem): ConnectionFault['kind'] {
  switch (code) {
    case 'unauthenticated':
      return /expired/.test(message) ? 'key-expired' : 'key-refused';
    case 'forbidden':
      return 'role-too-small';
    case 'host-not-allowed':
      return 'host-refused';
    case 'not-found':
    case 'invalid-request':
      return 'other-api';
    default:
      return 'registry-busy';
  }
}
