import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { PromotionDetails } from '#core/contract/promotion-shapes.ts';
import type { Version } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { ReviewDecision } from '#core/domain/promotion.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { usePromotions } from '../promotion/promotions-store.ts';

/** What the reader writes and has not sent. */
export interface UnsentWords {
  readonly text: string;
  /** The passage that it is about. */
  readonly quote: string | null;
}

/** How the change of a review is shown. */
export interface ReviewLook {
  /** The finished text, or the text as it is written. */
  readonly text: 'finished' | 'written';
  /** `null` as there is room. */
  readonly mode: 'side-by-side' | 'inline' | null;
}

interface ReviewsState extends ReviewLook {
  /** The newest request for a version with everything on it, by `reviewKey`; `null` where there is none. */
  readonly details: Readonly<Record<string, PromotionDetails | null>>;
  readonly errors: Readonly<Record<string, BridgeError | null>>;
  /** What changed in a request, in one line, by `reviewKey` of its two versions. */
  readonly summaries: Readonly<Record<string, string>>;
  /** By `reviewKey`. They outlive a reload. */
  readonly unsent: Readonly<Record<string, UnsentWords>>;
  load(place: PromptPlace, version: number): Promise<void>;
  /** Reads the review on the screen again where it is about a prompt, or where anything may have changed. */
  noteChanged(connection: string, prompt?: string): void;
  /** Says something, about a passage where a quote is given. Throws `BridgeFailure`. */
  comment(place: PromptPlace, version: number, words: UnsentWords): Promise<void>;
  /**
   * Approves exactly the text that is on the screen, or asks for changes, with what was written. Throws
   * `BridgeFailure`.
   */
  decide(place: PromptPlace, version: number, decision: ReviewDecision): Promise<void>;
  /** Finds out how big a change is, once. */
  summarise(place: PromptPlace, from: number, to: number): Promise<void>;
  setUnsent(place: PromptPlace, version: number, words: UnsentWords | null): void;
  setLook(look: Partial<ReviewLook>): void;
}

export const reviewKey = (place: PromptPlace, ...versions: readonly number[]) =>
  `${placeKey(place)}@${versions.join('-')}`;

export const nothingUnsent: UnsentWords = { text: '', quote: null };

const storageKey = 'unsent-comments';

/** The reviews that were opened. */
export const useReviews = create<ReviewsState>()((set, get) => {
  /** The one on the screen. */
  let opened: { readonly place: PromptPlace; readonly version: number } | null = null;
  return {
    details: {},
    errors: {},
    summaries: {},
    unsent: readUnsent(),
    text: 'finished',
    mode: null,
    async load(place, version) {
      const key = reviewKey(place, version);
      opened = { place, version };
      const { connection, prompt } = place;
      try {
        const all = await unwrap(bridge.promotions.list({ connection, prompt }));
        const newest = all.find(
          (promotion) => promotion.version === version && promotion.kind === 'promotion',
        );
        const read = newest ? await unwrap(bridge.promotions.get({ connection, id: newest.id })) : null;
        const details = read && keepTexts(read, get().details[key]);
        set({ details: { ...get().details, [key]: details }, errors: { ...get().errors, [key]: null } });
      } catch (thrown) {
        set({ errors: { ...get().errors, [key]: toBridgeError(thrown) } });
      }
    },
    noteChanged(connection, prompt) {
      if (opened?.place.connection !== connection) return;
      const isMeant = prompt === undefined || opened.place.prompt === prompt;
      if (isMeant) void get().load(opened.place, opened.version);
    },
    async comment(place, version, { text, quote }) {
      const { connection } = place;
      const id = get().details[reviewKey(place, version)]?.id;
      if (id === undefined) return;
      await unwrap(bridge.promotions.comment({ connection, id, text, ...(quote === null ? {} : { quote }) }));
      get().setUnsent(place, version, null);
      await get().load(place, version);
    },
    async decide(place, version, decision) {
      const { connection } = place;
      const review = get().details[reviewKey(place, version)];
      if (!review) return;
      const { text, quote } = get().unsent[reviewKey(place, version)] ?? nothingUnsent;
      const isAboutPassage = quote !== null && text.trim() !== '';
      if (isAboutPassage) await unwrap(bridge.promotions.comment({ connection, id: review.id, text, quote }));
      const { contentHash } = review.candidate;
      const comment = isAboutPassage ? '' : text.trim();
      try {
        await unwrap(bridge.promotions.review({ connection, id: review.id, decision, comment, contentHash }));
        get().setUnsent(place, version, null);
      } finally {
        await get().load(place, version);
        void usePromotions.getState().load(connection);
      }
    },
    async summarise(place, from, to) {
      const key = reviewKey(place, from, to);
      if (get().summaries[key] !== undefined) return;
      try {
        const summary = await unwrap(bridge.versions.summariseChange({ ...place, from, to }));
        set({ summaries: { ...get().summaries, [key]: summary } });
      } catch (thrown) {
        // The queue is read without it.
        toBridgeError(thrown);
      }
    },
    setUnsent(place, version, words) {
      const { [reviewKey(place, version)]: _, ...others } = get().unsent;
      const isEmpty = words === null || (words.text === '' && words.quote === null);
      const unsent = isEmpty ? others : { ...others, [reviewKey(place, version)]: words };
      set({ unsent });
      localStorage.setItem(storageKey, JSON.stringify(unsent));
    },
    setLook: (look) => set(look),
  };
});

/** Whoever reads on while something is said keeps their place: the same texts are not compared anew. */
function keepTexts(read: PromotionDetails, before: PromotionDetails | null | undefined): PromotionDetails {
  if (before?.id !== read.id) return read;
  const { candidate, baseline } = before;
  const isSame = (one: Version | null, other: Version | null) => one?.contentHash === other?.contentHash;
  return isSame(candidate, read.candidate) && isSame(baseline, read.baseline)
    ? { ...read, candidate, baseline }
    : read;
}

function readUnsent(): Record<string, UnsentWords> {
  try {
    const stored: unknown = JSON.parse(globalThis.localStorage?.getItem(storageKey) ?? '{}');
    const isRecord = typeof stored === 'object' && stored !== null && !Array.isArray(stored);
    return isRecord ? (stored as Record<string, UnsentWords>) : {};
  } catch {
    return {};
  }
}
