import { Button, MantineProvider, useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useCallback, useEffect, useLayoutEffect } from 'react';
import { ActivityPage } from './activity-page.tsx';
import { ErrorBoundary } from './components/error-boundary.tsx';
import { ErrorNote } from './components/error-note.tsx';
import { RefusalContext, type RolesNeeded } from './components/refusal-context.ts';
import { ConnectionBanners } from './features/connections/connection-banners.tsx';
import { currentConnection, useConnections } from './features/connections/connections-store.ts';
import { LinkOverlay } from './features/connections/link-overlay.tsx';
import { findRefusal } from './features/connections/permissions-store.ts';
import { RegistryDialog } from './features/connections/registry-dialog.tsx';
import { comeBack } from './features/editor/come-back.ts';
import { useDrafts } from './features/editor/drafts-store.ts';
import { ExportDialog } from './features/export/export-dialog.tsx';
import { ImportHost } from './features/import/import-host.tsx';
import { AddTagDialog } from './features/library/add-tag-dialog.tsx';
import { LibraryOverview } from './features/library/library-overview.tsx';
import { LibraryPanel } from './features/library/library-panel.tsx';
import { NewPromptDialog } from './features/library/new-prompt-dialog.tsx';
import { OutboxDialog } from './features/outbox/outbox-dialog.tsx';
import { ApplyPromotionDialog } from './features/promotion/apply-promotion-dialog.tsx';
import { ReviewsView } from './features/reviews/reviews-view.tsx';
import { useSettings } from './features/settings/settings-store.ts';
import { Layout } from './features/shell/layout.tsx';
import { useCurrentPlace, useNavigation } from './features/shell/navigation-store.ts';
import { Notices } from './features/shell/notices.tsx';
import { Palette } from './features/shell/palette.tsx';
import { ShortcutSheet } from './features/shell/shortcut-sheet.tsx';
import { Sidebar } from './features/shell/sidebar.tsx';
import { StatusLine } from './features/shell/status-line.tsx';
import { TabStrip } from './features/shell/tab-strip.tsx';
import { KeptResultDialog } from './features/test-inputs/kept-result-dialog.tsx';
import { Tour } from './features/tour/tour.tsx';
import { TourInvitation } from './features/tour/tour-invitation.tsx';
import { PromptView } from './prompt-view.tsx';
import { SettingsPage } from './settings-page.tsx';
import { colorSchemeManager } from './theme/color-scheme.ts';
import { theme } from './theme/theme.ts';

/** The whole screen. */
export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto" colorSchemeManager={colorSchemeManager}>
      <FollowTheme />
      <RefusalContext value={useFindRefusal()}>
        <Layout
          statusLine={<StatusLine />}
          sidebar={
            <Sidebar>
              <LibraryPanel />
            </Sidebar>
          }
        >
          <TabStrip />
          <ConnectionBanners />
          <Main />
        </Layout>
        <NewPromptDialog />
        <AddTagDialog />
        <RegistryDialog />
        <ImportHost />
        <ExportDialog />
        <ApplyPromotionDialog />
        <KeptResultDialog />
        <OutboxDialog />
        <Palette />
        <ShortcutSheet />
        <Tour />
        <Notices />
        <LinkOverlay onComeBack={comeBack} />
      </RefusalContext>
    </MantineProvider>
  );
}

/** Found anew when the registry or the user's roles in it change. */
function useFindRefusal() {
  const connection = useConnections(currentConnection);
  return useCallback((needs: RolesNeeded) => findRefusal(needs, connection), [connection]);
}

function Main() {
  const view = useNavigation((state) => state.view);
  const place = useCurrentPlace();
  const review = useNavigation((state) => state.review);
  const colorScheme = useComputedColorScheme('light', { getInitialValueInEffect: false });
  return (
    <ErrorBoundary
      resetKey={`${view} ${place?.connection} ${place?.prompt} ${review?.prompt} ${review?.version}`}
      onError={() => void useDrafts.getState().flush()}
      fallback={(again) => <Broken onAgain={again} />}
    >
      {view === 'reviews' ? (
        <ReviewsView />
      ) : view === 'activity' ? (
        <ActivityPage />
      ) : view === 'settings' ? (
        <SettingsPage />
      ) : place ? (
        <PromptView key={`${place.connection} ${place.prompt}`} place={place} colorScheme={colorScheme} />
      ) : (
        <>
          <TourInvitation />
          <LibraryOverview />
        </>
      )}
    </ErrorBoundary>
  );
}

function Broken({ onAgain }: { readonly onAgain: () => void }) {
  return (
    <ErrorNote title="This part of the screen stopped working">
      What you typed is safe: it is kept as a draft on this machine. Show the view again, or reload the window
      if it happens once more.
      <span style={{ display: 'flex', gap: 8, marginTop: 12 }}>
        <Button onClick={onAgain}>Show it again</Button>
        <Button variant="default" onClick={() => location.reload()}>
          Reload the window
        </Button>
      </span>
    </ErrorNote>
  );
}

/** Applies the theme and the movement that the settings ask for. */
function FollowTheme() {
  const chosen = useSettings((state) => state.settings.theme);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const wanted = chosen === 'system' ? 'auto' : chosen;
  useEffect(() => {
    // Mantine stops every transition for the moment of a change, and has the whole page styled twice for it.
    if (wanted !== colorScheme) setColorScheme(wanted);
  }, [wanted, colorScheme, setColorScheme]);
  const motion = useSettings((state) => state.settings.motion);
  // Before anything is measured: the attribute has the whole page styled.
  useLayoutEffect(() => {
    document.documentElement.dataset.motion = motion;
  }, [motion]);
  return null;
}
