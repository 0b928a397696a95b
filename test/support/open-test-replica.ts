import { join } from 'node:path';
import { createRegistryClient, type RegistryClient } from '#main/registry-client/registry-client.ts';
import { createReplica, type Replica } from '#main/workspace/replica/replica.ts';
import { createReplicaLink } from '#main/workspace/replica/replica-link.ts';

export interface TestReplica {
  readonly replica: Replica;
  readonly client: RegistryClient;
  readonly path: string;
  /** The calls that went to the registry, by name. */
  readonly calls: string[];
  /** What was said of a damaged file. */
  readonly setAside: string[];
  /** How often the disk was said to be full. */
  readonly full: () => number;
  setOnline(isOnline: boolean): void;
  /** Closes the file and opens it again, as the next start of the app does. */
  reopen(): Promise<void>;
}

export interface TestReplicaOptions {
  readonly folder: string;
  readonly address: string;
  readonly key: string;
  /** How much is fetched ahead, in bytes; nothing where it is left out. */
  readonly budget?: number;
}

/** A replica of a real registry, without the connection that would follow it. */
export function openTestReplica({ folder, address, key, budget }: TestReplicaOptions): TestReplica {
  const path = join(folder, 'replicas', 'team.sqlite');
  const calls: string[] = [];
  const setAside: string[] = [];
  let isOnline = true;
  let full = 0;
  const client = createRegistryClient(address, key);
  const counted: RegistryClient = {
    ...client,
    call: (name, ...rest) => {
      calls.push(name);
      return client.call(name, ...rest);
    },
    listAll: (name, ...rest) => {
      calls.push(name);
      return client.listAll(name, ...rest);
    },
  };
  const open = () =>
    createReplica({
      path,
      link: createReplicaLink(
        () => isOnline,
        async () => counted,
      ),
      log: { info: () => undefined, error: (message) => setAside.push(message) },
      fill: budget === undefined ? null : async () => ({ budget, alsoWanted: [] }),
      onSetAside: (sentence) => setAside.push(sentence),
      onFull: () => {
        full += 1;
      },
      onLate: () => undefined,
    });
  let replica = open();
  return {
    get replica() {
      return replica;
    },
    client: counted,
    path,
    calls,
    setAside,
    full: () => full,
    setOnline: (next) => {
      isOnline = next;
    },
    async reopen() {
      await replica.close();
      replica = open();
    },
  };
}
