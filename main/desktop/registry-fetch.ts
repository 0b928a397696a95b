import { type Session, session } from 'electron';

/**
 * Carries the calls to registries elsewhere: through the system's proxy, and with the authorities that the system
 * trusts. In a session of its own, so that nothing of it is cached or kept as a cookie.
 */
export function createRegistryFetch(
  network: Pick<Session, 'fetch'> = session.fromPartition('registries', { cache: false }),
): typeof fetch {
  return (input, init) =>
    network.fetch(input instanceof URL ? input.href : input, {
      ...init,
      credentials: 'omit',
      cache: 'no-store',
    });
}
