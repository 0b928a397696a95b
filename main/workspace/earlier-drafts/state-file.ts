import { z } from 'zod';
import type { EarlierDraft, EarlierText } from '#core/contract/earlier-draft-shapes.ts';
import { time, variableDeclarations, versionNumber } from '#core/contract/shapes.ts';
import { countWordChanges } from '#core/domain/count-word-changes.ts';
import { splitIntoSentences } from '#core/domain/merge/split-into-sentences.ts';
import { areSameVariables } from '#core/domain/same-variables.ts';

/** How many states of one day are kept, and for how many days. */
const mostOfADay = 50;
const keptDays = 14;

const count = z.number().int().nonnegative();

/** The earlier drafts of a prompt. A sentence that stands in several of them is kept once. */
export const stateFile = z.object({
  sentences: z.array(z.string()),
  /** Oldest first. */
  states: z.array(
    z.object({
      id: z.string(),
      savedAt: time,
      baseVersion: versionNumber,
      added: count,
      removed: count,
      /** Where its sentences are in `sentences`. */
      content: z.array(count),
      variables: variableDeclarations,
    }),
  ),
});
export type StateFile = z.infer<typeof stateFile>;
type State = StateFile['states'][number];

export const noStates: StateFile = { sentences: [], states: [] };

/** The states for a list, the newest first. */
export function listStates({ states }: StateFile): EarlierDraft[] {
  return states
    .map(({ id, savedAt, baseVersion, added, removed }) => ({ id, savedAt, baseVersion, added, removed }))
    .toReversed();
}

/** The text of a state; `null` where it is not there, or not any more. */
export function readState(file: StateFile, id: string): EarlierText | null {
  const state = file.states.find((other) => other.id === id);
  return state ? toText(file, state) : null;
}

/** Adds a text as the newest state, unless it is the newest already, and lets the oldest go. */
export function addState(file: StateFile, id: string, text: EarlierText): StateFile {
  const last = file.states.at(-1);
  const newest = last ? toText(file, last) : null;
  if (newest && newest.content === text.content && areSameVariables(newest.variables, text.variables)) {
    return file;
  }
  const { savedAt, baseVersion, variables } = text;
  const change = countWordChanges(newest?.content ?? '', text.content);
  const texts = [...file.states.map((state) => sentencesOf(file, state)), splitIntoSentences(text.content)];
  const states = [...file.states, { id, savedAt, baseVersion, ...change, content: [], variables }];
  return pack(states, texts, savedAt);
}

/** Writes down the states that are kept, each with where its sentences are. */
function pack(states: readonly State[], texts: readonly (readonly string[])[], now: string): StateFile {
  const places = new Map<string, number>();
  const placeOf = (sentence: string) => {
    const place = places.get(sentence) ?? places.size;
    places.set(sentence, place);
    return place;
  };
  const kept = states.flatMap((state, index) =>
    isKept(states, index, now) ? [{ ...state, content: (texts[index] ?? []).map(placeOf) }] : [],
  );
  return { sentences: [...places.keys()], states: kept };
}

function isKept(states: readonly State[], index: number, now: string): boolean {
  const dayOf = (moment: string | undefined) => new Date(moment ?? now).toDateString();
  const day = dayOf(states[index]?.savedAt);
  const age = new Date(now).getTime() - new Date(states[index]?.savedAt ?? now).getTime();
  if (age > keptDays * 24 * 3_600_000) return false;
  return states.slice(index + 1).filter(({ savedAt }) => dayOf(savedAt) === day).length < mostOfADay;
}

function sentencesOf({ sentences }: StateFile, { content }: State): string[] {
  return content.map((place) => sentences[place] ?? '');
}

function toText(file: StateFile, state: State): EarlierText {
  const { variables, baseVersion, savedAt } = state;
  return { content: sentencesOf(file, state).join(''), variables, baseVersion, savedAt };
}
