import { beforeEach, describe, expect, it } from 'vitest';
import { connectBridge } from '#renderer/bridge/bridge.ts';
import { BridgeFailure } from '#renderer/bridge/unwrap.ts';
import { useConnections } from '#renderer/features/connections/connections-store.ts';
import { openPromotionsOf, usePromotions } from '#renderer/features/promotion/promotions-store.ts';
import { connectionWith, MemoryApp, place } from './support/memory-app.ts';

let app: MemoryApp;
const wish = { version: 1, note: 'Now', expectedStable: null };
const methods = () => app.calls.map(({ method }) => method);

beforeEach(() => {
  app = new MemoryApp('Hello.');
  connectBridge(app);
  useConnections.setState({ connections: [connectionWith(['admin'])], currentId: 'sandbox' });
});

describe('promote', () => {
  it('requests and applies in one go where nothing is missing', async () => {
    const promotion = await usePromotions.getState().promote(place, wish);
    expect(promotion.status).toBe('applied');
    expect(app.stable).toBe(1);
    expect(methods().slice(0, 2)).toEqual(['promotions.request', 'promotions.apply']);
  });

  it('leaves a request where an approval is missing', async () => {
    app.missing = ['1 approval by a reviewer is missing.'];
    const promotion = await usePromotions.getState().promote(place, wish);
    expect(promotion).toMatchObject({ status: 'pending', missing: app.missing });
    expect(methods()).not.toContain('promotions.apply');
    await usePromotions.getState().load(place.connection);
    expect(openPromotionsOf(usePromotions.getState(), place)).toHaveLength(1);
  });

  it('names what the request takes the place of, in the same call', async () => {
    app.missing = ['1 approval by a reviewer is missing.'];
    await usePromotions.getState().promote(place, { ...wish, replaces: ['earlier'] });
    await usePromotions.getState().promote(place, wish);
    const requests = app.calls.filter(({ method }) => method === 'promotions.request');
    expect(requests.map(({ input }) => input)).toEqual([
      { ...place, ...wish, replaces: ['earlier'] },
      { ...place, ...wish },
    ]);
    expect(methods()).not.toContain('promotions.withdraw');
  });

  it('leaves a request where the member may not promote', async () => {
    useConnections.setState({ connections: [connectionWith(['editor'])] });
    const promotion = await usePromotions.getState().promote(place, wish);
    expect(promotion.status).toBe('pending');
    expect(app.stable).toBeNull();
  });

  it('moves nothing where stable is no longer what the user saw', async () => {
    app.stable = 1;
    const promoting = usePromotions.getState().promote(place, { ...wish, version: 2, expectedStable: null });
    await expect(promoting).rejects.toBeInstanceOf(BridgeFailure);
    expect(app.stable).toBe(1);
    expect(app.promotions).toEqual([]);
  });
});
