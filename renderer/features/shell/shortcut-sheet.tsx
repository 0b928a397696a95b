import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { commandGroups } from '#core/contract/command-groups.ts';
import { shortcutOf } from '../../command.ts';
import { Dialog } from '../../components/dialog.tsx';
import { formatShortcut } from '../../format/shortcut.ts';
import { commands } from './commands.ts';
import { useNavigation } from './navigation-store.ts';
import classes from './shortcut-sheet.module.css';

interface Line {
  readonly name: string;
  readonly shortcut: string;
}

/** Keys that belong to the editor itself. */
const editorLines: readonly Line[] = [
  { name: 'Undo', shortcut: 'mod+Z' },
  { name: 'Redo', shortcut: 'mod+shift+Z' },
  { name: 'Find in the text', shortcut: 'mod+F' },
  { name: 'Leave the editor', shortcut: 'Esc' },
];

/** Keys of the list of prompts. */
const listLines: readonly Line[] = [
  { name: 'Select a prompt, or all in a folder', shortcut: 'Space' },
  { name: 'Select the next one, too', shortcut: 'shift+↓' },
  { name: 'Select all', shortcut: 'mod+A' },
  { name: 'Select nothing', shortcut: 'Esc' },
  { name: 'Change the title', shortcut: 'F2' },
];

/** The shortcut sheet: every key that does something, under the headings of the menus. */
export function ShortcutSheet() {
  const opened = useNavigation((state) => state.dialog === 'shortcuts');
  const closeDialog = useNavigation((state) => state.closeDialog);
  const [query, setQuery] = useState('');
  const groups = listGroups(query);
  return (
    <Dialog title="Keyboard shortcuts" size="medium" opened={opened} onClose={closeDialog}>
      <TextInput
        type="search"
        aria-label="Search shortcuts"
        placeholder="Search by name or by keys"
        data-autofocus
        leftSection={<IconSearch size={15} aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard */}
      <section className={classes.groups} tabIndex={0} aria-label="Shortcuts">
        <div className={classes.columns}>
          {groups.map(({ name, lines }) => (
            <div key={name} className={classes.group}>
              <h3>{name}</h3>
              <dl>
                {lines.map((line) => (
                  <div key={line.name} className={classes.line}>
                    <dt>{line.name}</dt>
                    <dd>
                      <kbd>{formatShortcut(line.shortcut)}</kbd>
                    </dd>
                  </div>
                ))}
              </dl>
            </div>
          ))}
        </div>
        {groups.length === 0 ? <p role="status">No shortcut matches “{query}”.</p> : null}
      </section>
    </Dialog>
  );
}

function listGroups(query: string) {
  const wanted = query.trim().toLowerCase();
  const matches = ({ name, shortcut }: Line) =>
    `${name} ${formatShortcut(shortcut)}`.toLowerCase().includes(wanted);
  const lines = commands.flatMap((command) => {
    const shortcut = shortcutOf(command);
    return shortcut === undefined ? [] : [{ name: command.name, group: command.group, shortcut }];
  });
  const all = [
    ...commandGroups.map((name) => ({
      name: name as string,
      lines: lines.filter((line) => line.group === name),
    })),
    { name: 'In the text', lines: editorLines },
    { name: 'In the list of prompts', lines: listLines },
  ];
  return all
    .map((group) => ({ ...group, lines: group.lines.filter(matches) }))
    .filter((group) => group.lines.length > 0);
}
