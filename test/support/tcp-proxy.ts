import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';

export interface TcpProxy {
  readonly port: number;
  /** How many connections were asked for so far. */
  readonly connections: number;
  /** From now on nothing gets through, and nobody is told: as where a cable is pulled. */
  hold(): void;
  /** Cuts what is open; new connections get through. */
  cut(): void;
  /** Cuts what is open and lets nobody in: as where the server is down. */
  refuse(): Promise<void>;
  /** Every part of the traffic is late by this time, in milliseconds, give or take half of it. */
  delay(time: number): void;
  /** So many bytes a second and no more, each way of each connection. */
  throttle(bytesPerSecond: number): void;
  /** What clients send arrives twice: on its own connection, and on another whose answers nobody reads. */
  duplicate(): void;
  /** Requests arrive, and each connection is cut when its first answer comes. */
  loseAnswers(): void;
  /** All is well again. Connections that were held back are cut. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

/** Stands between a client and a server on this machine, and does to their traffic what networks do. */
export async function startTcpProxy(target: number): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let isHolding = false;
  let isDuplicating = false;
  let isLosingAnswers = false;
  let lateness = 0;
  let bytesPerSecond = Number.POSITIVE_INFINITY;
  let connections = 0;

  const open = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on('error', () => {}).on('close', () => sockets.delete(socket));
  };
  const slowDown = () =>
    new Transform({
      async transform(chunk: Buffer, _encoding, done) {
        const pause = lateness * (0.5 + Math.random()) + (chunk.length / bytesPerSecond) * 1_000;
        if (pause > 0) await wait(pause);
        done(null, chunk);
      },
    });

  const server = createServer((client) => {
    connections += 1;
    open(client);
    if (isHolding) return;
    const upstream = open(connect(target, '127.0.0.1'));
    client.pipe(slowDown()).pipe(upstream);
    if (isLosingAnswers) upstream.once('data', () => client.destroy());
    else upstream.pipe(slowDown()).pipe(client);
    if (isDuplicating) client.pipe(open(connect(target, '127.0.0.1')).resume());
    client.on('close', () => upstream.destroy());
    upstream.on('error', () => client.destroy());
  });
  const listen = async (wanted: number) => {
    server.listen(wanted, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    return address === null || typeof address === 'string' ? 0 : address.port;
  };
  const listening = await listen(0);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  const stopListening = async () => {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    cut();
    await closed;
  };

  return {
    port: listening,
    get connections() {
      return connections;
    },
    hold() {
      isHolding = true;
      for (const socket of sockets) socket.unpipe().pause();
    },
    cut,
    refuse: stopListening,
    delay(time) {
      lateness = time;
    },
    throttle(rate) {
      bytesPerSecond = rate;
    },
    duplicate() {
      isDuplicating = true;
    },
    loseAnswers() {
      isLosingAnswers = true;
    },
    async restore() {
      if (isHolding || isLosingAnswers) cut();
      isHolding = false;
      isDuplicating = false;
      isLosingAnswers = false;
      lateness = 0;
      bytesPerSecond = Number.POSITIVE_INFINITY;
      if (!server.listening) await listen(listening);
    },
    close: stopListening,
  };
}
