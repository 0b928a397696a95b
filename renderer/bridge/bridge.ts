import type { Bridge, BridgeTransport } from '#core/contract/bridge.ts';
import type { BridgeEventName, BridgeEvents } from '#core/contract/bridge-events.ts';
import { createBridge } from '#core/contract/create-bridge.ts';

let transport: BridgeTransport | null = null;

/** Sets what carries the calls. Happens once, before anything is drawn. */
export function connectBridge(next: BridgeTransport): void {
  transport = next;
}

function connected(): BridgeTransport {
  if (!transport) throw new Error('The bridge is not connected yet.');
  return transport;
}

/** Everything that the screen can ask of the app. */
export const bridge: Bridge = createBridge({
  invoke: (method, input) => connected().invoke(method, input),
});

type Listeners = { readonly [Name in BridgeEventName]?: (payload: BridgeEvents[Name]) => void };

/** Listens to the app. Returns a function that stops listening. */
export function onBridgeEvents(listeners: Listeners): () => void {
  return connected().subscribe((event) => {
    const listener = listeners[event.name] as ((payload: unknown) => void) | undefined;
    listener?.(event.payload);
  });
}
