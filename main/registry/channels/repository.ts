import type { Queries } from '../db/database.ts';

export interface StableMove {
  readonly promptId: number;
  readonly version: number;
  readonly promotionId: string;
  readonly at: string;
}

/** Notes that `stable` moved. */
export async function insertStableMove(queries: Queries, move: StableMove): Promise<void> {
  const last = await findLastMove(queries, move.promptId);
  await queries
    .insertInto('stableMoves')
    .values({ ...move, position: (last?.position ?? 0) + 1 })
    .execute();
}

/** The move that brought `stable` to where it is. */
export async function findLastMove(queries: Queries, promptId: number) {
  return queries
    .selectFrom('stableMoves')
    .selectAll()
    .where('promptId', '=', promptId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** True where `stable` was, or is, this version. */
export async function hasBeenStable(queries: Queries, promptId: number, version: number): Promise<boolean> {
  const row = await queries
    .selectFrom('stableMoves')
    .select('position')
    .where('promptId', '=', promptId)
    .where('version', '=', version)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Moves of `stable` with their promotions, newest first. */
function selectStableMoves(queries: Queries, promptId: number) {
  return queries
    .selectFrom('stableMoves')
    .innerJoin('promotions', 'promotions.id', 'stableMoves.promotionId')
    .innerJoin('members as requester', 'requester.id', 'promotions.requestedBy')
    .leftJoin('members as applier', 'applier.id', 'promotions.appliedBy')
    .leftJoin('stableMoves as next', (join) =>
      join
        .onRef('next.promptId', '=', 'stableMoves.promptId')
        .on(({ eb }) => eb('next.position', '=', eb('stableMoves.position', '+', 1))),
    )
    .select(['stableMoves.position', 'stableMoves.version', 'stableMoves.at as since', 'next.at as until'])
    .select(['promotions.id', 'promotions.kind', 'promotions.note'])
    .select(['promotions.requestedBy', 'requester.name as requesterName'])
    .select(['promotions.appliedBy', 'applier.name as applierName'])
    .where('stableMoves.promptId', '=', promptId)
    .orderBy('stableMoves.position', 'desc');
}

export type StableMoveRow = Awaited<ReturnType<ReturnType<typeof selectStableMoves>['execute']>>[number];

/** A page of the moves of `stable`, beginning below a position. */
export async function listStableMoves(
  queries: Queries,
  promptId: number,
  below: number | null,
  limit: number,
): Promise<StableMoveRow[]> {
  return selectStableMoves(queries, promptId)
    .$if(below !== null, (query) => query.where('stableMoves.position', '<', below))
    .limit(limit)
    .execute();
}

/** The last move of `stable` up to a time. */
export async function findStableMoveAt(
  queries: Queries,
  promptId: number,
  time: string,
): Promise<StableMoveRow | undefined> {
  return selectStableMoves(queries, promptId).where('stableMoves.at', '<=', time).limit(1).executeTakeFirst();
}
