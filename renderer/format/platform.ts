export type Platform = 'darwin' | 'win32' | 'linux';

/** The system that the user sits at, which decides how keys are named. */
export const platform: Platform = readPlatform(navigator.platform);

/** Reads what a browser calls its system, for example `MacIntel`. */
export function readPlatform(name: string): Platform {
  if (/^(mac|iphone|ipad)/i.test(name) || name === 'darwin') return 'darwin';
  return /^win/i.test(name) ? 'win32' : 'linux';
}
