import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** How far a call to an address that somebody else stated may reach. */
export type Reach =
  /** The public internet alone. */
  | 'public'
  /** Private networks and this machine as well. */
  | 'private'
  /** This machine alone. */
  | 'loopback';

/** Networks of one's own: RFC 1918, RFC 6598, RFC 4193. */
const ownNetworks: ReadonlySet<string> = new Set(['private', 'carrierGradeNat', 'uniqueLocal']);

/** Where clouds answer a machine's own questions outside of link-local, which is refused as such: nobody's webhook. */
const metadataServices: ReadonlySet<string> = new Set(['168.63.129.16', '100.100.100.200', '192.0.0.192', 'fd00:ec2::254']);

/** What is routed as the public internet (RFC 4291, 2.4; IANA IPv6 address space). */
const publicV6 = ipaddr.IPv6.parse('2000::');

/**
 * Whether a call may connect to an IP address. An IPv4 address within an IPv6 one (mapped, or that of a NAT64) is judged as what it
 * leads to; addresses of no known use are refused, as are link-local, multicast, reserved and metadata ones however far it may reach.
 *
 * @param address an IPv4 or IPv6 address as text, without brackets; anything else is refused
 */
export function mayReach(address: string, reach: Reach): boolean {
  // ipaddr.js reads `127.1` and `2130706433` too: Node connects to neither as an address.
  if (isIP(address) === 0) return false;
  const parsed = innermost(ipaddr.parse(address));
  if (parsed === null || metadataServices.has(parsed.toString())) return false;
  const range = parsed.range();
  if (range === 'loopback') return reach !== 'public';
  if (reach === 'loopback') return false;
  if (ownNetworks.has(range)) return reach === 'private';
  return range === 'unicast' && (parsed.kind() === 'ipv4' || isPublicV6(parsed));
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** The address that is connected to in the end; null where that cannot be told. */
function innermost(address: Address): Address | null {
  if (!isV6(address)) return address;
  if (address.isIPv4MappedAddress()) return address.toIPv4Address();
  if (address.range() !== 'rfc6052') return address;
  // The well-known prefix holds the IPv4 address in its last four bytes (RFC 6052, 2.2); a network's own prefix may hold it anywhere.
  const bytes = address.toByteArray();
  return bytes[5] === 1 ? null : new ipaddr.IPv4(bytes.slice(12));
}

function isV6(address: Address): address is ipaddr.IPv6 {
  return address.kind() === 'ipv6';
}

function isPublicV6(address: Address): boolean {
  return isV6(address) && address.match(publicV6, 3);
}
