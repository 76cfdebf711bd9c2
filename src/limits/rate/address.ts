import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';

/** Bits of an IPv6 address that one customer has: the rest is theirs to draw anew for each request. */
const networkBits = 64;

/** What an address is limited by: itself, or the network that one customer has. Two ways to write one address are one. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString()}/${networkBits}`).toString();
}

/** A name for the address, which stays out of Redis and of memory dumps: equal for equal networks, for nothing else of use without the secret. */
export function addressNames(secret: string): (address: string) => string {
  return (address) => createHmac('sha256', secret).update(`address\n${networkOf(address)}`).digest('base64url').slice(0, 22);
}
