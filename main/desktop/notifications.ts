import { Notification } from 'electron';
import type { SystemNotice } from '#core/contract/workspace-shapes.ts';
import type { MainWindow } from './window.ts';

/** Shown ones are held, so that a click still finds its listener. */
const shown = new Set<Notification>();

/**
 * Shows a notice in the system's way. A click opens the window, at what the notice is about.
 *
 * @returns false where the user is looking at the window, which then shows it itself, or where the system cannot
 */
export function showNotification(notice: SystemNotice, window: MainWindow): boolean {
  if (window.contents()?.isFocused() || !Notification.isSupported()) return false;
  const notification = new Notification({ title: notice.title, body: notice.body });
  shown.add(notification);
  notification.on('click', () => {
    window.show();
    window.send({ name: 'systemNoticeClicked', payload: notice });
  });
  notification.on('close', () => shown.delete(notification));
  notification.show();
  return true;
}
