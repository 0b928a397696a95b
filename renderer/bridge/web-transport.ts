import type { BridgeError, Result } from '#core/contract/bridge-error.ts';
import type { BridgeEvent } from '#core/contract/bridge-events.ts';
import type { AppTransport, LinkStatus } from './app-transport.ts';

interface PendingCall {
  readonly message: string;
  /** True once the message was written to the current socket. */
  isSent: boolean;
  readonly settle: (result: Result<unknown>) => void;
  expiry?: ReturnType<typeof setTimeout> | undefined;
}

type Incoming = { id: number; result: Result<unknown> } | { event: BridgeEvent };

/** What the transport needs of the browser; tests give their own. */
export interface WebTransportOptions {
  readonly createSocket: () => WebSocket;
  /** Tells, after a refused connection, whether the session is over. */
  readonly isSessionOver: () => Promise<boolean>;
  /** How long a call waits for the link, in milliseconds. */
  readonly patience?: number;
}

const closedByAnotherTab = 4001;
const closedBySession = 4003;
const longestPause = 5_000;

const unreachable: BridgeError = {
  code: 'app-unreachable',
  detail: 'PromptForge did not answer.',
  members: {},
};

/**
 * The transport of a browser tab: one WebSocket that comes back by itself. A call made while the link is down
 * waits for it; one that was sent and not answered fails, because it may have been carried out.
 */
export function createWebTransport(
  options: WebTransportOptions,
): AppTransport & { hasWaitingCalls(): boolean } {
  const patience = options.patience ?? 10_000;
  const pending = new Map<number, PendingCall>();
  const eventListeners = new Set<(event: BridgeEvent) => void>();
  const statusListeners = new Set<(status: LinkStatus) => void>();
  let status: LinkStatus = 'reconnecting';
  let socket: WebSocket | null = null;
  let nextId = 1;
  let failures = 0;

  const setStatus = (next: LinkStatus) => {
    if (status === next) return;
    status = next;
    for (const listener of statusListeners) listener(next);
  };

  const settle = (id: number, result: Result<unknown>) => {
    const call = pending.get(id);
    if (!call) return;
    pending.delete(id);
    clearTimeout(call.expiry);
    call.settle(result);
  };

  const waitForLink = (id: number, call: PendingCall) => {
    call.expiry = setTimeout(() => settle(id, { ok: false, error: unreachable }), patience);
  };

  const send = (call: PendingCall) => {
    clearTimeout(call.expiry);
    call.isSent = true;
    socket?.send(call.message);
  };

  const receive = (data: unknown) => {
    const incoming = JSON.parse(String(data)) as Incoming;
    if ('event' in incoming) for (const listener of eventListeners) listener(incoming.event);
    else settle(incoming.id, incoming.result);
  };

  const lose = async (code: number, wasOpen: boolean) => {
    socket = null;
    for (const [id, call] of pending) {
      if (call.isSent) settle(id, { ok: false, error: unreachable });
    }
    if (code === closedByAnotherTab) return setStatus('opened-elsewhere');
    if (code === closedBySession) return setStatus('session-over');
    setStatus('reconnecting');
    if (!wasOpen && (await options.isSessionOver())) return setStatus('session-over');
    failures += 1;
    setTimeout(connect, Math.min(longestPause, 100 * 2 ** failures));
  };

  const connect = () => {
    let wasOpen = false;
    const opening = options.createSocket();
    opening.addEventListener('open', () => {
      wasOpen = true;
      failures = 0;
      socket = opening;
      for (const call of pending.values()) send(call);
      setStatus('open');
    });
    opening.addEventListener('message', (message) => receive(message.data));
    opening.addEventListener('close', (event) => void lose(event.code, wasOpen));
  };
  connect();

  return {
    invoke(method, input) {
      return new Promise((resolve) => {
        const id = nextId++;
        const call: PendingCall = {
          message: JSON.stringify({ id, method, input }),
          isSent: false,
          settle: resolve,
        };
        pending.set(id, call);
        if (socket) send(call);
        else waitForLink(id, call);
      });
    },
    subscribe(listener) {
      eventListeners.add(listener);
      return () => eventListeners.delete(listener);
    },
    onLinkStatus(listener) {
      statusListeners.add(listener);
      listener(status);
      return () => statusListeners.delete(listener);
    },
    reconnect() {
      if (status !== 'opened-elsewhere' && status !== 'session-over') return;
      setStatus('reconnecting');
      connect();
    },
    hasWaitingCalls: () => pending.size > 0,
  };
}
