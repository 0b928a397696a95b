import type { Promotion } from '#core/contract/shapes.ts';
import { openStatuses } from '#core/domain/promotion.ts';
import type { RegistryReader } from './replica/registry-reader.ts';

/** Every promotion that is still open, however old, and the newest of the others; newest first. */
export async function listCurrentPromotions(reader: RegistryReader): Promise<Promotion[]> {
  const { items, nextCursor } = await reader.call('listPromotions', { query: { limit: 200 } });
  if (nextCursor === null) return items;
  const open = await Promise.all(
    openStatuses.map((status) => reader.listAll('listPromotions', { query: { status } })),
  );
  const known = new Set(items.map(({ id }) => id));
  const older = open.flat().filter(({ id }) => !known.has(id));
  return [...items, ...older.toSorted((a, b) => (a.createdAt < b.createdAt ? 1 : -1))];
}
