import { create } from 'zustand';
import type { BridgeError } from '#core/contract/bridge-error.ts';
import type { NewWebhook, Webhook } from '#core/contract/webhook-shapes.ts';
import { bridge } from '../../bridge/bridge.ts';
import { toBridgeError, unwrap } from '../../bridge/unwrap.ts';

export interface WebhookWish {
  readonly url: string;
  /** A newer registry may have some that this app does not know. */
  readonly types: string[];
  readonly description: string;
}

interface WebhooksState {
  /** Without their secrets, by connection; absent until loaded. */
  readonly webhooks: Readonly<Record<string, readonly Webhook[]>>;
  readonly errors: Readonly<Record<string, BridgeError | null>>;
  load(connection: string): Promise<void>;
  /** @throws BridgeFailure */
  add(connection: string, wish: WebhookWish): Promise<NewWebhook>;
  /** @throws BridgeFailure */
  change(
    connection: string,
    id: string,
    changes: Partial<WebhookWish> & { readonly active?: boolean },
  ): Promise<void>;
  /** @throws BridgeFailure */
  rotateSecret(connection: string, id: string): Promise<NewWebhook>;
  /** @throws BridgeFailure */
  remove(connection: string, id: string): Promise<void>;
}

/** Who is told of what happens in each registry. Only administrators are shown them. */
export const useWebhooks = create<WebhooksState>()((set, get) => {
  const put = (connection: string, webhooks: readonly Webhook[]) =>
    set({ webhooks: { ...get().webhooks, [connection]: webhooks } });
  const known = (connection: string) => get().webhooks[connection] ?? [];
  const replace = (connection: string, webhook: Webhook) =>
    put(
      connection,
      known(connection).map((other) => (other.id === webhook.id ? webhook : other)),
    );
  return {
    webhooks: {},
    errors: {},
    async load(connection) {
      try {
        put(connection, await unwrap(bridge.webhooks.list({ connection })));
        set({ errors: { ...get().errors, [connection]: null } });
      } catch (thrown) {
        set({ errors: { ...get().errors, [connection]: toBridgeError(thrown) } });
      }
    },
    async add(connection, wish) {
      const made = await unwrap(bridge.webhooks.create({ connection, ...wish }));
      if (!known(connection).some(({ id }) => id === made.id)) {
        put(connection, [...known(connection), withoutSecret(made)]);
      }
      return made;
    },
    async change(connection, id, changes) {
      replace(connection, await unwrap(bridge.webhooks.update({ connection, id, ...changes })));
    },
    async rotateSecret(connection, id) {
      const made = await unwrap(bridge.webhooks.rotateSecret({ connection, id }));
      replace(connection, withoutSecret(made));
      return made;
    },
    async remove(connection, id) {
      await unwrap(bridge.webhooks.remove({ connection, id }));
      put(
        connection,
        known(connection).filter((other) => other.id !== id),
      );
    },
  };
});

/** A secret is held by the dialog that shows it, and by nothing else. */
function withoutSecret({ secret: _, ...webhook }: NewWebhook): Webhook {
  return webhook;
}
