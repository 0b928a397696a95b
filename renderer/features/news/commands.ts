import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { Command } from '../../command.ts';
import { useCompare } from '../compare/compare-store.ts';
import { placeKey } from '../connections/connections-store.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';
import { useNews } from './news-store.ts';

/** Shows what changed between what the user had seen and what somebody else saved. */
export function compareSaved(place: PromptPlace): void {
  const saved = useNews.getState().news[placeKey(place)]?.saved;
  if (!saved) return;
  useCompare.getState().choose(place, { from: String(saved.from), to: String(saved.version) });
  useNavigation.getState().openTab('compare');
  useNews.getState().dismiss(place);
}

/** What others did to the open prompt. */
export const newsCommands: readonly Command[] = [
  {
    id: 'compare-news',
    name: 'Compare with what I last saw',
    group: 'Go',
    keywords: ['changed by others', 'news', 'somebody saved'],
    isAvailable() {
      const place = currentPlace();
      return place !== null && useNews.getState().news[placeKey(place)]?.saved != null;
    },
    run() {
      const place = currentPlace();
      if (place) compareSaved(place);
    },
  },
];
