import { setTimeout as wait } from 'node:timers/promises';
import { connectionFault } from '#core/contract/connection-shapes.ts';
import { AppError } from '../app-error.ts';

const attempts = 3;
const shortestPause = 200;

/**
 * Does again what changes nothing, where the connection broke off: on a bad network, or because the server had
 * closed a connection that was kept open. What did not answer in time is not asked again: it would not be faster.
 */
export async function retryWhenBroken<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !hasBrokenOff(error)) throw error;
      await wait(Math.random() * shortestPause * 2 ** attempt);
    }
  }
}

function hasBrokenOff(error: unknown): boolean {
  if (!(error instanceof AppError)) return false;
  return connectionFault.safeParse(error.members.fault).data?.kind === 'broken-off';
}
