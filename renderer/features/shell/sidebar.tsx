import { CloseButton, TextInput } from '@mantine/core';
import {
  IconActivity,
  IconChecklist,
  IconFileText,
  IconPlus,
  IconSearch,
  IconSettings,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { shortcutOf } from '../../command.ts';
import { CommandButton } from '../../components/command-button.tsx';
import { KeyboardHint } from '../../components/keyboard-hint.tsx';
import { type View, viewAddress } from '../../format/address.ts';
import { formatShortcut } from '../../format/shortcut.ts';
import { useConnections } from '../connections/connections-store.ts';
import { newPrompt, searchPrompts } from '../library/commands.ts';
import { useLibrary } from '../library/library-store.ts';
import { usePromotions } from '../promotion/promotions-store.ts';
import { BrandMark } from './brand-mark.tsx';
import { HelpMenu } from './help-menu.tsx';
import { useNavigation } from './navigation-store.ts';
import { RegistrySwitcher } from './registry-switcher.tsx';
import classes from './sidebar.module.css';

export const searchFieldId = 'search-prompts';

/** The way around: registry, search, views, and the list of prompts below. */
export function Sidebar({ children }: { readonly children: ReactNode }) {
  const query = useLibrary((state) => state.query);
  const setQuery = useLibrary((state) => state.setQuery);
  const clearSearch = () => {
    setQuery('');
    document.getElementById(searchFieldId)?.focus();
  };
  return (
    <div className={classes.root}>
      <div className={classes.brand}>
        <BrandMark />
        <span className={classes.product}>PromptForge</span>
        <HelpMenu />
      </div>
      <RegistrySwitcher />
      <div className={classes.tools}>
        <CommandButton
          command={newPrompt}
          variant="default"
          fullWidth
          justify="flex-start"
          leftSection={<IconPlus size={15} aria-hidden />}
        />
        <TextInput
          id={searchFieldId}
          type="search"
          aria-label="Search prompts"
          placeholder="Search prompts"
          value={query}
          leftSection={<IconSearch size={15} aria-hidden />}
          rightSection={
            query ? (
              <CloseButton size="sm" aria-label="Clear the search" onClick={clearSearch} />
            ) : (
              <KeyboardHint keys={formatShortcut(shortcutOf(searchPrompts) ?? '')} />
            )
          }
          rightSectionWidth={query ? 32 : 56}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setQuery('');
            if (event.key === 'ArrowDown') focusFirstPrompt(event);
          }}
        />
      </div>
      <Views />
      <nav aria-label="Prompt list" className={classes.list}>
        {children}
      </nav>
    </div>
  );
}

const icons: Record<View, ReactNode> = {
  prompts: <IconFileText size={16} stroke={1.7} aria-hidden />,
  reviews: <IconChecklist size={16} stroke={1.7} aria-hidden />,
  activity: <IconActivity size={16} stroke={1.7} aria-hidden />,
  settings: <IconSettings size={16} stroke={1.7} aria-hidden />,
};

const names: Record<View, string> = {
  prompts: 'Prompts',
  reviews: 'Reviews',
  activity: 'Activity',
  settings: 'Settings',
};

function Views() {
  const current = useNavigation((state) => state.view);
  const prompt = useNavigation((state) => state.prompt);
  const connection = useConnections((state) => state.currentId);
  const waiting = usePromotions((state) => state.waiting[connection]?.size ?? 0);
  return (
    <nav aria-label="Views" className={classes.views}>
      {(['prompts', 'reviews', 'activity', 'settings'] as const).map((view) => (
        <a
          key={view}
          className={classes.view}
          href={viewAddress(view)}
          aria-current={current === view && (view !== 'prompts' || prompt === null) ? 'page' : undefined}
          draggable={false}
        >
          {icons[view]}
          {names[view]}
          {view === 'reviews' && waiting > 0 ? (
            <span className={classes.count} title="Waiting for you">
              {waiting}
            </span>
          ) : null}
        </a>
      ))}
    </nav>
  );
}

function focusFirstPrompt(event: { preventDefault(): void }) {
  event.preventDefault();
  document.querySelector<HTMLElement>('nav[aria-label="Prompt list"] [data-row][tabindex="0"]')?.focus();
}
