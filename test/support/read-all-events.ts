import type { RegistryEvent } from '#core/contract/shapes.ts';
import type { RegistryCaller } from './registry-caller.ts';

/** The whole event log, page by page. */
export async function readAllEvents(caller: RegistryCaller): Promise<RegistryEvent[]> {
  const events: RegistryEvent[] = [];
  let cursor: string | undefined;
  do {
    const page = await caller.call('listEvents', { query: { limit: 200, cursor } });
    events.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return events;
}
