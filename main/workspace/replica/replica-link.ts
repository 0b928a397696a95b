import type { RegistryClient } from '../../registry-client/registry-client.ts';

/** How a replica reaches its registry. */
export interface ReplicaLink {
  /** True while the registry answers and its events are followed. */
  isOnline(): boolean;
  /** @throws {AppError} `registry-unreachable`, `connection-not-found` */
  open(): Promise<RegistryClient>;
  /** Does what the user waits for. */
  inForeground<Value>(work: () => Promise<Value>): Promise<Value>;
  /** Settles as soon as nothing is under way that the user waits for. */
  untilQuiet(): Promise<void>;
}

/** @param isOnline what the connection says of itself */
export function createReplicaLink(isOnline: () => boolean, open: () => Promise<RegistryClient>): ReplicaLink {
  let underWay = 0;
  let quiet = Promise.withResolvers<void>();
  quiet.resolve();
  return {
    isOnline,
    open,
    async inForeground(work) {
      if (underWay === 0) quiet = Promise.withResolvers();
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
        if (underWay === 0) quiet.resolve();
      }
    },
    untilQuiet: () => quiet.promise,
  };
}
