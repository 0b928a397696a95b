import type { Command } from '../../command.ts';
import { currentPlace, useNavigation } from '../shell/navigation-store.ts';
import { goToVariableField } from './go-to-variable-field.ts';
import { useTextTools } from './text-tools-store.ts';

const handle = () => useTextTools.getState().handle;

/** True while the text is on the screen and its editor is there. */
const isEditing = () =>
  currentPlace() !== null && useNavigation.getState().tab === 'edit' && handle() !== null;

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
  openVariableField,
  findInText,
  replaceInText,
];
