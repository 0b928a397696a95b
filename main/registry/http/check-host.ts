import { Problem } from '#core/contract/problem.ts';

const loopback = /^(127(\.\d+){3}|localhost|::1)$/;

export interface HostCheck {
  /** @param given the `Host` header */
  allows(given: string | undefined): boolean;
  /** @throws Problem `host-not-allowed` */
  check(given: string | undefined): void;
}

/**
 * Makes the check against DNS rebinding. A registry on loopback answers only those who address it by a loopback
 * name and its port: a page of the web that points its own name here is refused.
 *
 * @param host what the server was told to listen on
 * @param getPort the port that it listens on
 */
export function createHostCheck(host: string, getPort: () => number): HostCheck {
  if (!loopback.test(host)) return { allows: () => true, check: () => {} };
  const names = ['127.0.0.1', 'localhost', '[::1]', host];
  const allowed = new Map<number, ReadonlySet<string>>();

  const allowedAt = (port: number) => {
    const known = allowed.get(port);
    if (known) return known;
    // Clients leave the usual port out.
    const made = new Set([...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])]);
    allowed.set(port, made);
    return made;
  };
  const allows = (given: string | undefined) =>
    given !== undefined && allowedAt(getPort()).has(given.toLowerCase());

  return {
    allows,
    check: (given) => {
      if (allows(given)) return;
      throw new Problem('host-not-allowed', `This registry answers only at http://127.0.0.1:${getPort()}.`);
    },
  };
}
