import { useCallback, useEffect, useRef, useState } from 'react';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { Delivery, DeliveryStatus } from '#core/contract/webhook-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';

/** A delivery changes without an event: while they are looked at, the newest are asked for this often, in milliseconds. */
const pause = 3_000;

interface Deliveries {
  /** Newest first; `null` until loaded. */
  readonly items: readonly Delivery[] | null;
  readonly error: BridgeError | null;
  readonly hasMore: boolean;
  loadMore(): void;
  refresh(): Promise<void>;
}

/** What was sent to a webhook, kept up to date while it is on the screen. */
export function useDeliveries(
  connection: string,
  id: string,
  status: DeliveryStatus | undefined,
): Deliveries {
  const [items, setItems] = useState<readonly Delivery[] | null>(null);
  const [error, setError] = useState<BridgeError | null>(null);
  const [cursor, setCursor] = useState<string | null>(null);
  /** How many pages are shown: only the first one is asked for again by itself. */
  const pages = useRef(1);

  const read = useCallback(
    (from?: string) => unwrap(bridge.webhooks.listDeliveries({ connection, id, status, cursor: from })),
    [connection, id, status],
  );

  const refresh = useCallback(async () => {
    try {
      const page = await read();
      setError(null);
      setItems((shown) => mergeNewest(shown, page.items));
      if (pages.current === 1) setCursor(page.nextCursor);
    } catch (thrown) {
      setError(toBridgeError(thrown));
    }
  }, [read]);

  useEffect(() => {
    pages.current = 1;
    setItems(null);
    void refresh();
    const timer = setInterval(() => void refresh(), pause);
    return () => clearInterval(timer);
  }, [refresh]);

  return {
    items,
    error,
    hasMore: cursor !== null,
    refresh,
    loadMore() {
      if (cursor === null) return;
      pages.current += 1;
      void read(cursor)
        .then((page) => {
          setItems((shown) => [...(shown ?? []), ...page.items]);
          setCursor(page.nextCursor);
        })
        .catch((thrown: unknown) => setError(toBridgeError(thrown)));
    },
  };
}

/** The newest as they are now, and below them what was loaded before. */
export function mergeNewest(
  shown: readonly Delivery[] | null,
  newest: readonly Delivery[],
): readonly Delivery[] {
  const last = newest.at(-1)?.event.seq;
  if (shown === null || last === undefined) return newest;
  return [...newest, ...shown.filter(({ event }) => event.seq < last)];
}
