import type { Connection } from '#core/contract/workspace-shapes.ts';
import { AppError } from '../app-error.ts';
import type { RegistryClient } from '../registry-client/registry-client.ts';
import type { OpenConnection } from './sandbox-connection.ts';

/** The registries that the app works with, by id. */
export interface Connections {
  list(): Connection[];
  /**
   * The client of a connection, once it has started.
   *
   * @throws {AppError} `connection-not-found` or `registry-unreachable`
   */
  open(id: string): Promise<RegistryClient>;
  close(): Promise<void>;
}

export function createConnections(opened: readonly OpenConnection[]): Connections {
  return {
    list: () => opened.map((connection) => connection.current),
    async open(id) {
      const connection = opened.find((candidate) => candidate.current.id === id);
      if (!connection) {
        throw new AppError('connection-not-found', 'This registry is not connected any more.');
      }
      return connection.open();
    },
    async close() {
      await Promise.all(opened.map((connection) => connection.close()));
    },
  };
}
