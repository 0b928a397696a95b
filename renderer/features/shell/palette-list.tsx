import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { canRun, shortcutOf } from '../../command.ts';
import { KeyboardHint } from '../../components/keyboard-hint.tsx';
import { formatCount } from '../../format/counts.ts';
import { formatShortcut } from '../../format/shortcut.ts';
import { currentConnection, useConnections } from '../connections/connections-store.ts';
import { useLibrary } from '../library/library-store.ts';
import { commands } from './commands.ts';
import { useNavigation } from './navigation-store.ts';
import classes from './palette.module.css';
import { findPaletteGroups, type PaletteItem } from './palette-groups.ts';
import { openPalette } from './shell-commands.ts';

/** The field and the list of the palette; the first match is chosen until the arrows choose another. */
export function PaletteList({ onChoose }: { readonly onChoose: (run: () => void) => void }) {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [movedTo, setMovedTo] = useState<string | null>(null);
  const groups = useGroups(typed);
  const items = groups.flatMap((group) => group.items);
  // What was moved to may be gone with the next letter, or come with the next answer.
  const current = Math.max(
    0,
    items.findIndex(({ id }) => id === movedTo),
  );
  const currentItem = items[current];
  const idOf = ({ id }: PaletteItem) => `${listId} ${id}`.replaceAll(' ', '-');

  const listen = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const to = step(event.key, current, items.length);
    if (to !== null) setMovedTo(items[to]?.id ?? null);
    else if (event.key === 'Enter' && currentItem) onChoose(() => runItem(currentItem));
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={classes.search}>
        <IconSearch size={17} aria-hidden />
        <input
          type="text"
          data-autofocus
          className={classes.field}
          aria-label="Find a command or a prompt"
          aria-controls={listId}
          aria-activedescendant={currentItem && idOf(currentItem)}
          autoComplete="off"
          spellCheck={false}
          placeholder="Find a command or a prompt"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setMovedTo(null);
          }}
          onKeyDown={listen}
        />
      </div>
      <div id={listId} role="listbox" aria-label="Commands and prompts" className={classes.list}>
        {groups.map(({ title, items: shown, left }) => (
          // biome-ignore lint/a11y/useSemanticElements: a list box may hold groups, but no fieldsets
          <div key={title} role="group" aria-label={title}>
            <p className={classes.title} aria-hidden>
              {title}
            </p>
            {shown.map((item) => (
              <Option
                key={item.id}
                id={idOf(item)}
                item={item}
                isCurrent={item === currentItem}
                onChoose={() => onChoose(() => runItem(item))}
              />
            ))}
            {left > 0 ? (
              <p className={classes.left}>{`${formatCount(left, 'more prompt')}. Type more of a name.`}</p>
            ) : null}
          </div>
        ))}
      </div>
      <p role="status" className={classes.nothing}>
        {items.length === 0 ? 'No command and no prompt has these words.' : ''}
      </p>
    </>
  );
}

/** What is offered changes while the palette is open: prompts arrive, and so does what the user may. */
function useGroups(typed: string) {
  const connection = useConnections(currentConnection);
  const prompts = useLibrary((state) => connection && state.prompts[connection.id]);
  // Whether a command makes sense is asked of many stores, so it is asked again whenever anything is drawn.
  const available = commands.filter((command) => command !== openPalette && canRun(command));
  return findPaletteGroups(typed, available, prompts ?? []);
}

function Option({
  id,
  item,
  isCurrent,
  onChoose,
}: {
  readonly id: string;
  readonly item: PaletteItem;
  readonly isCurrent: boolean;
  readonly onChoose: () => void;
}) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isCurrent) element.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const shortcut = item.kind === 'command' ? shortcutOf(item.command) : undefined;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus, and listens for the keys
    <div
      ref={element}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      className={classes.option}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={classes.name}>{item.kind === 'command' ? item.command.name : item.prompt.title}</span>
      {item.kind === 'prompt' ? <span className={classes.promptName}>{item.prompt.name}</span> : null}
      {shortcut ? <KeyboardHint keys={formatShortcut(shortcut)} /> : null}
    </div>
  );
}

function runItem(item: PaletteItem): void {
  if (item.kind === 'command') item.command.run();
  else useNavigation.getState().openPrompt(item.prompt.name);
}

/** Where a key leads in a list of so many; `null` where it is no key of the list's. */
function step(key: string, current: number, count: number): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return (current - 1 + count) % count;
  if (key === 'PageDown') return Math.min(current + 8, count - 1);
  if (key === 'PageUp') return Math.max(current - 8, 0);
  return null;
}
