import { Button } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useSettings } from '../settings/settings-store.ts';
import classes from './reviews-view.module.css';
import { useSystemNotices } from './system-notices-store.ts';

/** In a browser, which has to be asked once: whether it may tell of new reviews while another window is in front. */
export function AskForNotices() {
  const permission = useSystemNotices((state) => state.permission);
  const isWanted = useSettings((state) => state.settings.notifications === 'on');
  if (permission !== 'unknown' || !isWanted) return null;
  return (
    <p className={classes.ask}>
      <IconBell size={15} aria-hidden />
      <span>Your browser can tell you when something new waits for you.</span>
      <Button variant="default" h={28} onClick={() => void useSystemNotices.getState().askPermission()}>
        Turn on
      </Button>
      <Button
        variant="subtle"
        h={28}
        data-flush
        onClick={() => void useSettings.getState().update({ notifications: 'off' })}
      >
        Not needed
      </Button>
    </p>
  );
}
