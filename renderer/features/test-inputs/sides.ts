import type { Side } from './test-view-store.ts';

interface Known {
  readonly latest: number;
  readonly stable: number | null;
  readonly hasDraft: boolean;
}

interface Sides {
  readonly candidate: Side;
  readonly baseline: Side;
}

/** The user's choice as far as it still exists; else what is newest, against what applications receive now. */
export function resolveSides(
  chosen: { readonly candidate?: Side | undefined; readonly baseline?: Side | undefined },
  { stable, hasDraft }: Known,
): Sides {
  const exists = (side: Side | undefined): side is Side =>
    side !== undefined && (side === 'draft' ? hasDraft : side === 'stable' ? stable !== null : true);
  return {
    candidate: exists(chosen.candidate) ? chosen.candidate : hasDraft ? 'draft' : 'latest',
    baseline: exists(chosen.baseline) ? chosen.baseline : stable === null ? 'none' : 'stable',
  };
}

/** What a side stands for: a version's number, the draft, or nothing. */
export function targetOf(
  side: Side,
  { latest, stable }: Pick<Known, 'latest' | 'stable'>,
): number | 'draft' | null {
  if (side === 'draft') return 'draft';
  if (side === 'none') return null;
  if (side === 'latest') return latest;
  return side === 'stable' ? stable : Number(side);
}

/** A side as it is called in a sentence: “the draft”, “stable (v7)”, “v8”. */
export function nameSide(side: Side, known: Pick<Known, 'latest' | 'stable'>): string {
  if (side === 'draft') return 'the draft';
  if (side === 'stable') return `stable (v${known.stable})`;
  return side === 'latest' ? `latest (v${known.latest})` : `v${side}`;
}
