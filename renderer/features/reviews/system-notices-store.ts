import { create } from 'zustand';
import type { SystemNotice } from '#core/contract/workspace-shapes.ts';
import { useConnections } from '../connections/connections-store.ts';
import { useNavigation } from '../shell/navigation-store.ts';
import { useNotices } from '../shell/notices-store.ts';
import { showRegistry } from '../shell/shown-registry-store.ts';

interface SystemNoticesState {
  /** Whether the browser may show notices; `unknown` where it was not asked, `unneeded` where it never has to be. */
  readonly permission: 'granted' | 'denied' | 'unknown' | 'unneeded';
  /** Asks the browser; it wants a click to have come before. */
  askPermission(): Promise<void>;
}

/** A page on this machine asks its browser; the desktop shows notices itself and its pages are never asked. */
const canAsk = () => typeof Notification !== 'undefined' && location.protocol.startsWith('http');

const read = (): SystemNoticesState['permission'] => {
  if (!canAsk()) return 'unneeded';
  return Notification.permission === 'default' ? 'unknown' : Notification.permission;
};

/** Notices that reach the user outside the window. */
export const useSystemNotices = create<SystemNoticesState>()((set) => ({
  permission: typeof location === 'undefined' ? 'unneeded' : read(),
  async askPermission() {
    await Notification.requestPermission();
    set({ permission: read() });
  },
}));

/** Opens what a notice is about. */
export function openSystemNotice({ connection, review }: SystemNotice): void {
  showRegistry(connection);
  useNavigation.getState().openReview(review);
}

/** Shows a notice in the window where the user is looking at it, else by the browser, where that may. */
export function showSystemNotice(notice: SystemNotice): void {
  if (!document.hasFocus() && canAsk() && Notification.permission === 'granted') {
    const shown = new Notification(notice.title, { body: notice.body, tag: notice.title });
    shown.onclick = () => {
      window.focus();
      shown.close();
      openSystemNotice(notice);
    };
    return;
  }
  const { view, review } = useNavigation.getState();
  const isOnScreen =
    view === 'reviews' &&
    useConnections.getState().currentId === notice.connection &&
    review?.prompt === notice.review.prompt &&
    review.version === notice.review.version;
  // Whoever is reading it sees there what has changed.
  if (isOnScreen) return;
  useNotices.getState().show({
    tone: 'neutral',
    title: notice.title,
    message: notice.body,
    action: { label: 'Open review', run: () => openSystemNotice(notice) },
  });
}
