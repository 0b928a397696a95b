import type { ResolveHost } from './resolve-host.ts';

/** How a registry sends webhooks, where it differs from the usual. Times in milliseconds. */
export interface WebhookOptions {
  /** Lets webhooks reach this machine and private networks. */
  readonly allowPrivate?: boolean | undefined;
  /** How long a receiver may take to answer. */
  readonly timeout?: number | undefined;
  /** How long to wait after each attempt that failed; after the last one a delivery has failed. */
  readonly retryDelays?: readonly number[] | undefined;
  /** Finds the addresses of a host. */
  readonly resolveHost?: ResolveHost | undefined;
}
