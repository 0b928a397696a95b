import { Tabs } from '@mantine/core';
import { useEffect, useMemo } from 'react';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { CompareView } from './features/compare/compare-view.tsx';
import { currentConnection, useConnections } from './features/connections/connections-store.ts';
import { findRefusal } from './features/connections/permissions-store.ts';
import { DocumentBanners } from './features/editor/document-banners.tsx';
import { EarlierDraftsDialog } from './features/editor/earlier-drafts-dialog.tsx';
import { EditView } from './features/editor/edit-view.tsx';
import { useEditor } from './features/editor/editor-store.ts';
import { NotOpened } from './features/editor/not-opened.tsx';
import { SaveActions } from './features/editor/save-actions.tsx';
import { SaveDialog } from './features/editor/save-dialog.tsx';
import { UseInCodeDrawer } from './features/engineers/use-in-code-drawer.tsx';
import { HistoryView } from './features/history/history-view.tsx';
import { DetailsDialog } from './features/library/details-dialog.tsx';
import { DuplicateDialog } from './features/library/duplicate-dialog.tsx';
import { findPrompt, useLibrary } from './features/library/library-store.ts';
import { PromptMenu } from './features/library/prompt-menu.tsx';
import { PromptTitle } from './features/library/prompt-title.tsx';
import { MergeDialog } from './features/merge/merge-dialog.tsx';
import { NewsBanner } from './features/news/news-banner.tsx';
import { PromptPolicy } from './features/policy/prompt-policy.tsx';
import { PromptPolicyDialog } from './features/policy/prompt-policy-dialog.tsx';
import { PromoteDialog } from './features/promotion/promote-dialog.tsx';
import { PromotionView } from './features/promotion/promotion-view.tsx';
import { RollBackDialog } from './features/promotion/roll-back-dialog.tsx';
import { useSettings } from './features/settings/settings-store.ts';
import { useNavigation } from './features/shell/navigation-store.ts';
import { PromptHeader } from './features/shell/prompt-header.tsx';
import { TestInputsView } from './features/test-inputs/test-inputs-view.tsx';
import { type PromptTab, promptTabs } from './format/address.ts';
import type { ColorScheme } from './monaco/typography.ts';
import classes from './prompt-view.module.css';
import { typographyOf } from './theme/typography.ts';

interface PromptViewProps {
  readonly place: PromptPlace;
  readonly colorScheme: ColorScheme;
}

const tabNames: Record<PromptTab, string> = {
  edit: 'Edit',
  compare: 'Compare',
  history: 'History',
  'test-inputs': 'Test inputs',
  promotion: 'Promotion',
};

/** One prompt with its tabs and dialogs. */
export function PromptView({ place, colorScheme }: PromptViewProps) {
  const tab = useNavigation((state) => state.tab);
  const openTab = useNavigation((state) => state.openTab);
  const prompt = useLibrary((state) => findPrompt(state, place.connection, place.prompt));
  useEffect(() => {
    // A prompt that was just created may not be in the list yet.
    if (!findPrompt(useLibrary.getState(), place.connection, place.prompt)) {
      void useLibrary.getState().refresh(place);
    }
  }, [place]);
  const settings = useSettings((state) => state.settings);
  const mayEdit = useConnections((state) => {
    const connection = currentConnection(state);
    return connection?.member == null || findRefusal('editor', connection) === null;
  });
  const open = useEditor((state) => state.open);
  useEffect(() => void open(place), [open, place]);

  const typography = useMemo(() => typographyOf(settings), [settings]);
  const shared = { place, typography, colorScheme };
  return (
    <>
      <PromptHeader
        name={place.prompt}
        prompt={prompt}
        title={<PromptTitle place={place} title={prompt?.title ?? place.prompt} />}
        actions={prompt ? <PromptMenu prompt={prompt} /> : null}
      />
      <Tabs
        value={tab}
        onChange={(next) => openTab(next as PromptTab)}
        className={`${classes.tabs}`}
        keepMounted={false}
        keepMountedMode="display-none"
      >
        <div className={classes.bar}>
          <Tabs.List aria-label="Views of the prompt" className={`${classes.list}`}>
            {promptTabs.map((name) => (
              <Tabs.Tab key={name} value={name} className={`${classes.tab}`}>
                {tabNames[name]}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <div className={classes.actions}>{tab === 'edit' ? <SaveActions place={place} /> : null}</div>
        </div>
        {tab === 'edit' || tab === 'compare' ? <DocumentBanners place={place} /> : null}
        <NewsBanner place={place} />
        <Tabs.Panel value="edit" keepMounted className={`${classes.panel}`}>
          <EditView {...shared} isReadOnly={!mayEdit} />
        </Tabs.Panel>
        <Tabs.Panel value="compare" className={`${classes.panel}`}>
          {prompt ? <CompareView {...shared} prompt={prompt} /> : <NotOpened place={place} />}
        </Tabs.Panel>
        <Tabs.Panel value="history" className={`${classes.panel}`}>
          <HistoryView place={place} typography={typography} />
        </Tabs.Panel>
        <Tabs.Panel value="test-inputs" className={`${classes.panel}`}>
          {prompt ? (
            <TestInputsView place={place} prompt={prompt} typography={typography} isReadOnly={!mayEdit} />
          ) : (
            <NotOpened place={place} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="promotion" className={`${classes.panel}`}>
          {prompt ? (
            <PromotionView place={place} prompt={prompt} policy={<PromptPolicy place={place} />} />
          ) : (
            <NotOpened place={place} />
          )}
        </Tabs.Panel>
      </Tabs>
      <SaveDialog place={place} />
      <EarlierDraftsDialog place={place} typography={typography} />
      <MergeDialog {...shared} />
      {prompt ? (
        <>
          <PromoteDialog {...shared} prompt={prompt} />
          <RollBackDialog {...shared} prompt={prompt} />
          <PromptPolicyDialog place={place} prompt={prompt} />
          <DetailsDialog place={place} prompt={prompt} />
          <DuplicateDialog place={place} prompt={prompt} />
          <UseInCodeDrawer place={place} prompt={prompt} />
        </>
      ) : null}
    </>
  );
}
