import type { Command } from '../../command.ts';
import { useCompare } from '../compare/compare-store.ts';
import { placeKey } from '../connections/connections-store.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';
import { restoreVersion } from './restore-version.ts';
import { shownVersion, useVersions } from './versions-store.ts';

export const asOfFieldId = 'stable-as-of';

const isInHistory = () => currentPlace() !== null && useNavigation.getState().tab === 'history';

function markedPair(): readonly [number, number] | null {
  const place = currentPlace();
  const [one, other] = (place && useVersions.getState().marked[placeKey(place)]) ?? [];
  if (one === undefined || other === undefined) return null;
  return [Math.min(one, other), Math.max(one, other)];
}

export const restoreAsDraft: Command = {
  id: 'restore-as-draft',
  name: 'Restore as draft',
  group: 'Edit',
  keywords: ['history', 'earlier version', 'bring back', 'revert'],
  needs: 'editor',
  isAvailable: isInHistory,
  run() {
    const place = currentPlace();
    const version = place ? shownVersion(useVersions.getState(), place) : undefined;
    if (place && version !== undefined) void restoreVersion(place, version);
  },
};

export const compareMarked: Command = {
  id: 'compare-marked',
  name: 'Compare marked versions',
  group: 'Prompt',
  keywords: ['history', 'difference', 'two versions'],
  isAvailable: () => isInHistory() && markedPair() !== null,
  run() {
    const place = currentPlace();
    const pair = markedPair();
    if (!place || !pair) return;
    useCompare.getState().choose(place, { from: String(pair[0]), to: String(pair[1]) });
    useNavigation.getState().openTab('compare');
  },
};

export const askAsOf: Command = {
  id: 'stable-as-of',
  name: 'What was stable on a day',
  group: 'Prompt',
  keywords: ['active', 'date', 'audit', 'as of', 'history'],
  isAvailable: () => currentPlace() !== null,
  run() {
    useNavigation.getState().openTab('history');
    requestAnimationFrame(() => document.getElementById(asOfFieldId)?.focus());
  },
};

/** What can be done with the versions of the open prompt. */
export const historyCommands: readonly Command[] = [restoreAsDraft, compareMarked, askAsOf];
