import { create } from 'zustand';
import { placeKey } from '../connections/connections-store.ts';
import { carryOver, type WrittenResult } from './carry-over.ts';
import { type MergeChoices, mergedText, noChoices } from './merge-choices.ts';
import type { MergeSubject } from './merge-subject.ts';

/** What was decided and written in a merge that is not finished. */
interface BegunMerge {
  readonly subject: string;
  readonly choices: MergeChoices;
  /** `null` while the result is what the decisions give. */
  readonly written: WrittenResult | null;
}

interface MergeState {
  readonly begun: Readonly<Record<string, BegunMerge>>;
  /** Takes in decisions, also into a result that was written by hand. */
  decide(subject: MergeSubject, change: Partial<MergeChoices>): void;
  /** Takes in a result that was written by hand; one that is what the decisions give is none. */
  write(subject: MergeSubject, text: string): void;
}

/** What was decided in merges that are not finished: closing the dialog loses nothing. */
export const useMerges = create<MergeState>()((set, get) => {
  const change = (subject: MergeSubject, next: Partial<BegunMerge>) => {
    const begun = { ...begunOf(get(), subject), ...next };
    set({ begun: { ...get().begun, [placeKey(subject.place)]: begun } });
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
