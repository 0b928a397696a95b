import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { EventFilter } from '#core/contract/event-shapes.ts';
import type { Person, RegistryEvent } from '#core/contract/shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { fits } from './activity-filter.ts';
import { type ActivityItem, appendEvents, listActivityItems, prependEvents } from './activity-items.ts';

/** What is on the screen: the events of a registry that fit a filter, as far back as somebody has scrolled. */
interface ActivityList {
  readonly connection: string;
  readonly filter: EventFilter;
  /** `null` until the first page is here. */
  readonly items: readonly ActivityItem[] | null;
  /** Where older ones go on; `null` once all are here. */
  readonly older: string | null;
  /** The newest event that is known, shown or waiting. */
  readonly newest: number;
  /** Events that happened meanwhile, newest first; they are shown once whoever reads wants it. */
  readonly waiting: readonly RegistryEvent[];
  readonly isLoading: boolean;
  readonly error: BridgeError | null;
}

interface ActivityState {
  readonly list: ActivityList | null;
  /** Who has an entry in the log, by connection. */
  readonly people: Readonly<Record<string, readonly Person[]>>;
  /** Shows what fits a filter, from its newest event on. The same list again goes on where it is. */
  show(connection: string, filter: EventFilter): Promise<void>;
  /** Loads older events, or again what failed. */
  loadOlder(): Promise<void>;
  /** Shows what has happened meanwhile. */
  takeWaiting(): void;
  add(connection: string, event: RegistryEvent): void;
  /** Reads what was missed, for example after a lost connection. */
  catchUp(connection: string): Promise<void>;
  loadPeople(connection: string): Promise<void>;
}

const pageSize = 100;

/** The activity of a registry. */
export const useActivity = create<ActivityState>()((set, get) => {
  /** Changes the list, unless another one is shown by now. */
  const change = (of: Pick<ActivityList, 'connection' | 'filter'>, next: (list: ActivityList) => object) => {
    const { list } = get();
    if (list && list.connection === of.connection && list.filter === of.filter) {
      set({ list: { ...list, ...next(list) } });
    }
  };
  const readPage = ({ connection, filter }: ActivityList, cursor: string | null) =>
    unwrap(
      bridge.events.list({ connection, filter, limit: pageSize, ...(cursor === null ? {} : { cursor }) }),
    );
  const load = async (of: ActivityList) => {
    change(of, () => ({ isLoading: true, error: null }));
    try {
      const { items, nextCursor } = await readPage(of, of.older);
      const first = items[0]?.seq ?? 0;
      change(of, (list) => ({
        items: list.items ? appendEvents(list.items, items) : listActivityItems(items),
        older: nextCursor,
        newest: Math.max(list.newest, first),
        // What happened while the first page was on its way is in it, or newer.
        waiting: list.items ? list.waiting : list.waiting.filter((event) => event.seq > first),
        isLoading: false,
      }));
    } catch (thrown) {
      change(of, () => ({ isLoading: false, error: toBridgeError(thrown) }));
    }
  };
  return {
    list: null,
    people: {},
    async show(connection, filter) {
      const { list } = get();
      const isShown = list?.connection === connection && isSame(list.filter, filter);
      if (isShown && list.error === null) return get().catchUp(connection);
      const empty = { items: null, older: null, newest: 0, waiting: [], isLoading: false, error: null };
      const next: ActivityList = { connection, filter, ...empty };
      set({ list: next });
      await load(next);
    },
    async loadOlder() {
      const { list } = get();
      if (list && !list.isLoading && (list.items === null || list.older !== null)) await load(list);
    },
    takeWaiting() {
      const { list } = get();
      if (!list?.items || list.waiting.length === 0) return;
      set({ list: { ...list, items: prependEvents(list.items, list.waiting), waiting: [] } });
    },
    add(connection, event) {
      const { list } = get();
      if (list?.connection !== connection || event.seq <= list.newest) return;
      if (!fits(event, list.filter)) return;
      set({ list: { ...list, newest: event.seq, waiting: [event, ...list.waiting] } });
    },
    async catchUp(connection) {
      const { list } = get();
      if (list?.connection !== connection || !list.items) return;
      try {
        const missed: RegistryEvent[] = [];
        for (let cursor: string | null = null, isBehind = true; isBehind; ) {
          const page: Awaited<ReturnType<typeof readPage>> = await readPage(list, cursor);
          const news = page.items.filter((event) => event.seq > list.newest);
          missed.push(...news);
          cursor = page.nextCursor;
          isBehind = cursor !== null && news.length === page.items.length;
        }
        change(list, ({ waiting, newest }) => ({
          waiting: [...missed.filter((event) => event.seq > newest), ...waiting],
          newest: Math.max(newest, missed[0]?.seq ?? 0),
        }));
      } catch (thrown) {
        toBridgeError(thrown);
      }
    },
    async loadPeople(connection) {
      try {
        const people = await unwrap(bridge.events.listActors({ connection }));
        set({ people: { ...get().people, [connection]: people } });
      } catch (thrown) {
        toBridgeError(thrown);
      }
    },
  };
});

function isSame(one: EventFilter, other: EventFilter): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
