import type { FastifyRequest } from 'fastify';

/**
 * Lets a key arrive as the password of Basic authentication, as Langfuse's clients send it; the user name may be
 * anything. Call it before the check of the key.
 */
export async function acceptBasicKey({ headers }: FastifyRequest): Promise<void> {
  const encoded = /^Basic +([A-Za-z0-9+/_=-]+) *$/i.exec(headers.authorization ?? '')?.[1];
  if (encoded === undefined) return;
  const pair = Buffer.from(encoded, 'base64').toString('utf8');
  headers.authorization = `Bearer ${pair.slice(pair.indexOf(':') + 1)}`;
}
