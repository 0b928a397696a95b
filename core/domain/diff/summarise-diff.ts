import { countNoun } from '../count-noun.ts';
import type { VariableDeclaration } from '../variables.ts';
import { type DiffHunk, textOf } from './hunks.ts';
import { splitSentences } from './split-text.ts';

/** Names of variables that are listed before they are only counted. */
const listedNames = 3;

/**
 * Says in one line what changed, for example “2 sentences changed, 1 paragraph moved, variable `tier` removed”.
 *
 * @param from all variables of the old text, the used ones and the declared ones
 */
export function summariseDiff(
  hunks: readonly DiffHunk[],
  from: readonly VariableDeclaration[],
  to: readonly VariableDeclaration[],
): string {
  const sentences = countSentences(hunks);
  const variables = compareVariables(from, to);
  const said = [
    ...describeCount(sentences.changed, 'sentence', 'changed'),
    ...describeCount(sentences.added, 'sentence', 'added'),
    ...describeCount(sentences.removed, 'sentence', 'removed'),
    ...describeCount(sentences.moved, 'sentence', 'moved'),
    ...describeCount(countMovedParagraphs(hunks), 'paragraph', 'moved'),
    ...describeNames(variables.changed, 'changed'),
    ...describeNames(variables.added, 'added'),
    ...describeNames(variables.removed, 'removed'),
  ];
  if (said.length > 0) return said.join(', ');
  return hunks.every(({ kind }) => kind === 'same') ? 'no change' : 'only spaces and line breaks changed';
}

interface Sentences {
  readonly gone: readonly string[];
  readonly come: readonly string[];
}

/** What stands in one place as gone and in another as come was moved. */
function countSentences(hunks: readonly DiffHunk[]) {
  const places = collectSentences(hunks);
  const gone = places.flatMap((place) => place.gone);
  const come = places.flatMap((place) => place.come);
  const isStill = { gone: takeAway(come), come: takeAway(gone) };
  const counts = { changed: 0, added: 0, removed: 0, moved: 0 };
  for (const place of places) {
    const [before, after] = [place.gone.filter(isStill.gone).length, place.come.filter(isStill.come).length];
    const changed = Math.min(before, after);
    counts.changed += changed;
    counts.removed += before - changed;
    counts.added += after - changed;
    counts.moved += place.gone.length - before;
  }
  return counts;
}

/** The sentences that only one side has, change by change: neighbouring hunks are one. */
function collectSentences(hunks: readonly DiffHunk[]): Sentences[] {
  const places: Sentences[] = [];
  let [before, after] = ['', ''];
  const settle = () => {
    const [old, fresh] = [splitSentences(before), splitSentences(after)];
    if (old.length > 0 || fresh.length > 0) {
      places.push({ gone: without(old, fresh), come: without(fresh, old) });
    }
    [before, after] = ['', ''];
  };
  for (const { kind, from, parts, move } of hunks) {
    if (kind === 'changed' || kind === 'removed' || kind === 'added') {
      before += textOf(parts, 'from');
      after += textOf(parts, 'to');
      continue;
    }
    settle();
    if (!move?.edits || from.lines === 0) continue;
    [before, after] = [textOf(move.edits, 'from'), textOf(move.edits, 'to')];
    settle();
  }
  settle();
  return places;
}

/** A paragraph is a stretch of lines without an empty one. */
function countMovedParagraphs(hunks: readonly DiffHunk[]): number {
  let count = 0;
  for (const { kind, from, parts } of hunks) {
    if (kind !== 'moved' || from.lines === 0) continue;
    count += textOf(parts, 'from')
      .split(/\n\s*\n/)
      .filter((paragraph) => paragraph.trim() !== '').length;
  }
  return count;
}

/** What is left of a list when each of the others has taken one of its kind away. */
function without(sentences: readonly string[], others: readonly string[]): string[] {
  return sentences.filter(takeAway(others));
}

/** A filter that lets through what the others do not have; each of them stops one of its kind. */
function takeAway(others: readonly string[]): (sentence: string) => boolean {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return (sentence) => {
    const count = left.get(sentence) ?? 0;
    if (count > 0) left.set(sentence, count - 1);
    return count === 0;
  };
}

function compareVariables(from: readonly VariableDeclaration[], to: readonly VariableDeclaration[]) {
  const toText = (variable: VariableDeclaration) =>
    JSON.stringify(Object.entries(variable).sort(([a], [b]) => (a < b ? -1 : 1)));
  const before = new Map(from.map((variable) => [variable.name, toText(variable)]));
  const after = new Map(to.map((variable) => [variable.name, toText(variable)]));
  return {
    changed: [...after.keys()].filter((name) => before.has(name) && before.get(name) !== after.get(name)),
    added: [...after.keys()].filter((name) => !before.has(name)),
    removed: [...before.keys()].filter((name) => !after.has(name)),
  };
}

function describeCount(count: number, noun: string, what: string): string[] {
  return count === 0 ? [] : [`${countNoun(count, noun)} ${what}`];
}

function describeNames(names: readonly string[], what: string): string[] {
  if (names.length > listedNames) return [`${names.length} variables ${what}`];
  return names.map((name) => `variable \`${name}\` ${what}`);
}
