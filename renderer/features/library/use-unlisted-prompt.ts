import { useEffect } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { usePromotions } from '../promotion/promotions-store.ts';
import { useLibrary } from './library-store.ts';

/** Keeps an open prompt known that the list no longer has, because somebody archived it. */
export function useUnlistedPrompt(place: PromptPlace): void {
  const key = placeKey(place);
  const list = useLibrary((state) => state.prompts[place.connection]);
  const newest = useVersions((state) => state.lists[key]?.[0]);
  const history = usePromotions((state) => state.history[key]);
  const isMissing = list !== undefined && !list.some(({ name }) => name === place.prompt);
  useEffect(() => {
    if (!isMissing) return;
    // A prompt that was just created is not in the old list either.
    void useLibrary.getState().load(place.connection);
    void usePromotions.getState().loadHistory(place);
  }, [isMissing, place]);
  useEffect(() => {
    if (!isMissing || !newest || !history) return;
    const stable = history.find(({ until }) => until === null)?.version ?? null;
    useLibrary
      .getState()
      .keepUnlisted(place, { latest: newest.version, stable, updatedAt: newest.createdAt });
  }, [isMissing, newest, history, place]);
}
