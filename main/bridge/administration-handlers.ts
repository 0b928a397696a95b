import type { BridgeHandlers } from '#core/contract/bridge.ts';
import type { EventType } from '#core/contract/shapes.ts';
import type { ReplicatedConnections } from '../workspace/replica/replicas.ts';

type Groups = 'members' | 'keys' | 'policy' | 'webhooks';

/** Members, keys, policies and webhooks of a registry, each one call of it. */
export function createAdministrationHandlers(
  connections: ReplicatedConnections,
): Pick<BridgeHandlers, Groups> {
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
        const member = await client.call('createMember', { body: { name, roles: ['app'] } });
        const key = await client.call('createKey', { params: { id: member.id }, body: { name } });
        return { secret: key.secret };
      },
      listOf: async ({ connection, id }) =>
        (await connections.open(connection)).listAll('listKeys', { params: { id }, query: {} }),
      createFor: async ({ connection, id, ...body }) =>
        (await connections.open(connection)).call('createKey', { params: { id }, body }),
      rotate: async ({ connection, id }) =>
        (await connections.open(connection)).call('rotateKey', { params: { id } }),
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
        const body = { ...facts, types: types as EventType[] };
        return (await connections.open(connection)).call('createWebhook', { body });
      },
      update: async ({ connection, id, types, ...changes }) => {
        const body = { ...changes, types: types as EventType[] | undefined };
        return (await connections.open(connection)).call('updateWebhook', { params: { id }, body });
      },
      remove: async ({ connection, id }) => {
        await (await connections.open(connection)).call('deleteWebhook', { params: { id } });
        return undefined;
      },
      rotateSecret: async ({ connection, id }) =>
        (await connections.open(connection)).call('rotateWebhookSecret', { params: { id } }),
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
