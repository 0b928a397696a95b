import type { AddressInfo } from 'node:net';
import { Problem } from '#core/contract/problem.ts';
import { isLoopback } from './is-loopback.ts';

export interface HostCheck {
  /** @param given the `Host` header */
  allows(given: string | undefined): boolean;
  /** @throws Problem `host-not-allowed` */
  check(given: string | undefined): void;
}

export interface HostRules {
  /** What the server was told to listen on. */
  readonly host: string;
  /** Further names that it may be called by, at any port: those of a proxy in front of it. */
  readonly allowedHosts: readonly string[];
  /** Where it listens; asked once. */
  readonly getBound: () => AddressInfo;
}

/**
 * Makes the check against DNS rebinding. A registry on loopback answers only those who address it by a loopback
 * name and its port, or by a name that it was told: a page of the web that points its own name here is refused. One
 * on another address answers to any name, until it is told some.
 */
export function createHostCheck({ host, allowedHosts, getBound }: HostRules): HostCheck {
  const further = new Set(allowedHosts.map((name) => name.toLowerCase()));
  let own: ReadonlySet<string> | undefined;
  let isOpen = false;

  // What was asked for may be any name; where that has led is known when the server listens.
  const findOwn = () => {
    const { address, port } = getBound();
    isOpen = !isLoopback(address) && further.size === 0;
    const names = ['127.0.0.1', 'localhost', '[::1]', ...spell(address), ...spell(host)];
    // Clients leave the usual port out.
    own = new Set([...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])]);
    return own;
  };
  const allows = (given: string | undefined) => {
    const ours = own ?? findOwn();
    if (isOpen) return true;
    if (given === undefined) return false;
    const called = given.toLowerCase();
    return ours.has(called) || (further.size > 0 && further.has(called.replace(/:\d+$/, '')));
  };

  return {
    allows,
    check: (given) => {
      if (allows(given)) return;
      const { address, port } = getBound();
      const names = [`at http://${bracket(address)}:${port}`, ...further].join(' and as ');
      throw new Problem('host-not-allowed', `This registry answers only ${names}.`);
    },
  };
}

/** A name as it was given, and as clients write it that bring addresses into their usual form. */
function spell(name: string): string[] {
  const given = bracket(name).toLowerCase();
  return [given, ...(URL.canParse(`http://${given}`) ? [new URL(`http://${given}`).hostname] : [])];
}

/** An address as it stands in a URL. */
function bracket(address: string): string {
  return address.includes(':') ? `[${address}]` : address;
}
