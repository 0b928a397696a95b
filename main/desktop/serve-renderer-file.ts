import { readFile } from 'node:fs/promises';
import { securityHeaders } from '../content-security-policy.ts';
import { findRendererFile } from '../renderer-files.ts';
import { isOwnAddress } from './own-address.ts';

/** Answers a request for the app's own scheme with a file of the built screen, or with 404. */
export async function serveRendererFile(
  folder: string,
  request: Pick<Request, 'url' | 'method'>,
): Promise<Response> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return answer(405);
  const file = isOwnAddress(request.url) ? findRendererFile(folder, new URL(request.url).pathname) : null;
  if (!file) return answer(404);
  return answer(200, await readFile(file.path), {
    'content-type': file.contentType,
    'cache-control': file.cacheControl,
  });
}

function answer(
  status: number,
  body: Uint8Array<ArrayBuffer> | null = null,
  headers: Record<string, string> = {},
): Response {
  return new Response(body, { status, headers: { ...securityHeaders, ...headers } });
}
