import type { Command } from '../../command.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';
import { showProblemAtCaret, stepToProblem } from './go-to-problem.ts';
import { goToVariableField } from './go-to-variable-field.ts';
import { focusFirstFix } from './problem-card.tsx';
import { useTextTools } from './text-tools-store.ts';

const handle = () => useTextTools.getState().handle;

/** True while the text is on the screen and its editor is there. */
const isEditing = () =>
  currentPlace() !== null &&
  useNavigation.getState().tab === 'edit' &&
  handle() !== null &&
  !useTextTools.getState().isProofreading;

export const makeVariableCommand: Command = {
  id: 'make-variable',
  name: 'Make variable',
  group: 'Edit',
  shortcut: 'mod+shift+M',
  keywords: ['placeholder', 'replace', 'selection'],
  isAvailable: () =>
    isEditing() && handle()?.getSelection().text !== '' && !useTextTools.getState().isReadOnly,
  run: () => useTextTools.getState().askToMake(),
};

export const renameVariableCommand: Command = {
  id: 'rename-variable',
  name: 'Rename variable',
  group: 'Edit',
  shortcut: 'F2',
  keywords: ['everywhere', 'name', 'refactor'],
  isAvailable: () =>
    isEditing() && handle()?.getVariableAtCaret() !== null && !useTextTools.getState().isReadOnly,
  run: () => useTextTools.getState().askToRename(),
};

export const openVariableField: Command = {
  id: 'open-variable-field',
  name: 'Go to the variable’s field',
  group: 'Go',
  keywords: ['value', 'definition'],
  isAvailable: () => isEditing() && handle()?.getVariableAtCaret() !== null,
  run() {
    const name = handle()?.getVariableAtCaret();
    if (name) goToVariableField(name);
  },
};

const stepCommand = (id: string, name: string, shortcut: string, step: 1 | -1): Command => ({
  id,
  name,
  group: 'Go',
  shortcut,
  keywords: ['error', 'warning', 'mistake'],
  isAvailable: isEditing,
  run() {
    const place = currentPlace();
    if (place) stepToProblem(place, step);
  },
});

export const nextProblem = stepCommand('next-problem', 'Next problem', 'F8', 1);
export const previousProblem = stepCommand('previous-problem', 'Previous problem', 'shift+F8', -1);

const fixProblem: Command = {
  id: 'fix-problem',
  name: 'Fix the problem here',
  group: 'Edit',
  shortcut: 'mod+.',
  keywords: ['quick fix', 'mend', 'correct'],
  isAvailable: () => isEditing() && !useTextTools.getState().isReadOnly,
  run() {
    const place = currentPlace();
    if (!place) return;
    if (useTextTools.getState().shownProblem || showProblemAtCaret(place)) focusFirstFix();
    else stepToProblem(place, 1);
  },
};

export const proofread: Command = {
  id: 'proofread',
  name: 'Proofread',
  group: 'Edit',
  shortcut: 'mod+alt+X',
  keywords: ['spelling', 'spell check', 'typos', 'dictionary'],
  isAvailable: () =>
    (isEditing() || useTextTools.getState().isProofreading) && !useTextTools.getState().isReadOnly,
  run() {
    const { isProofreading, setProofreading } = useTextTools.getState();
    setProofreading(!isProofreading);
  },
};

export const findInText: Command = {
  id: 'find-in-text',
  name: 'Find in the text',
  group: 'Edit',
  isAvailable: isEditing,
  run: () => handle()?.find(),
};

export const replaceInText: Command = {
  id: 'replace-in-text',
  name: 'Find and replace',
  group: 'Edit',
  shortcut: { mac: 'mod+alt+F', other: 'mod+H' },
  isAvailable: () => isEditing() && !useTextTools.getState().isReadOnly,
  run: () => handle()?.replace(),
};

/** What can be done with the text itself. */
export const textCommands: readonly Command[] = [
  makeVariableCommand,
  renameVariableCommand,
  openVariableField,
  fixProblem,
  nextProblem,
  previousProblem,
  proofread,
  findInText,
  replaceInText,
];
