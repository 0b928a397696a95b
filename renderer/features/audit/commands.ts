import type { Command } from '../../command.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';
import { readAsOf, writeAsOf } from './as-of-address.ts';

/** The prompt that the user looks at, in its own view or in “What was active on …”. */
function promptInSight(): string | null {
  const { view, within } = useNavigation.getState();
  return currentPlace()?.prompt ?? (view === 'activity' ? (readAsOf(within)?.prompt ?? null) : null);
}

/** Opens “What was active on …” with a prompt and a moment. */
export function openWhatWasActive(prompt: string | null, at: string | null): void {
  useNavigation.getState().openActivity(writeAsOf({ prompt, at }));
}

export const askWhatWasActive: Command = {
  id: 'what-was-active',
  name: 'What was active on …',
  group: 'Go',
  keywords: ['audit', 'as of', 'date', 'stable', 'served', 'history'],
  run: () => openWhatWasActive(promptInSight(), null),
};

export const makeRecord: Command = {
  id: 'audit-record',
  name: 'Save or print the record',
  group: 'File',
  keywords: ['audit', 'export', 'pdf', 'proof', 'page', 'print'],
  isAvailable: () => promptInSight() !== null,
  run() {
    const prompt = promptInSight();
    const { view, within } = useNavigation.getState();
    const isAsked = view === 'activity' && readAsOf(within) !== null;
    if (!isAsked) openWhatWasActive(prompt, null);
    useNavigation.getState().openDialog('audit-record');
  },
};

/** What an auditor asks. */
export const auditCommands: readonly Command[] = [askWhatWasActive, makeRecord];
