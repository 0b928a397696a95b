import type { Command } from '../../command.ts';
import { currentConnection, mayDo } from '../connections/connections-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';
import { openPromotionsOf, usePromotions } from './promotions-store.ts';

function currentPrompt() {
  const place = currentPlace();
  return place ? findPrompt(useLibrary.getState(), place.connection, place.prompt) : null;
}

/** True where a version could become stable and nobody has asked for that yet. */
function hasCandidate(): boolean {
  const place = currentPlace();
  const prompt = currentPrompt();
  if (!place || !prompt || (prompt.stable !== null && prompt.latest === 1)) return false;
  return openPromotionsOf(usePromotions.getState(), place).length === 0;
}

const open = (dialog: 'promote' | 'roll-back') => () => {
  useNavigation.getState().openTab('promotion');
  useNavigation.getState().openDialog(dialog);
};

export const promoteToStable: Command = {
  id: 'promote-to-stable',
  name: 'Promote to stable',
  group: 'Prompt',
  keywords: ['release', 'publish', 'go live'],
  needs: ['editor', 'promoter'],
  isAvailable: () => hasCandidate(),
  run: open('promote'),
};

export const requestPromotion: Command = {
  id: 'request-promotion',
  name: 'Request promotion',
  group: 'Prompt',
  keywords: ['review', 'release', 'publish'],
  needs: 'editor',
  isAvailable: () => hasCandidate() && !mayDo(currentConnection(), 'promoter'),
  run: open('promote'),
};

export const rollBack: Command = {
  id: 'roll-back',
  name: 'Roll back',
  group: 'Prompt',
  keywords: ['undo', 'earlier version', 'revert'],
  needs: 'promoter',
  isAvailable: () => currentPrompt()?.stable != null,
  run: open('roll-back'),
};

/** What moves `stable`. */
export const promotionCommands: readonly Command[] = [promoteToStable, requestPromotion, rollBack];
