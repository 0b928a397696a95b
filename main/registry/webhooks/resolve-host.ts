import { lookup } from 'node:dns/promises';

/** An IP address that a host name stands for. */
export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

/** Finds all addresses of a host; rejects where it has none. An IP address stands for itself. */
export type ResolveHost = (host: string) => Promise<readonly HostAddress[]>;

/**
 * Makes a resolver that asks the system. Questions about one host at the same time are one question: the system
 * answers few at once, and one name server that hangs must not hold them all.
 */
export function createHostResolver(): ResolveHost {
  const underWay = new Map<string, Promise<readonly HostAddress[]>>();
  return (host) => {
    const known = underWay.get(host);
    if (known) return known;
    const answer = lookup(host, { all: true }).finally(() => underWay.delete(host));
    underWay.set(host, answer);
    return answer;
  };
}
