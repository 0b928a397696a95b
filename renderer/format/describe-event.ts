import type { RegistryEvent } from '#core/contract/shapes.ts';
import { nameOfRole } from '#core/domain/roles.ts';
import { formatCount, joinNames } from './counts.ts';
import { describePolicyChange } from './describe-policy.ts';

/** An event as a sentence: the actor's name comes first, then these. `object` is what it leads to. */
export interface EventSentence {
  readonly before: string;
  readonly object: string;
  readonly after: string;
  /** What people wrote: a note, a reason, a comment. */
  readonly words: string;
  /** The passage that a comment is about. */
  readonly passage: string;
}

type Data = RegistryEvent['data'];

/**
 * Says an event in words.
 *
 * @param title what its prompt is called
 */
export function describeEvent(event: RegistryEvent, title = event.prompt ?? ''): EventSentence {
  const { type, version, data } = event;
  const v = version === undefined ? title : `v${version} of ${title}`;
  const words = textOf(data, 'reason') || textOf(data, 'note');
  const say = (before: string, object: string, after = '', rest: Partial<EventSentence> = {}) => ({
    ...{ before, object, after, words, passage: '' },
    ...rest,
  });
  switch (type) {
    case 'prompt.created':
      return say('created', title);
    case 'prompt.updated':
      return say(...describeDetails(title, data));
    case 'version.created':
      return say('saved', v, describeParent(version, data.parent));
    case 'promotion.requested':
      return say('asked to promote', v, inPlaceOf(data.baseStable));
    case 'promotion.reviewed':
      return data.decision === 'request-changes'
        ? say('asked for changes in', v, '', { words: textOf(data, 'comment') })
        : say('approved', v, '', { words: textOf(data, 'comment') });
    case 'promotion.commented': {
      const passage = textOf(data, 'quote');
      const before = passage ? 'commented on a passage of' : 'commented on';
      return say(before, v, '', { words: textOf(data, 'text'), passage });
    }
    case 'promotion.withdrawn':
      return say('took back the request to promote', v, data.replacedBy ? ', for a new one' : '');
    case 'promotion.applied':
      return say('promoted', v, ` to stable${inPlaceOf(data.from)}`);
    case 'channel.rolled-back':
      return say('rolled', title, ` back to v${version ?? '?'}${inPlaceOf(data.from)}`);
    case 'policy.changed':
      return say(
        'changed',
        title ? `the policy of ${title}` : 'the policy',
        withColon(describePolicyChange(data.before, data.after)),
      );
    case 'member.created':
      return say('added', textOf(data, 'name') || 'a member', describeRoles(data));
    case 'member.updated':
      return say(memberDeed(data), textOf(data, 'name') || 'a member', describeRoles(data));
    case 'key.created':
      return say('made', keyOf(data));
    case 'key.rotated':
      return say('exchanged', keyOf(data), ' for a new one');
    case 'key.revoked':
      return say('revoked', keyOf(data));
    case 'webhook.created':
      return say('added', webhookOf(data));
    case 'webhook.updated':
      return say('changed', webhookOf(data), describeSwitch(data));
    case 'webhook.deleted':
      return say('removed', webhookOf(data));
    case 'webhook.secret-rotated':
      return say('gave a new secret to', webhookOf(data));
    case 'evaluation.finished':
      return say('ran the test inputs on', v, describeOutcome(data));
    default:
      return say(
        'changed',
        v || 'something',
        ` in a way that this version of PromptForge does not know: ${wordsOfType(type)}`,
      );
  }
}

/** The same as one text. */
export function formatEventSentence(event: RegistryEvent, title?: string): string {
  const { before, object, after } = describeEvent(event, title);
  const sentence = `${event.actor.name} ${before} ${object}${after}`;
  return /[.!?]$/.test(sentence) ? sentence : `${sentence}.`;
}

/** The type of an event as words, for example “promotion escalated”. */
export function wordsOfType(type: string): string {
  return type.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

function textOf(data: Data, field: string): string {
  const value = data[field];
  return typeof value === 'string' ? value : '';
}

function inPlaceOf(version: unknown): string {
  return typeof version === 'number' ? `, in place of v${version}` : '';
}

function withColon(text: string): string {
  return text === '' ? '' : `: ${text}`;
}

function describeParent(version: number | undefined, parent: unknown): string {
  if (typeof parent !== 'number' || version === undefined || parent === version - 1) return '';
  return `, written from v${parent}`;
}

const detailNames: Readonly<Record<string, string>> = {
  title: 'title',
  description: 'description',
  tags: 'tags',
  testInputs: 'test inputs',
};

function describeDetails(title: string, data: Data): [string, string, string] {
  const fields = Object.keys(detailNames).filter((field) => Object.hasOwn(data, field));
  if (fields.length === 0 && data.archived === true) return ['archived', title, ''];
  if (fields.length === 0 && data.archived === false) return ['brought back', title, ' from the archive'];
  const names = fields.map((field) => detailNames[field] ?? field);
  const before = names.length > 0 ? `changed the ${joinNames(names)} of` : 'changed the details of';
  const { tags, testInputs } = data;
  const facts = [
    textOf(data, 'title') && `it is called “${textOf(data, 'title')}” now`,
    Array.isArray(tags) &&
      (tags.length > 0 ? `its tags are ${joinNames(tags.map(String))}` : 'it has no tags'),
    Array.isArray(testInputs) && `it has ${formatCount(testInputs.length, 'test input')}`,
  ];
  return [before, title, withColon(facts.filter(Boolean).join(', '))];
}

function memberDeed({ active }: Data): string {
  if (typeof active !== 'boolean') return 'changed';
  return active ? 'reactivated' : 'deactivated';
}

function describeRoles({ roles }: Data): string {
  if (!Array.isArray(roles)) return '';
  return roles.length === 0 ? ', without a role' : ` as ${joinNames(roles.map(String).map(nameOfRole))}`;
}

function keyOf(data: Data): string {
  const name = textOf(data, 'name');
  return name ? `the key “${name}”` : 'a key';
}

function webhookOf(data: Data): string {
  const host = textOf(data, 'host');
  return host ? `the webhook to ${host}` : 'a webhook';
}

function describeSwitch({ active }: Data): string {
  if (typeof active !== 'boolean') return '';
  return active ? ': it is switched on' : ': it is switched off';
}

function describeOutcome({ passed, inputs }: Data): string {
  const all = typeof inputs === 'number' ? formatCount(inputs, 'test input') : 'the test inputs';
  return passed === true ? `: ${all}, all passed` : `: ${all}, not all passed`;
}
