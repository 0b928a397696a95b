import type { Command } from '../../command.ts';
import { useCompare } from './compare-store.ts';

const isComparing = () => useCompare.getState().navigation !== null;

export const nextChange: Command = {
  id: 'next-change',
  name: 'Next change',
  group: 'Go',
  shortcut: 'F7',
  keywords: ['difference'],
  isAvailable: isComparing,
  run: () => useCompare.getState().navigation?.goToNextChange(),
};

export const previousChange: Command = {
  id: 'previous-change',
  name: 'Previous change',
  group: 'Go',
  shortcut: 'shift+F7',
  keywords: ['difference'],
  isAvailable: isComparing,
  run: () => useCompare.getState().navigation?.goToPreviousChange(),
};

/** What can be done while two texts are compared. */
export const compareCommands: readonly Command[] = [nextChange, previousChange];
