import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface TcpProxy {
  readonly port: number;
  /** From now on nothing gets through, and nobody is told: as where a cable is pulled. */
  hold(): void;
  /** Lets connections through again; those from before are cut. */
  restore(): void;
  close(): Promise<void>;
}

/** Stands between a client and a server on this machine. */
export async function startTcpProxy(target: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let isHolding = false;
  const server = createServer((client) => {
    sockets.add(client.on('error', () => {}));
    if (isHolding) return;
    const upstream = connect(target, '127.0.0.1').on('error', () => client.destroy());
    sockets.add(upstream);
    client.pipe(upstream).pipe(client);
    client.on('close', () => upstream.destroy());
    upstream.on('close', () => client.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const cut = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  return {
    port: address === null || typeof address === 'string' ? 0 : address.port,
    hold: () => {
      isHolding = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    restore: () => {
      isHolding = false;
      cut();
    },
    close: async () => {
      cut();
      server.close();
      await once(server, 'close');
    },
  };
}
