import { setGlobalProxyFromEnv } from 'node:http';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

const thisMachine = ['localhost', '127.0.0.1', '[::1]', '::1'];

/**
 * Lets `fetch` reach the world as the other programs of this system do: through the proxy of `HTTP_PROXY`,
 * `HTTPS_PROXY` and `NO_PROXY`, and trusting the authorities that the system trusts, a company's own included. What
 * is on this machine is never asked for through a proxy.
 */
export function adoptSystemNetwork(env: NodeJS.ProcessEnv = process.env): void {
  const direct = [env.NO_PROXY ?? env.no_proxy, ...thisMachine].filter((name) => name).join(',');
  setGlobalProxyFromEnv({ ...env, NO_PROXY: direct, no_proxy: direct });
  const authorities = (['default', 'system', 'extra'] as const).flatMap((kind) => getCACertificates(kind));
  setDefaultCACertificates([...new Set(authorities)]);
}
