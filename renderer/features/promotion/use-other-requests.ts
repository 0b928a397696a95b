import { useMemo } from 'react';
import type { Promotion } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { openPromotionsOf, usePromotions } from './promotions-store.ts';

interface OtherRequests {
  readonly mine: readonly Promotion[];
  readonly ofOthers: readonly Promotion[];
}

/** The open requests of a prompt: the user's, which a new one replaces, and those of others. */
export function useOtherRequests(place: PromptPlace): OtherRequests {
  const promotions = usePromotions((state) => state.promotions);
  const memberId = useConnections((state) => currentConnection(state)?.member?.id);
  return useMemo(() => {
    const open = openPromotionsOf({ promotions }, place);
    return {
      mine: open.filter(({ requestedBy }) => requestedBy.id === memberId),
      ofOthers: open.filter(({ requestedBy }) => requestedBy.id !== memberId),
    };
  }, [promotions, place, memberId]);
}
