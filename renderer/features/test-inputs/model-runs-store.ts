import { create } from 'zustand';
import type { BridgeEvents } from '#core/contract/bridge-events.ts';
import type { ModelQuestion, ModelRun } from '#core/contract/model-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useNotices } from '../shell/notices-store.ts';

interface ModelRunsState {
  /** What a model answered, newest run first, by place; absent until loaded. */
  readonly runs: Readonly<Record<string, readonly ModelRun[]>>;
  load(place: PromptPlace): Promise<void>;
  /** Sends finished texts to the model. Throws `BridgeFailure`. */
  begin(
    place: PromptPlace,
    wanted: { candidate: string; baseline: string | null; questions: ModelQuestion[] },
  ): Promise<void>;
  cancel(run: string): Promise<void>;
  /** Takes in how a run goes on. */
  replace(change: BridgeEvents['modelRunChanged']): void;
  grow(change: BridgeEvents['modelAnswerGrew']): void;
}

/** What a model answered to the finished texts of each prompt. */
export const useModelRuns = create<ModelRunsState>()((set, get) => {
  const put = (place: PromptPlace, run: ModelRun) => {
    const key = placeKey(place);
    const known = get().runs[key] ?? [];
    const isKnown = known.some(({ id }) => id === run.id);
    const runs = isKnown ? known.map((other) => (other.id === run.id ? run : other)) : [run, ...known];
    set({ runs: { ...get().runs, [key]: runs } });
  };
  return {
    runs: {},
    async load(place) {
      try {
        const runs = await unwrap(bridge.modelRuns.list(place));
        set({ runs: { ...get().runs, [placeKey(place)]: runs } });
      } catch (thrown) {
        useNotices.getState().showError(toBridgeError(thrown));
      }
    },
    async begin(place, wanted) {
      const run = await unwrap(bridge.modelRuns.begin({ ...place, ...wanted }));
      // Its first events may have come before.
      if (!get().runs[placeKey(place)]?.some(({ id }) => id === run.id)) put(place, run);
    },
    async cancel(run) {
      await unwrap(bridge.modelRuns.cancel({ run })).catch((thrown: unknown) =>
        useNotices.getState().showError(toBridgeError(thrown)),
      );
    },
    replace: ({ run, ...place }) => put(place, run),
    grow({ run: id, index, from, text, ...place }) {
      const run = get().runs[placeKey(place)]?.find((other) => other.id === id);
      const answer = run?.answers[index];
      // What is there already was told with the whole run.
      if (!run || !answer || answer.text.length !== from) return;
      const answers = run.answers.with(index, { ...answer, text: answer.text + text });
      put(place, { ...run, answers });
    },
  };
});

/** The run that is under way for a prompt. */
export function runningRunOf(state: Pick<ModelRunsState, 'runs'>, place: PromptPlace): ModelRun | undefined {
  return state.runs[placeKey(place)]?.find(({ state: now }) => now === 'running');
}
