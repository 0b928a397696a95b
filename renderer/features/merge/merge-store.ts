import { create } from 'zustand';
import type { KeptMerge } from '#core/contract/merge-shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { describeErrorInFull } from '../../bridge/describe-error.ts';
import { DraftWriter } from '../../bridge/draft-writer.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { useDrafts } from '../editor/drafts-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { carryOver } from './carry-over.ts';
import { type BegunMerge, fromKept, toKept } from './kept-merge.ts';
import { chosenVariables, type MergeChoices, mergedText, noChoices } from './merge-choices.ts';
import type { MergeSubject } from './merge-subject.ts';

interface MergeState {
  readonly begun: Readonly<Record<string, BegunMerge>>;
  /** Takes in decisions, also into a result that was written by hand. */
  decide(subject: MergeSubject, change: Partial<MergeChoices>): void;
  /** Takes in a result that was written by hand; one that is what the decisions give is none. */
  write(subject: MergeSubject, text: string): void;
  /**
   * Takes up what was begun before, also before a restart. What was about other texts goes to the earlier drafts.
   *
   * @throws BridgeError where what was kept cannot be read: a merge that began anew would overwrite it
   */
  takeUp(subject: MergeSubject): Promise<void>;
  /** The merged text is in the editor: once it is on the disk there, nothing more is kept here. Until then, it is. */
  finish(subject: MergeSubject): Promise<void>;
  /** Sends at once what waits. */
  flush(): void;
}

const writers = new Map<string, DraftWriter<KeptMerge, undefined>>();

function writerOf(place: PromptPlace): DraftWriter<KeptMerge, undefined> {
  const key = placeKey(place);
  const known = writers.get(key);
  if (known) return known;
  const writer = new DraftWriter<KeptMerge, undefined>({
    put: (merge) => unwrap(bridge.merges.put({ ...place, merge })),
    discard: () => unwrap(bridge.merges.discard(place)),
    onKept: () => undefined,
    onDiscarded: () => undefined,
    // The writer goes on trying; a newer notice takes the place of this one.
    onFailed: (thrown) =>
      useNotices.getState().show({
        tone: 'error',
        about: `merge ${key}`,
        title: 'The merge is not on the disk yet',
        message: `${describeErrorInFull(toBridgeError(thrown))} What you decided stays in this window.`,
      }),
  });
  writers.set(key, writer);
  return writer;
}

/** What was decided in merges that are not finished: closing the dialog loses nothing. */
export const useMerges = create<MergeState>()((set, get) => {
  const change = (subject: MergeSubject, next: Partial<BegunMerge>) => {
    const begun = { ...begunOf(get(), subject), ...next };
    set({ begun: { ...get().begun, [placeKey(subject.place)]: begun } });
    writerOf(subject.place).put(toKept(subject, begun));
  };
  return {
    begun: {},
    decide(subject, decided) {
      const { choices: before, written } = begunOf(get(), subject);
      const choices = { ...before, ...decided };
      if (!written) return change(subject, { choices });
      const after = mergedText(subject.parts, choices);
      const carried = carryOver(written, mergedText(subject.parts, before), after);
      change(subject, { choices, written: carried.text === after ? null : carried });
    },
    write(subject, text) {
      const { choices, written } = begunOf(get(), subject);
      const isDecided = text === mergedText(subject.parts, choices);
      change(subject, { written: isDecided ? null : { text, overrules: written?.overrules ?? false } });
    },
    async takeUp(subject) {
      const { place, base } = subject;
      const key = placeKey(place);
      if (get().begun[key]?.subject === subject.id) return;
      await writers.get(key)?.flush();
      const kept = await unwrap(bridge.merges.get(place));
      if (!kept) return;
      if (kept.subject === subject.id) return set({ begun: { ...get().begun, [key]: fromKept(kept) } });
      const text = { content: kept.result, variables: chosenVariables(subject.variables, noChoices) };
      useDrafts.getState().keepEarlier(place, { ...text, baseVersion: base.version, baseContentHash: null });
    },
    async finish({ place }) {
      const key = placeKey(place);
      await useDrafts.getState().flush();
      if (useDrafts.getState().isBusy(place)) return;
      const { [key]: _, ...others } = get().begun;
      set({ begun: others });
      writerOf(place).discard();
    },
    flush() {
      for (const writer of writers.values()) void writer.flush();
    },
  };
});

/** What was done so far in a merge of exactly these texts. */
export function begunOf(state: Pick<MergeState, 'begun'>, subject: MergeSubject): BegunMerge {
  const begun = state.begun[placeKey(subject.place)];
  return begun?.subject === subject.id ? begun : { subject: subject.id, ...nothing };
}

const nothing = { choices: noChoices, written: null };

/** The merged text as it stands: written by hand, or as the decisions give it. */
export function resultOf(state: Pick<MergeState, 'begun'>, subject: MergeSubject): string {
  const { choices, written } = begunOf(state, subject);
  return written?.text ?? mergedText(subject.parts, choices);
}
