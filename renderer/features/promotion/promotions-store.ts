import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { PromotionOutlook } from '#core/contract/promotion-shapes.ts';
import type { Promotion, StableInterval } from '#core/contract/shapes.ts';
import type { PromptPlace } from '#core/contract/workspace-shapes.ts';
import { isOpen } from '#core/domain/promotion.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';
import { placeKey } from '../connections/connections-store.ts';
import { findRefusal } from '../connections/permissions-store.ts';

interface PromotionsState {
  /** Of a registry all that are open and the newest of the others, newest first; absent until loaded. */
  readonly promotions: Readonly<Record<string, readonly Promotion[]>>;
  /** The ids of those that cannot go on without the user, by registry. */
  readonly waiting: Readonly<Record<string, ReadonlySet<string>>>;
  readonly errors: Readonly<Record<string, BridgeError | null>>;
  /** Where `stable` was, newest first, by place. */
  readonly history: Readonly<Record<string, readonly StableInterval[]>>;
  readonly historyErrors: Readonly<Record<string, BridgeError | null>>;
  /** What the promotion of a version would need, by `outlookKey`. */
  readonly outlooks: Readonly<Record<string, PromotionOutlook>>;
  load(connection: string): Promise<void>;
  loadOutlook(place: PromptPlace, version: number): Promise<void>;
  loadHistory(place: PromptPlace): Promise<void>;
  /** Asks for a promotion and, where nothing is missing and the member may, applies it in one go. */
  promote(place: PromptPlace, wish: PromotionWish): Promise<Promotion>;
  apply(place: PromptPlace, id: string): Promise<Promotion>;
  withdraw(place: PromptPlace, id: string): Promise<Promotion>;
  rollBack(place: PromptPlace, wish: RollBackWish): Promise<Promotion>;
}

interface PromotionWish {
  readonly version: number;
  readonly note: string;
  /** Where the user saw `stable` when they decided. */
  readonly expectedStable: number | null;
  /** Requests of the user whose place this one takes. */
  readonly replaces?: readonly string[];
}

interface RollBackWish {
  readonly version: number;
  readonly reason: string;
  readonly expectedStable: number | null;
}

export const outlookKey = (place: PromptPlace, version: number) => `${placeKey(place)}@${version}`;

/** Promotions and the history of `stable`. Every action throws `BridgeFailure` where it fails. */
export const usePromotions = create<PromotionsState>()((set, get) => {
  const refreshAfter = async <Value>(place: PromptPlace, action: Promise<Value>): Promise<Value> => {
    try {
      return await action;
    } finally {
      void get().load(place.connection);
      void get().loadHistory(place);
    }
  };
  return {
    promotions: {},
    waiting: {},
    errors: {},
    history: {},
    historyErrors: {},
    outlooks: {},
    async load(connection) {
      try {
        const [promotions, waiting] = await Promise.all([
          unwrap(bridge.promotions.list({ connection })),
          unwrap(bridge.promotions.listWaiting({ connection })),
        ]);
        const ids = new Set(waiting.map(({ id }) => id));
        set({
          promotions: { ...get().promotions, [connection]: promotions },
          waiting: { ...get().waiting, [connection]: ids },
          errors: { ...get().errors, [connection]: null },
        });
      } catch (thrown) {
        set({ errors: { ...get().errors, [connection]: toBridgeError(thrown) } });
      }
    },
    async loadHistory(place) {
      const key = placeKey(place);
      try {
        const history = await unwrap(bridge.promotions.stableHistory(place));
        set({
          history: { ...get().history, [key]: history },
          historyErrors: { ...get().historyErrors, [key]: null },
        });
      } catch (thrown) {
        set({ historyErrors: { ...get().historyErrors, [key]: toBridgeError(thrown) } });
      }
    },
    async loadOutlook(place, version) {
      try {
        const outlook = await unwrap(bridge.promotions.getOutlook({ ...place, version }));
        set({ outlooks: { ...get().outlooks, [outlookKey(place, version)]: outlook } });
      } catch (thrown) {
        // The registry says what is missing when it is asked for the promotion itself.
        toBridgeError(thrown);
      }
    },
    promote(place, { replaces = [], ...wish }) {
      const steps = async () => {
        // An older registry does not know the field: it is sent where it says something.
        const replacing = replaces.length > 0 ? { replaces: [...replaces] } : {};
        const request = await unwrap(bridge.promotions.request({ ...place, ...wish, ...replacing }));
        const isReady = request.missing.length === 0 && findRefusal('promoter') === null;
        if (!isReady) return request;
        return unwrap(bridge.promotions.apply({ connection: place.connection, id: request.id }));
      };
      return refreshAfter(place, steps());
    },
    apply: ({ connection, prompt }, id) =>
      refreshAfter({ connection, prompt }, unwrap(bridge.promotions.apply({ connection, id }))),
    withdraw: ({ connection, prompt }, id) =>
      refreshAfter({ connection, prompt }, unwrap(bridge.promotions.withdraw({ connection, id }))),
    rollBack: (place, wish) => refreshAfter(place, unwrap(bridge.promotions.rollBack({ ...place, ...wish }))),
  };
});

/** The promotions of one prompt that are still open, newest first. */
export function openPromotionsOf(
  state: Pick<PromotionsState, 'promotions'>,
  place: PromptPlace,
): readonly Promotion[] {
  const all = state.promotions[place.connection] ?? [];
  return all.filter((promotion) => promotion.prompt === place.prompt && isOpen(promotion.status));
}
