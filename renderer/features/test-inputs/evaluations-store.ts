import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { Evaluation, EvaluationSummary, WantedEvaluation } from '#core/contract/test-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';

interface EvaluationsState {
  /** The newest evaluations of a prompt, newest first, by place; absent until loaded. */
  readonly lists: Readonly<Record<string, readonly EvaluationSummary[]>>;
  readonly errors: Readonly<Record<string, BridgeError | null>>;
  /** Evaluations with their texts and checks, by id. What came out never changes; `isCurrent` is the list's. */
  readonly details: Readonly<Record<string, Evaluation>>;
  load(place: PromptPlace): Promise<void>;
  /** Answers from what is kept, else asks. Throws `BridgeFailure`. */
  read(place: PromptPlace, id: string): Promise<Evaluation>;
  /** Runs the test inputs as they are in the registry, and keeps what came out there. Throws `BridgeFailure`. */
  run(place: PromptPlace, wanted: Partial<WantedEvaluation>): Promise<Evaluation>;
}

/** What came out of the test inputs of each prompt, as the registry keeps it. */
export const useEvaluations = create<EvaluationsState>()((set, get) => ({
  lists: {},
  errors: {},
  details: {},
  async load(place) {
    const key = placeKey(place);
    try {
      const { items } = await unwrap(bridge.evaluations.list(place));
      set({
        lists: { ...get().lists, [key]: items },
        errors: { ...get().errors, [key]: null },
      });
    } catch (thrown) {
      set({ errors: { ...get().errors, [key]: toBridgeError(thrown) } });
    }
  },
  async read(place, id) {
    const known = get().details[id];
    if (known) return known;
    const evaluation = await unwrap(bridge.evaluations.get({ ...place, id }));
    set({ details: { ...get().details, [id]: evaluation } });
    return evaluation;
  },
  async run(place, wanted) {
    const key = placeKey(place);
    const evaluation = await unwrap(bridge.evaluations.run({ ...place, ...wanted }));
    const { results: _, ...summary } = evaluation;
    const others = (get().lists[key] ?? []).filter(({ id }) => id !== summary.id);
    set({
      details: { ...get().details, [evaluation.id]: evaluation },
      lists: { ...get().lists, [key]: [summary, ...others] },
    });
    return evaluation;
  },
}));

/** The newest evaluation of a version; `undefined` where there is none, or none is known yet. */
export function newestEvaluationOf(
  state: Pick<EvaluationsState, 'lists'>,
  place: PromptPlace,
  version: number,
): EvaluationSummary | undefined {
  return state.lists[placeKey(place)]?.find(({ candidate }) => candidate === version);
}
