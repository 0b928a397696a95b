import { Button } from '@mantine/core';
import { Notifications, notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck, IconInfoCircle, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import classes from './notices.module.css';
import { type Notice, useNotices } from './notices-store.ts';

const icons: Record<Notice['tone'], ReactNode> = {
  success: <IconCheck size={15} aria-hidden />,
  neutral: <IconInfoCircle size={15} aria-hidden />,
  warning: <IconAlertTriangle size={15} aria-hidden />,
  error: <IconX size={15} aria-hidden />,
};

const colors: Record<Notice['tone'], string> = {
  success: 'teal',
  neutral: 'gray',
  warning: 'orange',
  error: 'red',
};

/** How long a notice stays, in milliseconds: long enough to read it, and to reach its button. */
const durations: Record<Notice['tone'], number> = {
  success: 5_000,
  neutral: 6_000,
  warning: 15_000,
  error: 15_000,
};

/** Shows the notices of all features in the corner of the window. */
export function Notices() {
  const queue = useNotices((state) => state.queue);
  useEffect(() => {
    if (queue.length === 0) return;
    for (const notice of useNotices.getState().take()) show(notice);
  }, [queue]);
  return (
    <Notifications position="bottom-left" limit={3} containerWidth={320} className={`${classes.corner}`} />
  );
}

function show({ id, tone, title, message, isLasting, action }: Notice): void {
  const key = String(id);
  notifications.show({
    id: key,
    title,
    color: colors[tone],
    icon: icons[tone],
    autoClose: isLasting ? false : action ? 10_000 : durations[tone],
    closeButtonProps: { 'aria-label': 'Dismiss' },
    message: (
      <span className={classes.body}>
        {message}
        {action ? (
          <Button
            variant="light"
            h={26}
            px={10}
            fz={12}
            onClick={() => {
              notifications.hide(key);
              action.run();
            }}
          >
            {action.label}
          </Button>
        ) : null}
      </span>
    ),
  });
}
