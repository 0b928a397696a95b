import type { RegistryEvent } from '#core/contract/shapes.ts';

/** What happened, as a sentence without its subject; `prompt` is where the prompt's title is to stand. */
export interface EventSentence {
  readonly before: string;
  readonly after: string;
}

/** Says an event in words: the actor's name comes first, the prompt's title between the two parts. */
export function describeEvent({ type, version, data }: RegistryEvent): EventSentence {
  const v = version === undefined ? 'a version' : `v${version}`;
  const note = typeof data.note === 'string' && data.note !== '' ? `: ${data.note}` : '';
  const reason = typeof data.reason === 'string' && data.reason !== '' ? `: ${data.reason}` : note;
  switch (type) {
    case 'prompt.created':
      return { before: 'created', after: '' };
    case 'prompt.updated':
      return { before: 'changed the details of', after: '' };
    case 'version.created':
      return { before: `saved ${v} of`, after: note };
    case 'promotion.requested':
      return { before: `asked to promote ${v} of`, after: note };
    case 'promotion.reviewed':
      return data.decision === 'request-changes'
        ? { before: `asked for changes in ${v} of`, after: '' }
        : { before: `approved ${v} of`, after: '' };
    case 'promotion.commented':
      return { before: `wrote a comment on the promotion of ${v} of`, after: '' };
    case 'promotion.withdrawn':
      return { before: `withdrew the promotion of ${v} of`, after: '' };
    case 'promotion.applied':
      return { before: `promoted ${v} of`, after: ` to stable${note}` };
    case 'channel.rolled-back':
      return { before: 'rolled', after: ` back to ${v}${reason}` };
    case 'policy.changed':
      return { before: 'changed the policy', after: '' };
    case 'member.created':
      return {
        before: typeof data.name === 'string' ? `added the member ${data.name}` : 'added a member',
        after: '',
      };
    case 'member.updated':
      return {
        before: typeof data.name === 'string' ? `changed the member ${data.name}` : 'changed a member',
        after: '',
      };
    case 'key.created':
      return { before: 'made a key', after: '' };
    case 'key.rotated':
      return { before: 'exchanged a key for a new one', after: '' };
    case 'key.revoked':
      return { before: 'revoked a key', after: '' };
    case 'webhook.created':
      return { before: `added the webhook ${hostOf(data)}`, after: '' };
    case 'webhook.updated':
      return { before: `changed the webhook ${hostOf(data)}`, after: reason };
    case 'webhook.deleted':
      return { before: `removed the webhook ${hostOf(data)}`, after: '' };
    case 'webhook.secret-rotated':
      return { before: `gave a new secret to the webhook ${hostOf(data)}`, after: '' };
    case 'evaluation.finished':
      return {
        before: `ran the test inputs on ${v} of`,
        after: data.passed === true ? ': all passed' : ': not all passed',
      };
  }
}

function hostOf({ host }: RegistryEvent['data']): string {
  return typeof host === 'string' ? `to ${host}` : '';
}
