import { create } from 'zustand';
import type { PromptSummary, RegistryEvent } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { placeKey } from '../connections/connections-store.ts';

/** What others did to a prompt since the user last looked at it. What comes later is told together with it. */
export interface PromptNews {
  /** The newest version by somebody else, and the one that the user had seen before. */
  readonly saved: { readonly from: number; readonly version: number; readonly by: string } | null;
  /** Where somebody else moved `stable`. */
  readonly stable: {
    readonly version: number;
    readonly by: string;
    readonly at: string;
    readonly isRollback: boolean;
  } | null;
}

interface NewsState {
  readonly news: Readonly<Record<string, PromptNews>>;
  /** @param seen the latest version when the user last looked */
  noteSaved(place: PromptPlace, seen: number, prompt: PromptSummary): void;
  /** Takes in an event of somebody else's. */
  noteEvent(place: PromptPlace, event: RegistryEvent): void;
  dismiss(place: PromptPlace): void;
}

const nothing: PromptNews = { saved: null, stable: null };

/** What others did, by prompt, as far as the user has not been told. */
export const useNews = create<NewsState>()((set, get) => {
  const change = (place: PromptPlace, next: Partial<PromptNews>) => {
    const key = placeKey(place);
    set({ news: { ...get().news, [key]: { ...(get().news[key] ?? nothing), ...next } } });
  };
  return {
    news: {},
    noteSaved(place, seen, { latest, latestBy }) {
      const before = get().news[placeKey(place)]?.saved;
      const from = before && before.version === seen ? before.from : seen;
      change(place, { saved: { from, version: latest, by: latestBy?.name ?? 'Somebody' } });
    },
    noteEvent(place, { type, version, actor, at }) {
      const isRollback = type === 'channel.rolled-back';
      if (version === undefined || !(isRollback || type === 'promotion.applied')) return;
      change(place, { stable: { version, by: actor.name, at, isRollback } });
    },
    dismiss(place) {
      const { [placeKey(place)]: _, ...others } = get().news;
      set({ news: others });
    },
  };
});
