import { z } from 'zod';
import type { EarlierDraft, EarlierText } from '#core/contract/earlier-draft-shapes.ts';
import { baseContentHash, time, variableDeclarations, versionNumber } from '#core/contract/shapes.ts';

const count = z.number().int().nonnegative();
/** No draft has more sentences than this. */
const mostSentences = 4 * 1024 * 1024;

/** The earlier drafts of a prompt. A sentence that stands in several of them is kept once. */
export const stateFile = z.object({
  sentences: z.array(z.string()),
  /** Oldest first. */
  states: z.array(
    z.object({
      id: z.string(),
      savedAt: time,
      baseVersion: versionNumber,
      /** `null` also in what was kept before hashes were. */
      baseContentHash,
      added: count,
      removed: count,
      /** Where its sentences are in `sentences`; -3 stands for the three that follow on the one before it. */
      content: z.array(z.number().int().min(-mostSentences)),
      variables: variableDeclarations,
    }),
  ),
});
export type StateFile = z.infer<typeof stateFile>;
export type State = StateFile['states'][number];

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

/** What a state holds. */
export function toText({ sentences }: StateFile, state: State): EarlierText {
  const { content, variables, baseVersion, baseContentHash, savedAt } = state;
  const text = listPlaces(content).map((place) => sentences[place] ?? '');
  return { content: text.join(''), variables, baseVersion, baseContentHash, savedAt };
}

/** Every place that a state's content stands for. */
export function listPlaces(content: readonly number[]): number[] {
  const places: number[] = [];
  for (const number of content) {
    const last = places.at(-1) ?? -1;
    if (number >= 0) places.push(number);
    else for (let step = 1; step <= -number; step += 1) places.push(last + step);
  }
  return places;
}

/** Writes places down in short: those that follow on each other as their number alone. */
export function toContent(places: readonly number[]): number[] {
  const content: number[] = [];
  places.forEach((place, index) => {
    const last = content.at(-1) ?? 0;
    if (index === 0 || place !== (places[index - 1] ?? 0) + 1) content.push(place);
    else if (last < 0) content[content.length - 1] = last - 1;
    else content.push(-1);
  });
  return content;
}
