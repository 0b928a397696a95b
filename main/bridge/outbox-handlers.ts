import type { BridgeHandlers } from '#core/contract/bridge.ts';
import type { Outbox } from '../workspace/outbox/outbox.ts';

/** What the screen can do with the saves that wait to be sent. */
export function createOutboxHandlers(outbox: Outbox): BridgeHandlers['outbox'] {
  return {
    list: ({ connection }) => outbox.list(connection),
    send: async ({ connection }) => {
      outbox.send(connection);
      return undefined;
    },
    changeNote: async ({ id, note, ...place }) => {
      await outbox.changeNote(place, id, note);
      return undefined;
    },
    takeBack: async ({ id, intoDraft, ...place }) => {
      await outbox.takeBack(place, id, intoDraft);
      return undefined;
    },
  };
}
