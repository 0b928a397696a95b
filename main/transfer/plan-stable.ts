import type { StableLine } from './export-format.ts';

/** What importing does about `stable`. */
export type StablePlan =
  /** It is where the file has it, or the file does not say. */
  | { readonly kind: 'nothing' }
  /** Every move that is not there yet is made again; no approval is needed here. */
  | { readonly kind: 'replay'; readonly from: number | null; readonly moves: readonly StableLine[] }
  /** Approvals are needed: the last position is asked for, and people decide. */
  | { readonly kind: 'request'; readonly from: number | null; readonly move: StableLine }
  /** That was asked for before, and still waits. */
  | { readonly kind: 'waiting'; readonly version: number }
  /** It went another way here, which stays as it is. */
  | { readonly kind: 'elsewhere'; readonly version: number };

export interface StableHere {
  /** The versions that `stable` has been, oldest first. */
  readonly positions: readonly number[];
  /** The versions for which a promotion is open. */
  readonly requested: readonly number[];
  /** True where `stable` moves without approvals or tests. */
  readonly isFree: boolean;
}

/** Compares where `stable` has been in the file and here. Nothing moves it around the approvals. */
export function planStable(exported: readonly StableLine[], here: StableHere): StablePlan {
  const last = exported.at(-1);
  const from = here.positions.at(-1) ?? null;
  if (!last || last.version === from) return { kind: 'nothing' };
  const isContinued = here.positions.every((version, index) => exported[index]?.version === version);
  if (!isContinued) return { kind: 'elsewhere', version: from ?? 0 };
  if (here.requested.includes(last.version)) return { kind: 'waiting', version: last.version };
  if (!here.isFree) return { kind: 'request', from, move: last };
  return { kind: 'replay', from, moves: exported.slice(here.positions.length) };
}
