import type { RegistryOptions } from '#main/registry/server.ts';
import { startTestRegistry, type TestRegistry } from './start-test-registry.ts';
import { startTcpProxy, type TcpProxy } from './tcp-proxy.ts';

export interface RegistryBehindProxy extends TestRegistry {
  /** Where clients reach it: through the proxy. `address` is the registry itself. */
  readonly outerAddress: string;
  readonly proxy: TcpProxy;
}

/** Starts a registry with a network in front of it that the test can spoil. */
export async function startRegistryBehindProxy(
  options: Partial<RegistryOptions> = {},
): Promise<RegistryBehindProxy> {
  const registry = await startTestRegistry({ allowedHosts: ['127.0.0.1'], ...options });
  const proxy = await startTcpProxy(Number(new URL(registry.address).port));
  return {
    ...registry,
    outerAddress: `http://127.0.0.1:${proxy.port}`,
    proxy,
    async remove() {
      await proxy.close();
      await registry.remove();
    },
  };
}
