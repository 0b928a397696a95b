import { z } from 'zod';
import { Problem } from '#core/contract/problem.ts';
import type { channelStates, StableInterval } from '#core/contract/shapes.ts';
import { type Clock, readTime } from '../clock.ts';
import type { Database } from '../db/database.ts';
import { decodeCursor, type Page, toPage } from '../paging.ts';
import { requirePrompt } from '../prompts/repository.ts';
import { requireVersion } from '../versions/repository.ts';
import { findLastMove, findStableMoveAt, listStableMoves, type StableMoveRow } from './repository.ts';

export type ChannelStates = z.infer<typeof channelStates>;

const position = z.number().int();

/** Tells where a prompt's channels are and were. They move elsewhere: by saving, promoting, rolling back. */
export function createChannelsService({ read }: Pick<Database, 'read'>, clock: Clock) {
  return {
    /** @throws Problem `prompt-not-found` */
    get: async (name: string): Promise<ChannelStates> => {
      const prompt = await requirePrompt(read, name);
      const latest = await requireVersion(read, prompt, prompt.latest);
      const move = await findLastMove(read, prompt.id);
      return {
        latest: { version: latest.version, since: latest.createdAt },
        stable: move ? { version: move.version, since: move.at, promotion: move.promotionId } : null,
      };
    },

    /**
     * What was served as `stable` at a time: now, where none is given.
     *
     * @throws Problem `prompt-not-found`; `channel-empty` where nothing had been promoted by then
     */
    getStableAt: async (name: string, at?: string): Promise<StableInterval> => {
      const prompt = await requirePrompt(read, name);
      const time = at === undefined ? readTime(clock) : new Date(at).toISOString();
      const move = await findStableMoveAt(read, prompt.id, time);
      if (move) return toInterval(move);
      throw new Problem(
        'channel-empty',
        `No version of “${name}” had been promoted to “stable” by ${time}, so nothing was served as stable then.`,
      );
    },

    /** @throws Problem `prompt-not-found` */
    getStableHistory: async (name: string, limit: number, cursor?: string): Promise<Page<StableInterval>> => {
      const prompt = await requirePrompt(read, name);
      const below = decodeCursor(cursor, position);
      const moves = await listStableMoves(read, prompt.id, below, limit + 1);
      return toPage(moves, limit, toInterval, (last) => last.position);
    },
  };
}

export type ChannelsService = ReturnType<typeof createChannelsService>;

function toInterval(row: StableMoveRow): StableInterval {
  const { version, since, until, id, kind, note, requestedBy, appliedBy } = row;
  const requester = { id: requestedBy, name: row.requesterName };
  const applier = appliedBy === null ? null : { id: appliedBy, name: row.applierName ?? '' };
  return { version, since, until, promotion: { id, kind, note, requestedBy: requester, appliedBy: applier } };
}
