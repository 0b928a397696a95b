import type { Side } from './compare-store.ts';

interface Known {
  readonly latest: number;
  readonly stable: number | null;
  readonly hasDraft: boolean;
}

interface Sides {
  readonly from: Side;
  readonly to: Side;
}

/** What is compared where the user has not chosen: `stable`, or the version before, with what is newest. */
export function defaultSides({ latest, stable, hasDraft }: Known): Sides {
  const to = hasDraft ? 'draft' : 'latest';
  if (stable !== null && (hasDraft || stable < latest)) return { from: 'stable', to };
  if (hasDraft) return { from: 'latest', to };
  return { from: String(Math.max(1, latest - 1)), to };
}

/** The user's choice, as far as it still exists. */
export function resolveSides(
  chosen: { readonly from?: Side | undefined; readonly to?: Side | undefined } | undefined,
  known: Known,
): Sides {
  const standard = defaultSides(known);
  const exists = (side: Side | undefined): side is Side =>
    side !== undefined &&
    (side === 'draft' ? known.hasDraft : side === 'stable' ? known.stable !== null : true);
  return {
    from: exists(chosen?.from) ? chosen.from : standard.from,
    to: exists(chosen?.to) ? chosen.to : standard.to,
  };
}

/** The number of the version that a side stands for; `null` for the draft. */
export function versionOf(side: Side, { latest, stable }: Pick<Known, 'latest' | 'stable'>): number | null {
  if (side === 'latest') return latest;
  if (side === 'stable') return stable;
  return side === 'draft' ? null : Number(side);
}
