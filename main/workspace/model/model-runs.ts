import { hash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import {
  type ModelAnswer,
  type ModelQuestion,
  type ModelRun,
  type ModelSettings,
  modelRun,
} from '#core/contract/model-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { createJsonFolders, type JsonFolder } from '../json-folder.ts';
import type { SettingsService } from '../settings-service.ts';
import { answerQuestion } from './answer-question.ts';
import type { ModelService } from './model-service.ts';

/** So many texts are sent at the same time. */
const concurrency = 3;
/** So many runs of a prompt are kept. */
const keptRuns = 20;

export interface WantedRun {
  readonly candidate: string;
  readonly baseline: string | null;
  readonly questions: readonly ModelQuestion[];
}

/** Sending finished texts to the model, and what it answered, kept on this machine. */
export interface ModelRuns {
  /** The runs of a prompt, newest first. */
  list(place: PromptPlace): Promise<ModelRun[]>;
  /**
   * Begins a run and answers at once; events tell how it goes on.
   *
   * @throws {ModelFaultError} `not-set-up`
   */
  begin(place: PromptPlace, wanted: WantedRun): Promise<ModelRun>;
  /** Ends a run that is under way; what has arrived stays. */
  cancel(id: string): void;
  /** Ends all of them, and waits until what has arrived is on the disk. */
  close(): Promise<void>;
}

interface RunningRun {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

export function createModelRuns(
  dataFolder: string,
  model: ModelService,
  settings: SettingsService,
  emit: (event: BridgeEvent) => void,
  onSetAside: (sentence: string) => void,
): ModelRuns {
  const folderAt = createJsonFolders<ModelRun>(join(dataFolder, 'model-answers'), modelRun, onSetAside);
  const folderOf = ({ connection, prompt }: PromptPlace) =>
    folderAt(join(connection, `prompt-${prompt.replaceAll('/', '~')}`));
  const running = new Map<string, RunningRun>();

  const work = async (
    place: PromptPlace,
    run: ModelRun,
    questions: readonly ModelQuestion[],
    prepare: Awaited<ReturnType<ModelService['prepare']>>,
    signal: AbortSignal,
  ) => {
    const folder = folderOf(place);
    const change = async (isOnDisk: boolean) => {
      emit({ name: 'modelRunChanged', payload: { ...place, run } });
      if (isOnDisk) await folder.put(run.id, run);
    };
    let next = 0;
    const takeTurns = async () => {
      while (next < questions.length && !signal.aborted) {
        const index = next;
        next += 1;
        const answer = run.answers[index] as ModelAnswer;
        const grow = (from: number, text: string) =>
          emit({ name: 'modelAnswerGrew', payload: { ...place, run: run.id, index, from, text } });
        answer.state = 'answering';
        await change(false);
        await answerQuestion(answer, prepare(questions[index]?.text ?? ''), signal, grow);
        await change(true);
      }
    };
    await Promise.all(Array.from({ length: concurrency }, takeTurns));
    for (const answer of run.answers) if (answer.state === 'waiting') answer.state = 'cancelled';
    run.state = signal.aborted ? 'cancelled' : 'finished';
    await change(true);
  };

  return {
    async list(place) {
      const runs = await folderOf(place).list();
      return runs
        .map((run) => (run.state === 'running' && !running.has(run.id) ? interrupt(run) : run))
        .sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
    },

    async begin(place, { candidate, baseline, questions }) {
      const prepare = await model.prepare();
      const run: ModelRun = {
        id: randomUUID(),
        startedAt: new Date().toISOString(),
        state: 'running',
        model: settings.get().model as ModelSettings,
        candidate,
        baseline,
        answers: questions.map(toWaiting),
      };
      const folder = folderOf(place);
      await folder.put(run.id, run);
      await forgetOldest(folder, running);
      const controller = new AbortController();
      const ended = work(place, run, questions, prepare, controller.signal).finally(() =>
        running.delete(run.id),
      );
      // What could not be written to the disk is still on the screen.
      ended.catch(() => undefined);
      running.set(run.id, { controller, ended });
      return structuredClone(run);
    },

    cancel: (id) => running.get(id)?.controller.abort(),

    async close() {
      for (const { controller } of running.values()) controller.abort();
      await Promise.allSettled([...running.values()].map(({ ended }) => ended));
    },
  };
}

function toWaiting({ input, title, side, text }: ModelQuestion): ModelAnswer {
  return {
    input,
    title,
    side,
    textHash: hash('sha256', text, 'hex'),
    state: 'waiting',
    text: '',
    isAtLimit: false,
    fault: null,
    tokens: null,
    seconds: null,
  };
}

/** The app was closed or killed meanwhile. */
function interrupt(run: ModelRun): ModelRun {
  const answers = run.answers.map((answer) =>
    answer.state === 'waiting' || answer.state === 'answering'
      ? { ...answer, state: 'cancelled' as const }
      : answer,
  );
  return { ...run, state: 'interrupted', answers };
}

async function forgetOldest(
  folder: JsonFolder<ModelRun>,
  running: ReadonlyMap<string, unknown>,
): Promise<void> {
  const runs = (await folder.list()).sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
  for (const { id } of runs.slice(keptRuns)) if (!running.has(id)) await folder.remove(id);
}
