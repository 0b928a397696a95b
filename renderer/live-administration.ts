import type { RegistryEvent } from '#core/contract/shapes.ts';
import { memberKey, useMemberKeys } from './features/members/member-keys-store.ts';
import { useMembers } from './features/members/members-store.ts';
import { usePolicies } from './features/policy/policy-store.ts';
import { useWebhooks } from './features/webhooks/webhooks-store.ts';

/** Takes in what an event says of members, keys, policies and webhooks, as far as they were loaded. */
export function noteAdministration(connection: string, { type, prompt, data }: RegistryEvent): void {
  if (type === 'policy.changed') usePolicies.getState().noteChanged({ connection, prompt });
  if (type.startsWith('member.') && useMembers.getState().members[connection]) {
    void useMembers.getState().load(connection);
  }
  if (type.startsWith('webhook.') && useWebhooks.getState().webhooks[connection]) {
    void useWebhooks.getState().load(connection);
  }
  if (type.startsWith('key.') && typeof data.member === 'string') {
    const { keys, load } = useMemberKeys.getState();
    if (keys[memberKey(connection, data.member)]) void load(connection, data.member);
  }
}

/** Loads it all again where events were missed. */
export function refreshAdministration(connection: string): void {
  usePolicies.getState().noteChanged({ connection });
  if (useMembers.getState().members[connection]) void useMembers.getState().load(connection);
  if (useWebhooks.getState().webhooks[connection]) void useWebhooks.getState().load(connection);
}
