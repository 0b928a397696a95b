import type { EarlierDraft, EarlierText } from '#core/contract/earlier-draft-shapes.ts';
import type { Draft, PromptPlace } from '#core/contract/workspace-shapes.ts';
import { areSameVariables } from '#core/domain/same-variables.ts';
import type { LogPort } from '../../ports.ts';
import { type Answers, answerQuestion, openStateFolders, type Question } from './answer-question.ts';
import { createThread } from './create-thread.ts';
import { isLargeStep } from './is-large-step.ts';

/** While somebody types, a state is kept this often, in milliseconds. */
const interval = 60_000;
/** A file and a text of so many bytes together are read and written before anybody would notice. */
const quickLength = 100_000;

/** What drafts were before: states that can be brought back, also after a draft was saved or discarded. */
export interface EarlierDrafts {
  /** The newest first. */
  list(place: PromptPlace): Promise<EarlierDraft[]>;
  /** `null` where it is not kept any more. */
  get(place: PromptPlace, id: string): Promise<EarlierText | null>;
  /** Keeps a text. It never fails: where the disk is full, the draft itself is more important. */
  keep(place: PromptPlace, text: EarlierText): Promise<void>;
  /** Keeps what a draft was before it became `next`, where enough time or enough text lies between them. */
  noteStep(before: Draft, next: Pick<Draft, 'content' | 'variables' | 'savedAt'> | null): Promise<void>;
  /** Settles once all that was to be kept is on the disk. */
  settled(): Promise<void>;
}

export function createEarlierDrafts(
  dataFolder: string,
  onSetAside: (sentence: string) => void,
  log: LogPort,
): EarlierDrafts {
  const folderOf = openStateFolders(dataFolder, onSetAside);
  const askThread = createThread();
  const keptAt = new Map<string, number>();
  const keyOf = ({ connection, prompt }: PromptPlace) => `${connection}/${prompt}`;
  // One question after the other: whoever reads waits for what is being kept.
  let last: Promise<unknown> = Promise.resolve();

  function ask<Kind extends Question['kind']>(
    place: PromptPlace,
    question: Extract<Question, { kind: Kind }>,
  ): Promise<Answers[Kind]> {
    const answer = last.then(() => answerNow(place, question)) as Promise<Answers[Kind]>;
    last = answer.catch(() => undefined);
    return answer;
  }

  async function answerNow(place: PromptPlace, question: Question) {
    const folder = folderOf(place.connection);
    const length = question.kind === 'keep' ? question.text.content.length : 0;
    const isQuick = length + (await folder.size(place.prompt)) <= quickLength;
    const outcome = isQuick ? null : await askThread({ dataFolder, place, question });
    // Where no thread can be had, an answer that keeps others waiting is better than none.
    if (!outcome) return answerQuestion(folder, place, question);
    outcome.setAside.forEach(onSetAside);
    if ('fault' in outcome) throw new Error(outcome.fault);
    return outcome.answer;
  }

  async function keep(place: PromptPlace, text: EarlierText): Promise<void> {
    keptAt.set(keyOf(place), new Date(text.savedAt).getTime());
    try {
      await ask(place, { kind: 'keep', text });
    } catch (error) {
      log.error('An earlier draft could not be kept.', { reason: String(error) });
    }
  }

  return {
    list: (place) => ask(place, { kind: 'list' }),
    get: (place, id) => ask(place, { kind: 'get', id }),
    keep,
    async settled() {
      await last;
    },
    async noteStep(before, next) {
      const isSame =
        next && next.content === before.content && areSameVariables(next.variables, before.variables);
      if (isSame) return;
      const last = keptAt.get(keyOf(before)) ?? new Date(before.savedAt).getTime();
      keptAt.set(keyOf(before), last);
      const age = next ? new Date(next.savedAt).getTime() - last : interval;
      if (age >= interval || next === null || isLargeStep(before.content, next.content)) {
        await keep(before, before);
      }
    },
  };
}
