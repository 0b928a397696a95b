/** True for an IP address that only this machine can reach: of IPv4, of IPv6, or the one inside the other. */
export function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\.|^::1$/i.test(address);
}
