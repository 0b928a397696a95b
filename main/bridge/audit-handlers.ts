import type { BridgeHandlers } from '#core/contract/bridge.ts';
import { retryWhenLimited } from '../registry-client/retry-when-limited.ts';
import { collectAudit } from '../workspace/collect-audit.ts';
import type { Connections } from '../workspace/connections.ts';

/** What an auditor asks. */
export function createAuditHandlers(connections: Connections): BridgeHandlers['audit'] {
  return {
    collect: async ({ connection, prompt, ...question }) =>
      collectAudit(retryWhenLimited(await connections.open(connection)), prompt, question),
  };
}
