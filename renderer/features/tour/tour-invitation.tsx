import { Button } from '@mantine/core';
import { Banner } from '../../components/banner.tsx';
import { CommandButton } from '../../components/command-button.tsx';
import { useConnections } from '../connections/connections-store.ts';
import { useLibrary } from '../library/library-store.ts';
import { useSettings } from '../settings/settings-store.ts';
import { showTour } from './commands.ts';
import { useTour } from './tour-store.ts';

function decline(): void {
  useTour.getState().end();
  document.getElementById('main')?.focus();
}

/** Offers the tour at the first start, and never again once it was taken or declined. */
export function TourInvitation() {
  const isNew = useSettings((state) => state.info !== null && !state.settings.tourSeen);
  const connection = useConnections((state) => state.currentId);
  const hasPrompts = useLibrary((state) => (state.prompts[connection]?.length ?? 0) > 0);
  const isRunning = useTour((state) => state.step !== null);
  if (!isNew || !hasPrompts || isRunning) return null;
  return (
    <Banner
      tone="neutral"
      title="New here?"
      actions={
        <>
          <Button variant="subtle" onClick={decline}>
            No, thanks
          </Button>
          <CommandButton command={showTour} variant="default" />
        </>
      }
    >
      You save versions; applications get the one that is stable. Five places in half a minute.
    </Banner>
  );
}
