import type { RegistryOptions } from '#main/registry/server.ts';
import { startTestRegistry, type TestRegistry } from './start-test-registry.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

export interface RegistryBehindProxy extends TestRegistry {
  /** Where clients reach it: through the proxy. `address` is the registry itself. */
  readonly outerAddress: string;
  readonly proxy: TcpProxy;
}

/**
 * Starts a registry with a network in front of it that the test can spoil. A registry on loopback answers only at
 * its own port, so that both have the same one, on two addresses of this machine.
 */
export async function startRegistryBehindProxy(
  options: Partial<RegistryOptions> = {},
): Promise<RegistryBehindProxy> {
  const targetHost = '127.0.0.2';
  const registry = await startTestRegistry({ host: targetHost, ...options });
  const port = Number(new URL(registry.address).port);
  const proxy = await startTcpProxy(port, { port, targetHost });
  return {
    ...registry,
    outerAddress: `http://127.0.0.1:${port}`,
    proxy,
    async remove() {
      await proxy.close();
      await registry.remove();
    },
  };
}
