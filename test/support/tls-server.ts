import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { createServer } from 'node:tls';

/** How the certificate of a test's server is; all but `self-signed` are made by the authority of the tests. */
export type TestCertificate = 'sound' | 'expired' | 'not-yet-valid' | 'wrong-name' | 'self-signed';

const read = (name: string) => readFileSync(new URL(`certificates/${name}.pem`, import.meta.url), 'utf8');

/** The certificate of the authority; who trusts it trusts the sound ones. */
export const testAuthority = read('authority');

export interface TlsServer {
  /** For example `https://localhost:40123`. */
  readonly address: string;
  close(): Promise<void>;
}

/** Speaks TLS with a certificate for `localhost`, and hands what it hears to a port of this machine. */
export async function startTlsServer(certificate: TestCertificate, target: number): Promise<TlsServer> {
  const sockets = new Set<Socket>();
  const server = createServer({ key: read('key'), cert: read(certificate) }, (client) => {
    const upstream = connect(target, '127.0.0.1').on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
    client.pipe(upstream).pipe(client);
    for (const socket of [client, upstream]) sockets.add(socket);
  }).on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = address === null || typeof address === 'string' ? 0 : address.port;
  return {
    address: `https://localhost:${port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
