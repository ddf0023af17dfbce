// Which network addresses are of the public internet. Pure.
import ipaddr from 'ipaddr.js';

/** What is given out for use on the public internet; the rest of IPv6 is reserved, translated or local. */
const GLOBAL_IPV6 = ipaddr.IPv6.parseCIDR('2000::/3');
/** Public by number, but a cloud's own service for its machines alone. */
const CLOUD_SERVICES: ReadonlySet<string> = new Set(['168.63.129.16']);

/**
 * Whether `address`, an IPv4 or IPv6 literal, is one that anybody's page may be on. Everything that a registry sets
 * aside is not: private, loopback, link-local, multicast, carrier-grade NAT, documentation, benchmarks, and IPv6 forms
 * that carry an IPv4 address in them, whatever that one is.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address) || CLOUD_SERVICES.has(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return !(parsed instanceof ipaddr.IPv6) || parsed.match(GLOBAL_IPV6);
}
