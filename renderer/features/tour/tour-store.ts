import { create } from 'zustand';
import { useSettings } from '../settings/settings-store.ts';

interface TourState {
  /** The step that is shown, from 0; `null` while there is no tour. */
  readonly step: number | null;
  start(): void;
  goTo(step: number): void;
  /** Ends the tour for good; it can still be asked for. */
  end(): void;
}

/** The tour of the first start. */
export const useTour = create<TourState>()((set) => ({
  step: null,
  start: () => set({ step: 0 }),
  goTo: (step) => set({ step }),
  end() {
    set({ step: null });
    if (!useSettings.getState().settings.tourSeen) void useSettings.getState().update({ tourSeen: true });
  },
}));
