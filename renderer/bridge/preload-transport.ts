import type { Bridge } from '#core/contract/bridge.ts';
import type { Result } from '#core/contract/bridge-error.ts';
import type { AppTransport, PreloadedWindow } from './app-transport.ts';

type Groups = Record<string, Record<string, (input: unknown) => Promise<Result<unknown>>>>;

/** The transport over what the preload script offers. It lives as long as the window does. */
export function createPreloadTransport(
  bridge: Bridge,
  events: NonNullable<PreloadedWindow['bridgeEvents']>,
): AppTransport {
  return {
    invoke(method, input) {
      const [group = '', name = ''] = method.split('.');
      const call = (bridge as unknown as Groups)[group]?.[name];
      if (!call) throw new Error(`The bridge has no method ${method}.`);
      return call(input);
    },
    subscribe: (listener) => events.subscribe(listener),
    onLinkStatus(listener) {
      listener('open');
      return () => undefined;
    },
    reconnect: () => undefined,
  };
}
