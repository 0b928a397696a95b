import type { Command } from '../../command.ts';
import { useTour } from './tour-store.ts';

export const showTour: Command = {
  id: 'show-tour',
  name: 'Show the tour',
  group: 'Help',
  keywords: ['introduction', 'first steps', 'help', 'start'],
  run: () => useTour.getState().start(),
};

/** Help for those who are new. */
export const tourCommands: readonly Command[] = [showTour];
