import { Problem } from '#core/contract/problem.ts';
import { isPublicAddress } from './public-address.ts';
import type { HostAddress, ResolveHost } from './resolve-host.ts';

/** Where a webhook's address leads to right now: what was checked, and what a connection has to keep to. */
export type FindReceiver = (url: URL, signal: AbortSignal) => Promise<readonly HostAddress[]>;

/**
 * Makes the check of a webhook's address. Every address that its host has must be allowed, so that none of them
 * can be picked later on.
 *
 * @returns a function that throws Problem `webhook-address-refused`, or the signal's reason
 */
export function createFindReceiver(resolveHost: ResolveHost, allowPrivate: boolean): FindReceiver {
  return async (url, signal) => {
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const addresses = await orAbort(resolveHost(host), signal).catch((error: unknown) => {
      if (signal.aborted) throw error;
      throw refuse(`The host ${host} could not be found.`);
    });
    if (addresses.length === 0) throw refuse(`The host ${host} has no address.`);
    if (!allowPrivate && !addresses.every(({ address }) => isPublicAddress(address))) {
      throw refuse(
        `${host} is on this machine, in a private network or in a reserved range. This registry sends only to the internet; --allow-private-webhooks would change that.`,
      );
    }
    return addresses;
  };
}

function refuse(sentence: string): Problem {
  return new Problem('webhook-address-refused', sentence);
}

function orAbort<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
