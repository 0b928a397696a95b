import type { Server } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** How long requests under way may take when the server closes, in milliseconds. */
const closingTime = 5_000;
const lookEvery = 25;

/**
 * Counts the requests under way, so that closing waits for them and for nothing else: not for connections that a
 * client keeps for later, or has opened and never used.
 *
 * @returns a function that closes the server
 */
export function prepareGracefulClose(app: FastifyInstance): () => Promise<void> {
  const server: Server = app.server;
  let underWay = 0;
  server.on('request', (_request, response) => {
    underWay += 1;
    response.on('close', () => {
      underWay -= 1;
    });
  });
  return async () => {
    const deadline = Date.now() + closingTime;
    const timer = setInterval(() => {
      if (underWay === 0 || Date.now() > deadline) server.closeAllConnections();
    }, lookEvery);
    await app.close();
    clearInterval(timer);
  };
}
