import type { WebContents, WebFrameMain } from 'electron';
import { isOwnAddress } from './own-address.ts';

type Frame = Pick<WebFrameMain, 'url' | 'parent' | 'frameToken'>;

/** Who sent a message: the contents and, as long as it exists, the frame in it. */
export interface Sender {
  readonly sender: Pick<WebContents, 'id'>;
  readonly senderFrame: Frame | null;
}

/** True for a message from the main frame of our window, while that shows a page of our own. */
export function isTrustedSender(
  message: Sender,
  window: { readonly id: number; readonly mainFrame: Pick<Frame, 'frameToken'> } | null,
): boolean {
  const frame = message.senderFrame;
  return (
    window !== null &&
    frame !== null &&
    message.sender.id === window.id &&
    frame.parent === null &&
    frame.frameToken === window.mainFrame.frameToken &&
    isOwnAddress(frame.url)
  );
}
