import { create } from 'zustand';
import type { Version } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import type { VariableDeclaration } from '#core/domain/variables.ts';
import { placeKey } from '../connections/connections-store.ts';
import { type MergeChoices, noChoices } from './merge-choices.ts';

/** What both texts began from. */
export interface MergeBase {
  readonly version: number;
  readonly content: string;
  readonly variables: readonly VariableDeclaration[];
  /** True where the registry does not have it any more. */
  readonly isLost: boolean;
  /** True where nobody knows its text any more, and it is made of what is alike in both. */
  readonly isGuessed: boolean;
}

/** The three texts that a merge is about; decisions belong to exactly these. */
export interface MergeSubject {
  readonly place: PromptPlace;
  readonly base: MergeBase;
  readonly mine: { readonly content: string; readonly variables: readonly VariableDeclaration[] };
  readonly theirs: Version;
}

interface MergeState {
  readonly begun: Readonly<Record<string, { readonly subject: string; readonly choices: MergeChoices }>>;
  change(subject: MergeSubject, change: Partial<MergeChoices>): void;
}

/** What was decided in merges that are not finished: closing the dialog loses nothing. */
export const useMerges = create<MergeState>()((set, get) => ({
  begun: {},
  change(subject, change) {
    const choices = { ...choicesOf(get(), subject), ...change };
    const begun = { subject: identify(subject), choices };
    set({ begun: { ...get().begun, [placeKey(subject.place)]: begun } });
  },
}));

export function choicesOf(state: Pick<MergeState, 'begun'>, subject: MergeSubject): MergeChoices {
  const begun = state.begun[placeKey(subject.place)];
  return begun?.subject === identify(subject) ? begun.choices : noChoices;
}

function identify({ base, mine, theirs }: MergeSubject): string {
  return JSON.stringify([base.version, theirs.version, mine.content, mine.variables]);
}
