import { VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { promptAddress } from '../../format/address.ts';
import { placeKey, useConnections } from '../connections/connections-store.ts';
import { useDrafts } from '../editor/drafts-store.ts';
import { isChanged, useEditor } from '../editor/editor-store.ts';
import { findPrompt, useLibrary } from '../library/library-store.ts';
import { useNavigation } from './navigation-store.ts';
import { type OpenPrompt, tabsOf, useOpenPrompts } from './open-prompts-store.ts';
import classes from './tab-strip.module.css';

/** The open prompts, side by side. One Tab stop; arrow keys go from one to the next, Delete closes. */
export function TabStrip() {
  const connection = useConnections((state) => state.currentId);
  const open = useOpenPrompts((state) => state.open);
  const current = useNavigation((state) => (state.view === 'prompts' ? state.prompt : null));
  const list = useRef<HTMLUListElement>(null);
  const tabs = tabsOf(open, connection);
  const currentAt = tabs.findIndex(({ prompt }) => prompt === current);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the tab on the screen is brought into view
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [current, tabs.length]);

  if (tabs.length === 0) return null;
  const focusTab = (at: number) => list.current?.querySelectorAll('a').item(at)?.focus();
  const onKeyDown = (at: number, event: KeyboardEvent) => {
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    const tab = tabs[at];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (next !== undefined && tabs[next]) focusTab(next);
    else if (event.key === 'Delete' && tab) {
      useOpenPrompts.getState().close(tab);
      requestAnimationFrame(() => focusTab(Math.min(at, tabs.length - 2)));
    } else return;
    event.preventDefault();
  };
  return (
    <nav aria-label="Open prompts" className={classes.strip}>
      <ul ref={list} className={classes.list}>
        {tabs.map((tab, at) => (
          <Tab
            key={placeKey(tab)}
            tab={tab}
            isCurrent={at === currentAt}
            tabIndex={at === Math.max(currentAt, 0) ? 0 : -1}
            onKeyDown={(event) => onKeyDown(at, event)}
          />
        ))}
      </ul>
    </nav>
  );
}

interface TabProps {
  readonly tab: OpenPrompt;
  readonly isCurrent: boolean;
  readonly tabIndex: number;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const dragType = 'application/x-promptforge-tab';

function Tab({ tab, isCurrent, tabIndex, onKeyDown }: TabProps) {
  const key = placeKey(tab);
  const title = useLibrary((state) => findPrompt(state, tab.connection, tab.prompt)?.title) ?? tab.prompt;
  const isDraft = useDrafts((state) => state.drafts[key] !== undefined);
  const isUnsaved = useEditor((state) => isChanged(state, key)) || isDraft;
  const close = () => useOpenPrompts.getState().close(tab);
  return (
    <li
      className={classes.tab}
      data-current={isCurrent || undefined}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, tab.prompt);
        event.dataTransfer.effectAllowed = 'move';
      }}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragType)) event.preventDefault();
      }}
      onDrop={(event) => {
        const prompt = event.dataTransfer.getData(dragType);
        if (prompt === '') return;
        event.preventDefault();
        useOpenPrompts.getState().move({ connection: tab.connection, prompt }, tab);
      }}
    >
      <a
        className={classes.link}
        href={promptAddress(tab.prompt, tab.tab)}
        aria-current={isCurrent ? 'page' : undefined}
        title={tab.prompt}
        tabIndex={tabIndex}
        draggable={false}
        onKeyDown={onKeyDown}
        onAuxClick={(event) => {
          if (event.button !== 1) return;
          event.preventDefault();
          close();
        }}
      >
        {isUnsaved ? <span className={classes.dot} title="Unsaved draft" /> : null}
        <span className={classes.title}>{title}</span>
        {isUnsaved ? <VisuallyHidden>, unsaved draft</VisuallyHidden> : null}
      </a>
      <button
        type="button"
        className={classes.close}
        aria-label={`Close ${title}`}
        title="Close"
        tabIndex={isCurrent ? 0 : -1}
        onClick={close}
      >
        <IconX size={13} aria-hidden />
      </button>
    </li>
  );
}
