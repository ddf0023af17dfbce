// Connections to the public internet and to nowhere else: every address is checked at the moment it is connected to.
import { lookup as lookupHost } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { isPublicAddress } from './public-address.ts';

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<readonly ResolvedAddress[]>;

export interface DispatcherOptions {
  /** `host:port`, exactly, that may be connected to whatever its address is. */
  readonly trustedHosts: ReadonlySet<string>;
  /** Default: the system's resolver. */
  readonly resolve?: Resolve;
}

/** A host that may not be connected to. */
export class PrivateAddressError extends Error {
  constructor(hostname: string, address: string) {
    super(`${hostname === address ? address : `${hostname} (${address})`} is not public`);
    this.name = 'PrivateAddressError';
  }
}

const systemResolve: Resolve = (hostname) => lookupHost(hostname, { all: true });

/** `host:port` of an address, the port of its protocol where it names none. */
export function hostAndPort({ protocol, hostname, port }: URL | buildConnector.Options): string {
  return `${hostname}:${port === '' ? (protocol === 'https:' ? '443' : '80') : port}`;
}

/**
 * 1. a host that is an address itself is checked as it is: no name is looked up for it
 * 2. a name is looked up once, every address that it has is checked, and those are connected to: what the name means
 *    a moment later does not matter
 */
export function openDispatcher({ trustedHosts, resolve = systemResolve }: DispatcherOptions): Agent {
  const open = buildConnector({ lookup: lookupBy(resolve) });
  const guarded = buildConnector({ lookup: lookupBy(publicAddresses(resolve)) });
  return new Agent({
    connect: (options, callback) => {
      const { hostname } = options;
      if (trustedHosts.has(hostAndPort(options))) open(options, callback);
      else if (isIP(hostname) !== 0 && !isPublicAddress(hostname))
        callback(new PrivateAddressError(hostname, hostname), null);
      else guarded(options, callback);
    },
  });
}

/** One address that is not public makes the whole name suspect. */
function publicAddresses(resolve: Resolve): Resolve {
  return async (hostname) => {
    const addresses = await resolve(hostname);
    const hidden = addresses.find(({ address }) => !isPublicAddress(address));
    if (hidden !== undefined) throw new PrivateAddressError(hostname, hidden.address);
    return addresses;
  };
}

function lookupBy(resolve: Resolve): LookupFunction {
  return (hostname, { all }, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined) callback(new Error(`${hostname} has no address`), '', 0);
        else if (all === true) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      },
      (error: unknown) => {
        callback(error as NodeJS.ErrnoException, '', 0);
      },
    );
  };
}
