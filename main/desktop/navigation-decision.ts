import { isOwnAddress } from './own-address.ts';

export type NavigationDecision = 'stay' | 'open-outside' | 'deny';

/** What happens with an address that the window is asked to go to. */
export function decideNavigation(address: string): NavigationDecision {
  if (isOwnAddress(address)) return 'stay';
  return isWebLink(address, ['https:']) ? 'open-outside' : 'deny';
}

/** True for a link that may be given to the system's browser: to a host, with no name or password in it. */
export function isWebLink(address: string, protocols: readonly string[] = ['https:', 'http:']): boolean {
  const url = URL.parse(address);
  return (
    url !== null && protocols.includes(url.protocol) && url.host !== '' && !url.username && !url.password
  );
}

/** The screen may put text on the clipboard; nothing else is granted, and to nobody else. */
export function isPermissionGranted(permission: string, requestingAddress: string): boolean {
  return permission === 'clipboard-sanitized-write' && isOwnAddress(requestingAddress);
}
