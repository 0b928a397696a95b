import type { BridgeHandlers } from '#core/contract/bridge.ts';
import type { Connections } from '../workspace/connections.ts';
import { listCurrentPromotions } from '../workspace/list-current-promotions.ts';
import { readPromotionOutlook } from '../workspace/read-promotion-outlook.ts';

/** Requests, reviews and moves of `stable`, each one call of the registry. */
export function createPromotionHandlers(connections: Connections): BridgeHandlers['promotions'] {
  return {
    list: async ({ connection, prompt }) => {
      const client = await connections.open(connection);
      return prompt ? client.listAll('listPromotions', { query: { prompt } }) : listCurrentPromotions(client);
    },
    listWaiting: async ({ connection }) =>
      (await connections.open(connection)).listAll('listPromotions', { query: { waitingFor: 'me' } }),
    get: async ({ connection, id }) =>
      (await connections.open(connection)).call('getPromotion', { params: { id } }),
    getOutlook: async ({ connection, prompt, version }) =>
      readPromotionOutlook(await connections.open(connection), prompt, version),
    comment: async ({ connection, id, ...body }) =>
      (await connections.open(connection)).call('commentOnPromotion', { params: { id }, body }),
    stableAt: async ({ connection, prompt, at }) =>
      (await connections.open(connection)).call('getStableAt', { params: { name: prompt }, query: { at } }),
    stableHistory: async ({ connection, prompt }) =>
      (await connections.open(connection)).listAll('getStableHistory', {
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
