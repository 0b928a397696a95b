export const ownScheme = 'app';
const ownHost = 'promptforge';

/** The address of the screen, served by `protocol.ts` from the built files. */
export const startAddress = `${ownScheme}://${ownHost}/`;

/** True for an address of the app's own origin, and for nothing that only looks like it. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${ownScheme}:` && url.host === ownHost && url.username === '';
}
