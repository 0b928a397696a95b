import type { EventType } from '#core/contract/shapes.ts';
import { wordsOfType } from '../../format/describe-event.ts';

/** What a webhook may be told of, in words, by what it is about. */
export const eventGroups: readonly {
  readonly title: string;
  readonly events: readonly { readonly type: EventType; readonly name: string }[];
}[] = [
  {
    title: 'What is live',
    events: [
      { type: 'promotion.applied', name: 'A version was promoted to stable' },
      { type: 'channel.rolled-back', name: 'Stable was rolled back' },
    ],
  },
  {
    title: 'Reviews',
    events: [
      { type: 'promotion.requested', name: 'A promotion was asked for' },
      { type: 'promotion.reviewed', name: 'A promotion was reviewed' },
      { type: 'promotion.commented', name: 'A comment was written' },
      { type: 'promotion.withdrawn', name: 'A promotion was withdrawn' },
      { type: 'evaluation.finished', name: 'Test inputs were run' },
    ],
  },
  {
    title: 'Prompts',
    events: [
      { type: 'version.created', name: 'A version was saved' },
      { type: 'prompt.created', name: 'A prompt was created' },
      { type: 'prompt.updated', name: 'A prompt’s details were changed' },
    ],
  },
  {
    title: 'Rules and people',
    events: [
      { type: 'policy.changed', name: 'A policy was changed' },
      { type: 'member.created', name: 'A member was added' },
      { type: 'member.updated', name: 'A member was changed' },
      { type: 'key.created', name: 'A key was made' },
      { type: 'key.rotated', name: 'A key was rotated' },
      { type: 'key.revoked', name: 'A key was revoked' },
      { type: 'webhook.created', name: 'A webhook was added' },
      { type: 'webhook.updated', name: 'A webhook was changed' },
      { type: 'webhook.deleted', name: 'A webhook was removed' },
      { type: 'webhook.secret-rotated', name: 'A webhook got a new secret' },
    ],
  },
];

/** What most teams want to be told of first. */
export const usualEvents: readonly EventType[] = ['promotion.applied', 'channel.rolled-back'];

/** All events to choose from, those of a webhook that this app does not know among them. */
export function groupEvents(types: readonly string[]) {
  const others = types.filter((type) => !names.has(type));
  if (others.length === 0) return eventGroups;
  return [
    ...eventGroups,
    { title: 'More', events: others.map((type) => ({ type, name: nameOfEvent(type) })) },
  ];
}

const names: ReadonlyMap<string, string> = new Map(
  eventGroups.flatMap(({ events }) => events.map(({ type, name }) => [type, name])),
);

/** An event in words; a newer registry may have one that this app does not know. */
export const nameOfEvent = (type: string): string =>
  names.get(type) ?? `Something else: ${wordsOfType(type)}`;

/** The events of a webhook in one line. */
export function summariseEvents(types: readonly string[]): string {
  const [first, second, ...others] = types.map(nameOfEvent);
  const shown = [first, second].filter((name) => name !== undefined).join(' · ');
  return others.length === 0 ? shown : `${shown} · ${others.length} more`;
}
