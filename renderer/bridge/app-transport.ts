import type { Bridge, BridgeTransport } from '#core/contract/bridge.ts';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { SpellingEngine } from '#core/contract/spelling.ts';

/** How the screen reaches the app: `open`, trying again, or closed for a reason that the user has to know. */
export type LinkStatus = 'open' | 'reconnecting' | 'opened-elsewhere' | 'session-over';

/** A transport that can tell how the link to the app is. */
export interface AppTransport extends BridgeTransport {
  onLinkStatus(listener: (status: LinkStatus) => void): () => void;
  /** Connects again after the link was given up. */
  reconnect(): void;
}

/** What the preload script puts on the window. */
export interface PreloadedWindow {
  readonly bridge?: Bridge;
  readonly spellingEngine?: SpellingEngine;
  readonly bridgeEvents?: { subscribe(listener: (event: BridgeEvent) => void): () => void };
}
