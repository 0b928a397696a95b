import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import { describeError, describeErrorInFull } from '../../bridge/describe-error.ts';

export interface Notice {
  readonly id: number;
  readonly tone: 'success' | 'neutral' | 'warning' | 'error';
  readonly title: string;
  readonly message?: string | undefined;
  /** What it is about; a newer notice about the same takes its place. */
  readonly about?: string | undefined;
  /** True where it stays until it is dismissed. */
  readonly isLasting?: boolean | undefined;
  readonly action?: { readonly label: string; readonly run: () => void } | undefined;
}

interface NoticesState {
  /** Those that the screen has not taken over yet. */
  readonly queue: readonly Notice[];
  show(notice: Omit<Notice, 'id'>): void;
  showError(error: BridgeError): void;
  /** Hands over what is in the queue and empties it. */
  take(): readonly Notice[];
}

let nextId = 1;

/** Short messages to the user; any feature may add one, the shell shows them. */
export const useNotices = create<NoticesState>()((set, get) => ({
  queue: [],
  show: (notice) => set({ queue: [...get().queue, { ...notice, id: nextId++ }] }),
  showError(error) {
    get().show({ tone: 'error', title: describeError(error).title, message: describeErrorInFull(error) });
  },
  take() {
    const { queue } = get();
    if (queue.length > 0) set({ queue: [] });
    return queue;
  },
}));
