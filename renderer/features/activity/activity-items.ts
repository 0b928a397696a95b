import type { RegistryEvent } from '#core/contract/shapes.ts';

/** A line of the activity: the heading of a day, or what happened. */
export type ActivityItem =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'event'; readonly key: string; readonly event: RegistryEvent };

/** Events, newest first, under their days. */
export function listActivityItems(events: readonly RegistryEvent[]): ActivityItem[] {
  return appendEvents([], events);
}

/** The lines with older events after them. Only these are looked at: a hundred thousand lines are no more work. */
export function appendEvents(
  items: readonly ActivityItem[],
  older: readonly RegistryEvent[],
): ActivityItem[] {
  const last = items.at(-1);
  let day = last?.kind === 'event' ? dayOf(last.event.at) : '';
  const added: ActivityItem[] = [];
  for (const event of older) {
    const next = dayOf(event.at);
    if (next !== day) added.push({ kind: 'day', key: `day of ${event.seq}`, at: event.at });
    day = next;
    added.push({ kind: 'event', key: String(event.seq), event });
  }
  return items.concat(added);
}

/** The lines with newer events before them. */
export function prependEvents(
  items: readonly ActivityItem[],
  newer: readonly RegistryEvent[],
): ActivityItem[] {
  const before = listActivityItems(newer);
  const last = before.at(-1);
  const [first] = items;
  const isSameDay =
    last?.kind === 'event' && first?.kind === 'day' && dayOf(last.event.at) === dayOf(first.at);
  return before.concat(isSameDay ? items.slice(1) : items);
}

/** A day here, to compare with another. */
function dayOf(time: string): string {
  const date = new Date(time);
  return `${date.getFullYear()} ${date.getMonth()} ${date.getDate()}`;
}
