import type { AddressInfo } from 'node:net';
import { openStore, type Store } from './db/open-store.ts';
import { checkAdminKey, type FirstStart, prepareFirstStart } from './first-start.ts';
import { prepareGracefulClose } from './http/close-gracefully.ts';
import { createHttpServer } from './http/create-http-server.ts';
import { createServices, type ServiceOptions, type Services } from './services.ts';

export interface RegistryOptions extends ServiceOptions, FirstStart {
  readonly store: Store;
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** Further names that it may be called by, for example a proxy's. */
  readonly allowedHosts?: readonly string[] | undefined;
}

export interface RunningRegistry {
  /** For example `http://127.0.0.1:7410`. */
  readonly address: string;
  /** The first administrator's key where this start has made one; it cannot be shown again. */
  readonly firstKey: string | null;
  readonly services: Services;
  /** Stops taking requests, finishes those under way, ends the streams and closes the store. */
  close(): Promise<void>;
}

/**
 * Starts a registry.
 *
 * @throws StoreUnusable, UnusableAdminKey, or the system's error where it cannot listen (`EADDRINUSE`)
 */
export async function startRegistry(options: RegistryOptions): Promise<RunningRegistry> {
  const { store, host, port, allowedHosts = [], log } = options;
  checkAdminKey(options);
  const database = await openStore(store, log);
  const services = createServices(database, options);
  try {
    const firstKey = await prepareFirstStart(services, options);
    await services.follow();
    const app = await createHttpServer(services, { host, allowedHosts }, log);
    const closeServer = prepareGracefulClose(app);
    await app.listen({ host, port });
    const address = formatAddress(host, app.server.address() as AddressInfo);
    log.info('The registry listens.', { address });
    services.startDelivering();
    const close = async () => {
      await closeServer();
      await services.close();
      log.info('The registry has ended.');
    };
    return { address, firstKey, services, close };
  } catch (error) {
    await services.close();
    throw error;
  }
}

function formatAddress(host: string, { port }: AddressInfo): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}
