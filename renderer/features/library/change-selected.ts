import { create } from 'zustand';
import { manyAtMost } from '#core/contract/many-at-most.ts';
import type { ChangeOfMany, OutcomeOfMany } from '#core/contract/many-prompts-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { formatCount } from '../../format/counts.ts';
import { useNotices } from '../shell/notices-store.ts';
import { useLibrary } from './library-store.ts';
import { listSelected, useSelection } from './selection-store.ts';

interface ChangingState {
  /** What is going on, as a word; `null` while nothing is. */
  readonly doing: string | null;
  readonly done: number;
  readonly total: number;
  /** Ends it after what is under way; what was changed stays, and can be undone. */
  stop(): void;
}

let isStopped = false;

/** A change of many prompts that is under way. */
export const useChanging = create<ChangingState>()(() => ({
  doing: null,
  done: 0,
  total: 0,
  stop() {
    isStopped = true;
  },
}));

interface Words {
  readonly doing: string;
  /** What was done, for example “3 prompts are archived”. */
  readonly done: (changed: number) => string;
  readonly message?: string;
}

const isOne = (count: number) => count === 1;

/** Archives the selected prompts. */
export function archiveSelected(): void {
  void changeSelected(
    { archived: true },
    { archived: false },
    {
      doing: 'Archiving',
      done: (count) => `${formatCount(count, 'prompt')} ${isOne(count) ? 'is' : 'are'} archived`,
      message: 'They are no longer in the list. Applications still get them.',
    },
  );
}

/** Puts the selected prompts back into the list. */
export function restoreSelected(): void {
  void changeSelected(
    { archived: false },
    { archived: true },
    {
      doing: 'Restoring',
      done: (count) => `${formatCount(count, 'prompt')} ${isOne(count) ? 'is' : 'are'} back in the list`,
    },
  );
}

/** Adds a tag to the selected prompts. */
export function tagSelected(tag: string): void {
  void changeSelected(
    { addTag: tag },
    { removeTag: tag },
    {
      doing: 'Adding the tag',
      done: (count) => `The tag “${tag}” was added to ${formatCount(count, 'prompt')}`,
    },
  );
}

async function changeSelected(change: ChangeOfMany, undo: ChangeOfMany, words: Words): Promise<void> {
  const { connection } = useSelection.getState();
  if (connection === null) return;
  const outcomes = await changeAll(connection, listSelected(), change, words.doing);
  if (!outcomes) return;
  const changed = namesWith(outcomes, 'changed');
  const same = namesWith(outcomes, 'same');
  tellFailures(outcomes);
  // What failed stays selected, to be tried again; what left the list does not.
  if ('archived' in change) useSelection.getState().choose([...changed, ...same], false);
  if (useSelection.getState().names.size === 0) useSelection.getState().end();
  const { show } = useNotices.getState();
  if (changed.length === 0) {
    if (same.length > 0) show({ tone: 'neutral', title: 'Nothing had to be changed' });
    return;
  }
  const run = () =>
    void changeAll(connection, changed, undo, 'Undoing').then((undone) => undone && tellFailures(undone));
  show({
    tone: 'neutral',
    title: words.done(changed.length),
    message: words.message,
    action: { label: 'Undo', run },
  });
}

/** Changes prompts part by part. @returns `null` where another change is still under way */
async function changeAll(
  connection: string,
  names: readonly string[],
  change: ChangeOfMany,
  doing: string,
): Promise<OutcomeOfMany[] | null> {
  if (useChanging.getState().doing !== null) return null;
  isStopped = false;
  useChanging.setState({ doing, done: 0, total: names.length });
  const outcomes: OutcomeOfMany[] = [];
  try {
    for (let at = 0; at < names.length && !isStopped; at += manyAtMost) {
      const part = names.slice(at, at + manyAtMost);
      const answered = await unwrap(bridge.prompts.updateMany({ connection, names: part, change }));
      outcomes.push(...answered);
      const summaries = answered.flatMap((one) => (one.kind === 'changed' ? [one.summary] : []));
      useLibrary.getState().putAll(connection, summaries);
      useChanging.setState({ done: outcomes.length });
    }
  } catch (thrown) {
    useNotices.getState().showError(toBridgeError(thrown));
  } finally {
    useChanging.setState({ doing: null });
  }
  return outcomes;
}

function tellFailures(outcomes: readonly OutcomeOfMany[]): void {
  const failed = outcomes.filter((one) => one.kind === 'failed');
  const [first] = failed;
  if (!first) return;
  useNotices.getState().show({
    tone: 'warning',
    title: `${formatCount(failed.length, 'prompt')} could not be changed`,
    message: `${first.reason} What could not be changed is as it was.`,
  });
}

const namesWith = (outcomes: readonly OutcomeOfMany[], kind: OutcomeOfMany['kind']) =>
  outcomes.filter((one) => one.kind === kind).map(({ name }) => name);
