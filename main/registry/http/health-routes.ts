import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { Problem } from '#core/contract/problem.ts';
import { basePath } from '#core/contract/registry-api.ts';
import { describeAccess } from './openapi.ts';

/** How long the store may take to answer, in milliseconds. */
const patience = 2_000;

/**
 * Registers the two questions that a supervisor asks, at the root and below the API's base path: is the process
 * alive, and can it serve.
 *
 * @param checkStore rejects where the store cannot be reached
 */
export function registerHealth(app: FastifyInstance, checkStore: () => Promise<unknown>): void {
  for (const prefix of ['', basePath]) {
    const hide = prefix !== '';
    const schema = (summary: string) => ({ ...describeAccess('public', summary), tags: ['health'], hide });
    app.get(`${prefix}/healthz`, { schema: schema('Is the process alive') }, async () => ({
      status: 'alive',
    }));
    app.get(`${prefix}/readyz`, { schema: schema('Can the store be reached') }, async () => {
      try {
        await Promise.race([checkStore(), giveUp()]);
      } catch {
        throw new Problem('not-ready', 'The registry cannot reach its store.');
      }
      return { status: 'ready' };
    });
  }
}

async function giveUp(): Promise<never> {
  await delay(patience, undefined, { ref: false });
  throw new Error('The store does not answer.');
}
