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
    <Notifications
      position="bottom-left"
      limit={2 * atMost}
      // As wide as the sidebar leaves: what is being read stays in sight.
      containerWidth={256}
      // Below dialogs, whose buttons they would cover.
      zIndex={190}
      className={`${classes.corner}`}
    />
  );
}

interface Shown {
  readonly id: string;
  readonly notice: Notice;
}

/** What is on the screen, oldest first. */
let shown: readonly Shown[] = [];
const atMost = 3;

/** Says the same, and what is about the same, only once, and keeps three at most; what can still be undone goes last. */
function makeRoomFor(notice: Notice): void {
  const isSame = (other: Notice) =>
    (other.title === notice.title && !other.action) ||
    (other.about !== undefined && other.about === notice.about);
  for (const { id, notice: other } of shown) if (isSame(other)) hide(id);
  while (shown.length >= atMost) {
    const oldest = shown.find(({ notice: other }) => !other.action) ?? shown[0];
    if (!oldest) return;
    hide(oldest.id);
  }
}

function hide(id: string): void {
  shown = shown.filter((other) => other.id !== id);
  notifications.hide(id);
}

function show(notice: Notice): void {
  const { tone, title, message, isLasting, action } = notice;
  makeRoomFor(notice);
  const id = String(notice.id);
  shown = [...shown, { id, notice }];
  notifications.show({
    id,
    title,
    color: colors[tone],
    icon: icons[tone],
    autoClose: isLasting ? false : action ? 10_000 : durations[tone],
    closeButtonProps: { 'aria-label': 'Dismiss' },
    onClose: () => {
      shown = shown.filter((other) => other.id !== id);
    },
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
              hide(id);
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
