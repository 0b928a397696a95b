import { Menu, Portal } from '@mantine/core';
import type { TextProblem } from '#core/domain/problems.ts';
import { type Command, canRun, shortcutOf } from '../../command.ts';
import { KeyboardHint } from '../../components/keyboard-hint.tsx';
import { formatShortcut } from '../../format/shortcut.ts';
import { useNotices } from '../shell/notices-store.ts';
import classes from './floating-panel.module.css';
import { correctSpelling, findMisspellingAtCaret, learnWord } from './spelling.ts';
import {
  findInText,
  makeVariableCommand,
  openVariableField,
  proofread,
  renameVariableCommand,
  replaceInText,
} from './text-commands.ts';
import { useTextTools } from './text-tools-store.ts';

interface TextMenuProps {
  readonly isReadOnly: boolean;
  /** What is wrong where the caret is. */
  readonly problemAt: (offset: number) => TextProblem | undefined;
  readonly onFix: (problem: TextProblem, label: string) => void;
}

/** What can be done with the text at the pointer, in the words of the screen. */
export function TextMenu({ isReadOnly, problemAt, onFix }: TextMenuProps) {
  const menu = useTextTools((state) => state.menu);
  const closeMenu = useTextTools((state) => state.closeMenu);
  if (!menu) return null;
  const { handle } = useTextTools.getState();
  const selection = handle?.getSelection();
  const problem = selection && !isReadOnly ? problemAt(selection.start) : undefined;
  const misspelling = isReadOnly ? null : findMisspellingAtCaret();
  const hasSelection = selection !== undefined && selection.text !== '';
  const commands = [makeVariableCommand, renameVariableCommand, openVariableField].filter(canRun);
  return (
    <Menu
      opened
      onClose={closeMenu}
      position="bottom-start"
      offset={2}
      width={260}
      shadow="md"
      radius={8}
      withinPortal
      withInitialFocusPlaceholder={false}
      returnFocus={false}
    >
      <Portal>
        <Menu.Target>
          <span className={classes.anchor} style={{ left: menu.x, top: menu.y }} aria-hidden />
        </Menu.Target>
      </Portal>
      <Menu.Dropdown aria-label="Text">
        {misspelling ? (
          <>
            {misspelling.suggestions.map((word) => (
              <Menu.Item key={word} fw={600} onClick={() => correctSpelling(misspelling, word)}>
                {word}
              </Menu.Item>
            ))}
            {misspelling.suggestions.length === 0 ? <Menu.Item disabled>No suggestions</Menu.Item> : null}
            <Menu.Item onClick={() => void learnWord(misspelling.word)}>
              Add “{misspelling.word}” to the dictionary
            </Menu.Item>
            <Menu.Divider />
          </>
        ) : null}
        {problem ? (
          <>
            {problem.fixes.map(({ label }) => (
              <Menu.Item key={label} onClick={() => onFix(problem, label)}>
                {label}
              </Menu.Item>
            ))}
            <Menu.Divider />
          </>
        ) : null}
        {commands.map((command) => (
          <CommandItem key={command.id} command={command} />
        ))}
        {commands.length > 0 ? <Menu.Divider /> : null}
        <Item name="Cut" keys="mod+X" isDisabled={!hasSelection || isReadOnly} run={() => handle?.cut()} />
        <Item name="Copy" keys="mod+C" isDisabled={!hasSelection} run={() => handle?.copy()} />
        <Item name="Paste" keys="mod+V" isDisabled={isReadOnly} run={() => void paste()} />
        <Menu.Divider />
        {isReadOnly ? null : <CommandItem command={proofread} />}
        {/* In the text the editor itself knows the key; elsewhere it is the browser's. */}
        <Item name={findInText.name} keys="mod+F" run={findInText.run} />
        {isReadOnly ? null : <CommandItem command={replaceInText} />}
      </Menu.Dropdown>
    </Menu>
  );
}

function CommandItem({ command }: { readonly command: Command }) {
  return <Item name={command.name} keys={shortcutOf(command)} run={command.run} />;
}

interface ItemProps {
  readonly name: string;
  readonly keys?: string | undefined;
  readonly isDisabled?: boolean;
  readonly run: () => void;
}

function Item({ name, keys, isDisabled = false, run }: ItemProps) {
  return (
    <Menu.Item
      disabled={isDisabled}
      rightSection={keys ? <KeyboardHint keys={formatShortcut(keys)} /> : undefined}
      onClick={() => {
        useTextTools.getState().closeMenu();
        run();
      }}
    >
      {name}
    </Menu.Item>
  );
}

/** A browser may ask first, or refuse: then the keys do it. */
async function paste(): Promise<void> {
  try {
    useTextTools.getState().handle?.insertText(await navigator.clipboard.readText());
  } catch {
    const title = `Press ${formatShortcut('mod+V')} to paste here`;
    useNotices
      .getState()
      .show({ tone: 'neutral', title, message: 'The clipboard may not be read in another way.' });
  }
}
