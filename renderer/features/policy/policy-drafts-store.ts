import { create } from 'zustand';
import type { Policy } from '#core/domain/promotion.ts';

/** A policy that somebody is writing. */
export interface PolicyDraft {
  /** What held when the first word was changed. */
  readonly base: Policy;
  readonly policy: Policy;
  readonly reason: string;
}

interface PolicyDraftsState {
  /** By subject. They outlive the view, and end with the window. */
  readonly drafts: Readonly<Record<string, PolicyDraft>>;
  put(key: string, draft: PolicyDraft): void;
  discard(key: string): void;
}

export const usePolicyDrafts = create<PolicyDraftsState>()((set, get) => ({
  drafts: {},
  put: (key, draft) => set({ drafts: { ...get().drafts, [key]: draft } }),
  discard(key) {
    const { [key]: _, ...drafts } = get().drafts;
    set({ drafts });
  },
}));
