import type { EarlierText } from '#core/contract/earlier-draft-shapes.ts';
import { countWordChanges } from '#core/domain/count-word-changes.ts';
import { splitIntoSentences } from '#core/domain/merge/split-into-sentences.ts';
import { areSameVariables } from '#core/domain/same-variables.ts';
import { listPlaces, type State, type StateFile, toContent, toText } from './state-file.ts';

/** How many states of one day are kept, and for how many days. */
const mostOfADay = 50;
const keptDays = 14;

/** Adds a text as the newest state, unless it is the newest already, and lets the oldest go. */
export function addState(file: StateFile, id: string, text: EarlierText): StateFile {
  const last = file.states.at(-1);
  const newest = last ? toText(file, last) : null;
  if (newest && newest.content === text.content && areSameVariables(newest.variables, text.variables)) {
    return file;
  }
  const { savedAt, baseVersion, baseContentHash, variables } = text;
  const change = countWordChanges(newest?.content ?? '', text.content);
  const sentences = [...file.sentences];
  const content = toContent(findPlaces(sentences, text.content));
  const states = [
    ...file.states,
    { id, savedAt, baseVersion, baseContentHash, ...change, content, variables },
  ];
  const kept = keepRecent(states, savedAt);
  return kept.length === states.length ? { sentences, states } : dropUnused({ sentences, states: kept });
}

/** Where the sentences of a text are; those that are new are put at the end. */
function findPlaces(sentences: string[], text: string): number[] {
  const places = new Map(sentences.map((sentence, place) => [sentence, place]));
  return joinBlankLines(splitIntoSentences(text)).map((sentence) => {
    const known = places.get(sentence);
    if (known !== undefined) return known;
    places.set(sentence, sentences.length);
    return sentences.push(sentence) - 1;
  });
}

/** An empty line goes with what is before it: by itself it would stand after every paragraph. */
function joinBlankLines(sentences: readonly string[]): string[] {
  const joined: string[] = [];
  for (const sentence of sentences) {
    const before = joined.length - 1;
    if (before < 0 || sentence.trim() !== '') joined.push(sentence);
    else joined[before] += sentence;
  }
  return joined;
}

function keepRecent(states: readonly State[], now: string): State[] {
  const oldest = new Date(now).getTime() - keptDays * 24 * 3_600_000;
  const ofDays = new Map<string, number>();
  const kept = states.toReversed().filter(({ savedAt }) => {
    const savedOn = new Date(savedAt);
    const day = savedOn.toDateString();
    const later = ofDays.get(day) ?? 0;
    ofDays.set(day, later + 1);
    return savedOn.getTime() >= oldest && later < mostOfADay;
  });
  return kept.toReversed();
}

/** Lets go the sentences that stand in no state any more; the others close up. */
function dropUnused({ sentences, states }: StateFile): StateFile {
  const isUsed = new Uint8Array(sentences.length);
  for (const { content } of states) for (const place of listPlaces(content)) isUsed[place] = 1;
  const kept: string[] = [];
  const newPlaces = sentences.map(
    (sentence, place) => (isUsed[place] ? kept.push(sentence) : kept.length) - 1,
  );
  const move = (number: number) => (number < 0 ? number : (newPlaces[number] ?? 0));
  return { sentences: kept, states: states.map((state) => ({ ...state, content: state.content.map(move) })) };
}
