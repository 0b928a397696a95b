import { StoreUnusable } from './db/database.ts';
import { UnusableAdminKey } from './first-start.ts';

/** Says in a sentence why a registry could not start; `null` where it was something unforeseen. */
export function explainStartError(error: unknown, host: string, port: number): string | null {
  if (error instanceof StoreUnusable || error instanceof UnusableAdminKey) return error.message;
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return `Port ${port} on ${host} is in use. Stop the program that uses it, or choose another with --port.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no address ${host} to listen on.`;
    case 'EACCES':
      return 'The system does not allow this: the data folder or the port is not yours to use.';
    default:
      return null;
  }
}

/** True where a port could not be listened on because somebody else does. */
export function isPortInUse(error: unknown): boolean {
  return codeOf(error) === 'EADDRINUSE';
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
