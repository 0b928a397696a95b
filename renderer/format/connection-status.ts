import type { Connection } from '#core/contract/workspace-shapes.ts';

/** How a connection stands, in a word or two. */
export const connectionStatusWords: Readonly<Record<Connection['status'], string>> = {
  connecting: 'connecting',
  online: 'online',
  offline: 'offline',
  refused: 'key refused',
  stopped: 'stopped',
};
