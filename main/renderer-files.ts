import { statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

export interface RendererFile {
  readonly path: string;
  readonly contentType: string;
  readonly cacheControl: string;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Finds the file of the built screen that an address means.
 *
 * @param folder the folder of the built screen; nothing outside of it is ever found
 * @param urlPath the path of the address, still percent-encoded, for example `/assets/index-B2x.js`
 * @returns `null` where there is no such file
 */
export function findRendererFile(folder: string, urlPath: string): RendererFile | null {
  const segments = readSegments(urlPath);
  if (!segments) return null;
  const path = join(folder, ...segments);
  const inside = relative(folder, path);
  if (inside === '' || inside === '..' || inside.startsWith(`..${sep}`)) return null;
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  return {
    path,
    contentType: contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream',
    // The build puts a hash of the content into the name of everything below assets/.
    cacheControl: segments[0] === 'assets' ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}

function readSegments(urlPath: string): string[] | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (!decoded.startsWith('/')) return null;
  if (decoded === '/') return ['index.html'];
  const segments = decoded.slice(1).split('/');
  return segments.every((segment) => /^[\w~-][\w.~-]*$/.test(segment)) ? segments : null;
}
