import type { BridgeHandlers } from '#core/contract/bridge.ts';
import { listCurrentPromotions } from '../workspace/list-current-promotions.ts';
import { readPromotionOutlook } from '../workspace/read-promotion-outlook.ts';
import type { ReplicatedConnections } from '../workspace/replica/replicas.ts';

/** Requests, reviews and moves of `stable`, each one call of the registry. */
export function createPromotionHandlers(
  connections: Pick<ReplicatedConnections, 'open' | 'read'>,
): BridgeHandlers['promotions'] {
  return {
    list: async ({ connection, prompt }) => {
      const reader = connections.read(connection);
      return prompt ? reader.listAll('listPromotions', { query: { prompt } }) : listCurrentPromotions(reader);
    },
    listWaiting: async ({ connection }) =>
      connections.read(connection).listAll('listPromotions', { query: { waitingFor: 'me' } }),
    get: async ({ connection, id }) => connections.read(connection).call('getPromotion', { params: { id } }),
    getOutlook: async ({ connection, prompt, version }) =>
      readPromotionOutlook(connections.read(connection), prompt, version),
    comment: async ({ connection, id, ...body }) =>
      (await connections.open(connection)).call('commentOnPromotion', { params: { id }, body }),
    stableAt: async ({ connection, prompt, at }) =>
      connections.read(connection).call('getStableAt', { params: { name: prompt }, query: { at } }),
    stableHistory: async ({ connection, prompt }) =>
      connections.read(connection).listAll('getStableHistory', {
        params: { name: prompt },
        query: {},
      }),
    request: async ({ connection, prompt, ...body }) =>
      (await connections.open(connection)).call('requestPromotion', { params: { name: prompt }, body }),
    review: async ({ connection, id, ...body }) =>
      (await connections.open(connection)).call('reviewPromotion', { params: { id }, body }),
    withdraw: async ({ connection, id }) =>
      (await connections.open(connection)).call('withdrawPromotion', { params: { id } }),
    apply: async ({ connection, id }) =>
      (await connections.open(connection)).call('applyPromotion', { params: { id } }),
    rollBack: async ({ connection, prompt, ...body }) =>
      (await connections.open(connection)).call('rollBack', { params: { name: prompt }, body }),
  };
}
