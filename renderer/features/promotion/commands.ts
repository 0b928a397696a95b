import type { Command } from '../../command.ts';
import { currentConnection, placeKey } from '../connections/connections-store.ts';
import { useVersions } from '../history/versions-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { policyKey, usePolicies } from '../policy/policy-store.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';
import { openPromotionsOf, usePromotions } from './promotions-store.ts';
import { promotesAtOnce } from './use-promotes-at-once.ts';

function currentPrompt() {
  const place = currentPlace();
  return place ? findPrompt(useLibrary.getState(), place.connection, place.prompt) : null;
}

/** The version that a promotion would be about: the one that is open in History, else the newest. */
function candidate(): number | null {
  const place = currentPlace();
  const prompt = currentPrompt();
  if (!place || !prompt) return null;
  const isInHistory = useNavigation.getState().tab === 'history';
  const version = (isInHistory && useVersions.getState().selected[placeKey(place)]) || prompt.latest;
  if (version !== prompt.stable) return version;
  return prompt.latest > 1 ? prompt.latest : null;
}

const openRequests = () => {
  const place = currentPlace();
  return place ? openPromotionsOf(usePromotions.getState(), place) : [];
};

function isAtOnce(): boolean {
  const place = currentPlace();
  const policy = place ? usePolicies.getState().policies[policyKey(place)] : undefined;
  return promotesAtOnce(currentConnection(), policy);
}

function openPromote(): void {
  const version = candidate();
  if (useNavigation.getState().tab !== 'history') useNavigation.getState().openTab('promotion');
  if (version !== null) useNavigation.getState().openDialog('promote', String(version));
}

export const promoteToStable: Command = {
  id: 'promote-to-stable',
  name: 'Promote to stable',
  group: 'Prompt',
  keywords: ['release', 'publish', 'go live'],
  needs: ['editor', 'promoter'],
  // While a request waits, that is the one to promote.
  isAvailable: () => isAtOnce() && candidate() !== null && openRequests().length === 0,
  run: openPromote,
};

export const requestPromotion: Command = {
  id: 'request-promotion',
  name: 'Request promotion',
  group: 'Prompt',
  keywords: ['review', 'release', 'publish'],
  needs: 'editor',
  isAvailable() {
    const version = candidate();
    return !isAtOnce() && version !== null && !openRequests().some((asked) => asked.version === version);
  },
  run: openPromote,
};

export const rollBack: Command = {
  id: 'roll-back',
  name: 'Roll back',
  group: 'Prompt',
  keywords: ['undo', 'earlier version', 'revert'],
  needs: 'promoter',
  isAvailable: () => currentPrompt()?.stable != null,
  run() {
    useNavigation.getState().openTab('promotion');
    useNavigation.getState().openDialog('roll-back');
  },
};

/** What moves `stable`. */
export const promotionCommands: readonly Command[] = [promoteToStable, requestPromotion, rollBack];
