import type { VariableDeclaration } from '../variables.ts';
import { type DiffHunk, textOf } from './diff-texts.ts';
import { splitSentences } from './split-text.ts';

/** Names of variables that are listed before they are only counted. */
const listedNames = 3;

/**
 * Says in one line what changed, for example “2 sentences changed, variable `tier` removed”.
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
    ...describeCount(sentences.changed, 'changed'),
    ...describeCount(sentences.added, 'added'),
    ...describeCount(sentences.removed, 'removed'),
    ...describeNames(variables.changed, 'changed'),
    ...describeNames(variables.added, 'added'),
    ...describeNames(variables.removed, 'removed'),
  ];
  if (said.length > 0) return said.join(', ');
  return hunks.every(({ kind }) => kind === 'same') ? 'no change' : 'only spaces and line breaks changed';
}

function countSentences(hunks: readonly DiffHunk[]) {
  const counts = { changed: 0, added: 0, removed: 0 };
  for (const { kind, parts } of hunks) {
    if (kind === 'same') continue;
    const before = splitSentences(textOf(parts, 'from'));
    const after = splitSentences(textOf(parts, 'to'));
    const gone = without(before, after).length;
    const come = without(after, before).length;
    const changed = Math.min(gone, come);
    counts.changed += changed;
    counts.removed += gone - changed;
    counts.added += come - changed;
  }
  return counts;
}

/** What is left of a list when each of the others has taken one of its kind away. */
function without(sentences: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const other of others) left.set(other, (left.get(other) ?? 0) + 1);
  return sentences.filter((sentence) => {
    const count = left.get(sentence) ?? 0;
    if (count > 0) left.set(sentence, count - 1);
    return count === 0;
  });
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

function describeCount(count: number, what: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? 'sentence' : 'sentences'} ${what}`];
}

function describeNames(names: readonly string[], what: string): string[] {
  if (names.length > listedNames) return [`${names.length} variables ${what}`];
  return names.map((name) => `variable \`${name}\` ${what}`);
}
