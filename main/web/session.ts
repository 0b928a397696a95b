import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { SecretsPort } from '../ports.ts';

const sessionSecret = 'web-session';

/** Lets in the browser that opened the one-time link, and no other. */
export interface WebSession {
  /** A new token for a one-time link. Links made before stop working. */
  createToken(): string;
  /** Uses a token up. Answers the cookie to set, or `null` where the token is not the one waited for. */
  redeem(token: string): string | null;
  isValid(request: IncomingMessage): boolean;
}

/**
 * The session outlives a restart, so that a tab that is still open finds its way back without losing a word.
 *
 * @param port part of the cookie's name: browsers share cookies between the ports of a host
 */
export async function createWebSession(secrets: SecretsPort, port: number): Promise<WebSession> {
  const cookieName = `promptforge-${port}`;
  let secret = await secrets.get(sessionSecret);
  if (!secret) {
    secret = randomBytes(32).toString('base64url');
    await secrets.set(sessionSecret, secret);
  }
  const expected = secret;
  let token: string | null = null;
  return {
    createToken() {
      token = randomBytes(24).toString('base64url');
      return token;
    },
    redeem(candidate) {
      if (token === null || !isSame(candidate, token)) return null;
      token = null;
      // Lax, so that the link also works out of a terminal that is itself a web page; nothing here changes by GET.
      return `${cookieName}=${expected}; Path=/; HttpOnly; SameSite=Lax`;
    },
    isValid(request) {
      const cookies = (request.headers.cookie ?? '').split(/; */);
      const found = cookies.find((cookie) => cookie.startsWith(`${cookieName}=`));
      return found !== undefined && isSame(found.slice(cookieName.length + 1), expected);
    },
  };
}

function isSame(left: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
