import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { RegistryWatcher } from '#main/workspace/open-connection.ts';

/** A watcher that keeps nothing: it tells what happens in the registries, and where that is another story. */
export function createScreenWatcher(emit: (event: BridgeEvent) => void): RegistryWatcher {
  const lastEvents = new Map<string, number>();
  return {
    async registryConnected({ id }, client) {
      const { items } = await client.call('listEvents', { query: { order: 'newest', limit: 1 } });
      const newest = items[0]?.seq ?? 0;
      const known = lastEvents.get(id) ?? newest;
      lastEvents.set(id, Math.min(known, newest));
      // What happened since follows as events; a registry that was set back has other ones.
      if (newest < known) emit({ name: 'registryReconnected', payload: { connection: id } });
    },
    findLastEvent: (id) => lastEvents.get(id) ?? null,
    async eventAppended(id, event) {
      lastEvents.set(id, event.seq);
      emit({ name: 'registryEventAppended', payload: { connection: id, event } });
    },
  };
}
