import { create } from 'zustand';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { useCompare } from '../compare/compare-store.ts';
import { reviewCommentFieldId } from './review-fields.ts';
import { nothingUnsent, reviewKey, useReviews } from './reviews-store.ts';

interface PassagesState {
  /** The comment whose words stand out. */
  readonly current: string | null;
  /** The words that are selected in the text, as a quote. */
  readonly quote: string | null;
  /** The rows of the comparison that comments begin in, by the comment's id. */
  readonly places: ReadonlyMap<string, number>;
  setCurrent(id: string | null): void;
  setQuote(quote: string | null): void;
  setPlaces(places: ReadonlyMap<string, number>): void;
  /** Lets the words of a comment stand out, and shows them. */
  show(id: string): void;
  /** Begins a comment on the selected words. */
  commentOnQuote(place: PromptPlace, version: number): void;
}

/** The passages of the review on the screen that somebody speaks about. */
export const usePassages = create<PassagesState>()((set, get) => ({
  current: null,
  quote: null,
  places: new Map(),
  setCurrent: (current) => set({ current }),
  setQuote: (quote) => set({ quote }),
  setPlaces: (places) => set({ places }),
  show(id) {
    set({ current: id });
    const row = get().places.get(id);
    if (row !== undefined) useCompare.getState().navigation?.goTo?.(row);
  },
  commentOnQuote(place, version) {
    const { quote } = get();
    if (quote === null) return;
    const unsent = useReviews.getState().unsent[reviewKey(place, version)] ?? nothingUnsent;
    useReviews.getState().setUnsent(place, version, { ...unsent, quote });
    getSelection()?.removeAllRanges();
    document.getElementById(reviewCommentFieldId)?.focus();
  },
}));
