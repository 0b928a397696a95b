import { describe, expect, it } from 'vitest';
import type { Promotion } from '#core/contract/shapes.ts';
import { findVoidRequest } from '#renderer/features/promotion/void-request.tsx';

const request = (version: number, status: Promotion['status'], prompt = 'refunds'): Promotion => ({
  id: `${version} ${status}`,
  ...{ prompt, version, status, channel: 'stable', kind: 'promotion', note: '', baseStable: 1 },
  ...{ requestedBy: { id: 'ola', name: 'Ola' }, createdAt: '2026-03-03T14:00:00.000Z' },
  ...{ reviews: [], missing: [], appliedAt: null, appliedBy: null },
});
const find = (stable: number | null, ...newestFirst: Promotion[]) =>
  findVoidRequest(newestFirst, { name: 'refunds', stable })?.version ?? null;

describe('a request that is void because stable moved', () => {
  it('is found beside the promotion that moved it, also once that was rolled back', () => {
    expect(find(2, request(2, 'applied'), request(3, 'superseded'))).toBe(3);
    expect(find(1, request(2, 'applied'), request(3, 'superseded'))).toBe(3);
  });

  it.each([
    ['it was made again', 2, [request(3, 'pending'), request(3, 'superseded')]],
    ['it was made again and applied', 1, [request(3, 'applied'), request(3, 'superseded')]],
    ['another one waits', 2, [request(4, 'pending'), request(3, 'superseded')]],
    ['something newer is stable', 4, [request(4, 'applied'), request(3, 'superseded')]],
    ['it was taken back', 1, [request(3, 'withdrawn')]],
    ['it is another prompt’s', 1, [request(3, 'superseded', 'elsewhere')]],
  ])('is not, where %s', (_, stable, all) => {
    expect(find(stable, ...all)).toBeNull();
  });
});
