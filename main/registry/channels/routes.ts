import type { Handlers } from '../http/handlers.ts';
import type { ChannelsService } from './service.ts';

/** The calls on channels. None of them moves one. */
export function createChannelRoutes(channels: ChannelsService) {
  return {
    getChannels: ({ params }) => channels.get(params.name),
    getStableAt: ({ params, query }) => channels.getStableAt(params.name, query.at),
    getStableHistory: ({ params, query }) =>
      channels.getStableHistory(params.name, query.limit, query.cursor),
  } satisfies Partial<Handlers>;
}
