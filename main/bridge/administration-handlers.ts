import type { z } from 'zod';
import type { BridgeHandlers } from '#core/contract/bridge.ts';
import type { newKeyBody } from '#core/contract/member-shapes.ts';
import type { EventType } from '#core/contract/shapes.ts';
import { askForSecret } from '../registry-client/ask-for-secret.ts';
import { createCallKeys } from '../registry-client/call-keys.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';
import type { ReplicatedConnections } from '../workspace/replica/replicas.ts';

type Groups = 'members' | 'keys' | 'policy' | 'webhooks';

/** Members, keys, policies and webhooks of a registry, each one call of it. */
export function createAdministrationHandlers(
  connections: Pick<ReplicatedConnections, 'open' | 'read'>,
): Pick<BridgeHandlers, Groups> {
  const withKey = createCallKeys();
  return {
    members: {
      list: async ({ connection }) =>
        (await connections.open(connection)).listAll('listMembers', { query: {} }),
      create: async ({ connection, ...body }) =>
        (await connections.open(connection)).call('createMember', { body }),
      update: async ({ connection, id, ...body }) =>
        (await connections.open(connection)).call('updateMember', { params: { id }, body }),
    },
    keys: {
      createApplicationKey: async ({ connection, name }) => {
        const client = await connections.open(connection);
        // Two calls are one step here: where the second was not answered, the first must not make another member.
        return withKey(['application key', connection, name], async (idempotencyKey) => {
          const body = { name, roles: ['app' as const] };
          const member = await client.call('createMember', { body }, { idempotencyKey });
          const { secret } = await createKey(client, member.id, { name });
          return { secret };
        });
      },
      listOf: async ({ connection, id }) =>
        (await connections.open(connection)).listAll('listKeys', { params: { id }, query: {} }),
      createFor: async ({ connection, id, ...body }) =>
        createKey(await connections.open(connection), id, body),
      rotate: async ({ connection, id }) => rotateKey(await connections.open(connection), id),
      revoke: async ({ connection, id, reason }) => {
        await (await connections.open(connection)).call('revokeKey', { params: { id }, query: { reason } });
        return undefined;
      },
    },
    policy: {
      get: async ({ connection, prompt }) => {
        const reader = connections.read(connection);
        if (prompt !== undefined) return reader.call('getPromptPolicy', { params: { name: prompt } });
        return { ...(await reader.call('getPolicy', {})), inherited: false };
      },
      set: async ({ connection, prompt, ...body }) => {
        const client = await connections.open(connection);
        if (prompt !== undefined) return client.call('setPromptPolicy', { params: { name: prompt }, body });
        return { ...(await client.call('setPolicy', { body })), inherited: false };
      },
      remove: async ({ connection, prompt, reason }) => {
        const client = await connections.open(connection);
        await client.call('removePromptPolicy', { params: { name: prompt }, query: { reason } });
        return undefined;
      },
      listOwn: async ({ connection }) => connections.read(connection).listAll('listPolicies', { query: {} }),
      preview: async ({ connection, prompt, ...body }) => {
        const client = await connections.open(connection);
        if (prompt === undefined) return client.call('previewPolicy', { body });
        return client.call('previewPromptPolicy', { params: { name: prompt }, body });
      },
    },
    webhooks: {
      list: async ({ connection }) =>
        (await connections.open(connection)).listAll('listWebhooks', { query: {} }),
      create: async ({ connection, types, ...facts }) => {
        const client = await connections.open(connection);
        const body = { ...facts, types: types as EventType[] };
        return askForSecret(
          () => client.call('createWebhook', { body }),
          (id) => rotateWebhookSecret(client, id),
        );
      },
      update: async ({ connection, id, types, ...changes }) => {
        const body = { ...changes, types: types as EventType[] | undefined };
        return (await connections.open(connection)).call('updateWebhook', { params: { id }, body });
      },
      remove: async ({ connection, id }) => {
        await (await connections.open(connection)).call('deleteWebhook', { params: { id } });
        return undefined;
      },
      rotateSecret: async ({ connection, id }) => rotateWebhookSecret(await connections.open(connection), id),
      listDeliveries: async ({ connection, id, status, cursor }) =>
        (await connections.open(connection)).call('listDeliveries', {
          params: { id },
          query: { status, cursor },
        }),
      redeliver: async ({ connection, id, delivery }) =>
        (await connections.open(connection)).call('redeliver', { params: { id, deliveryId: delivery } }),
    },
  };
}

function createKey(client: RegistryClient, id: string, body: z.input<typeof newKeyBody>) {
  return askForSecret(
    () => client.call('createKey', { params: { id }, body }),
    (key) => rotateKey(client, key),
  );
}

function rotateKey(client: RegistryClient, id: string) {
  const rotate = () => client.call('rotateKey', { params: { id } });
  return askForSecret(rotate, rotate);
}

function rotateWebhookSecret(client: RegistryClient, id: string) {
  const rotate = () => client.call('rotateWebhookSecret', { params: { id } });
  return askForSecret(rotate, rotate);
}
