import type { Bridge, BridgeTransport } from './bridge.ts';

/**
 * The bridge over a transport. It knows the contract by its types alone, so that whoever calls over it does not load
 * the contract's schemas: the other side checks what arrives.
 */
export function createBridge({ invoke }: Pick<BridgeTransport, 'invoke'>): Bridge {
  return byName((group) =>
    byName((name) => (input: unknown) => invoke(`${group}.${name}`, input)),
  ) as unknown as Bridge;
}

function byName<Member>(make: (name: string) => Member): Record<string, Member> {
  return new Proxy({}, { get: (_, name) => make(String(name)) });
}
