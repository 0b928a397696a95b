import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diffTexts } from '#core/domain/diff/diff-texts.ts';
import { textOf } from '#core/domain/diff/hunks.ts';
import { matchLines } from '#core/domain/diff/match-lines.ts';
import { splitLines } from '#core/domain/diff/split-text.ts';
import { summariseDiff } from '#core/domain/diff/summarise-diff.ts';
import { makeTemporaryFolder } from '../support/temporary-folder.ts';
import type { BenchSize } from './bench-size.ts';
import { type DiffInput, lineInputs, proseInputs } from './diff-inputs.ts';
import { atMost, type Row } from './row.ts';
import { median } from './statistics.ts';

/** How long comparisons take: lines beside `git diff` on the same files, then lines and prose down to the words. */
export async function measureDiff({ diffRounds }: BenchSize): Promise<Row[]> {
  const folder = makeTemporaryFolder();
  const [lines, prose] = [lineInputs(), proseInputs()];
  const ratios: Record<string, number> = {};
  for (const input of lines) {
    ratios[input.name] = medianOf(
      diffRounds,
      () => timeOf(() => compareLines(input)) / timeGit(input, folder.path),
    );
  }
  const words: Record<string, number> = {};
  for (const [what, inputs] of [
    ['10,000 lines', lines],
    ['200 KB', prose],
  ] as const) {
    for (const input of inputs) {
      checkRebuilt(input);
      words[`${what}, ${input.name}`] = medianOf(diffRounds, () =>
        processorTimeOf(() => compareWords(input)),
      );
    }
  }
  folder.remove();
  return [
    atMost('diff of 10,000 lines ÷ git diff, slowest of nine inputs', 3, worst(ratios), '×', ratios),
    atMost(
      'diff down to the words, slowest of nineteen inputs, processor time',
      1_000,
      worst(words),
      'ms',
      words,
    ),
  ];
}

function compareLines({ from, to }: DiffInput): void {
  matchLines(splitLines(from), splitLines(to), { steps: 4_000_000 });
}

function compareWords({ from, to }: DiffInput): void {
  summariseDiff(diffTexts(from, to), [], []);
}

function checkRebuilt({ name, from, to }: DiffInput): void {
  const hunks = diffTexts(from, to);
  const rebuild = (side: 'from' | 'to') => hunks.map(({ parts }) => textOf(parts, side)).join('');
  if (rebuild('from') !== from || rebuild('to') !== to)
    throw new Error(`${name}: the hunks are not both texts.`);
}

function timeGit({ from, to }: DiffInput, folder: string): number {
  const files = ['from', 'to'].map((name) => join(folder, name));
  for (const [index, text] of [from, to].entries()) writeFileSync(files[index] ?? '', text);
  return timeOf(() => {
    const { status } = spawnSync('git', ['diff', '--no-index', '--no-color', ...files], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0 && status !== 1) throw new Error('git diff did not run.');
  });
}

function timeOf(work: () => void): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/** All threads together: more than anybody waits for on a machine that has nothing else to do. */
function processorTimeOf(work: () => void): number {
  const begun = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

function medianOf(rounds: number, measure: () => number): number {
  return median(Array.from({ length: rounds }, () => measure()));
}

function worst(figures: Readonly<Record<string, number>>): number {
  return Math.max(...Object.values(figures));
}
