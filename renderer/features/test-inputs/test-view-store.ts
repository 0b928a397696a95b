import { create } from 'zustand';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { placeKey } from '../connections/connections-store.ts';

/** One side of a comparison: `stable`, `latest`, `draft`, a version's number as text, or `none`. */
export type Side = string;

/** What is chosen in the tab of one prompt. */
interface Choices {
  readonly view: 'inputs' | 'results';
  /** Absent where the usual one is meant. */
  readonly candidate?: Side | undefined;
  readonly baseline?: Side | undefined;
  /** The id of the test input that is looked at. */
  readonly selected?: string | undefined;
  /** The id of the test input that was gone to last: its row is drawn, wherever it stands. */
  readonly asked?: string | undefined;
  /** The id of the kept evaluation that is looked at instead of the table as it is now. */
  readonly evaluation?: string | undefined;
}

interface TestViewState {
  readonly choices: Readonly<Record<string, Choices>>;
  readonly mode: 'side-by-side' | 'inline';
  choose(place: PromptPlace, part: Partial<Choices>): void;
  setMode(mode: TestViewState['mode']): void;
}

const usual: Choices = { view: 'inputs' };

/** What the Test inputs tab shows, prompt by prompt. */
export const useTestView = create<TestViewState>()((set, get) => ({
  choices: {},
  mode: 'side-by-side',
  choose(place, part) {
    const key = placeKey(place);
    set({ choices: { ...get().choices, [key]: { ...usual, ...get().choices[key], ...part } } });
  },
  setMode: (mode) => set({ mode }),
}));

export function choicesAt(state: Pick<TestViewState, 'choices'>, place: PromptPlace): Choices {
  return state.choices[placeKey(place)] ?? usual;
}
