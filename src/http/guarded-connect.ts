import { lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { mayReach, type Reach } from './reach.ts';

/** A host name led to, or was, an address that the call may not reach. Nothing was connected to. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** Finds a host's addresses as `dns.lookup` does with `all`. */
export type Lookup = (host: string, found: (error: Error | null, addresses: readonly { readonly address: string; readonly family: number }[]) => void) => void;

export interface GuardOptions {
  readonly reach: Reach;
  readonly timeoutMs: number;
  /** The system's unless a test says otherwise. */
  readonly lookup?: Lookup;
  /** Certificates to trust beside none of the system's; the system's by default. */
  readonly ca?: string;
}

const bySystem: Lookup = (host, found) => systemLookup(host, { all: true }, (error, addresses) => found(error, addresses ?? []));

/**
 * Connects to addresses within reach only. The addresses that are judged are those that are connected to: between a check of one's own
 * and the connection a name may come to lead elsewhere. One address out of reach refuses the name.
 */
export function guardedConnect({ reach, timeoutMs, lookup = bySystem, ca }: GuardOptions): buildConnector.connector {
  const guardedLookup: LookupFunction = (host, options, done) => {
    lookup(host, (error, addresses) => {
      if (error !== null) return done(error, '');
      const wanted = addresses.filter(({ family }) => options.family === undefined || options.family === 0 || options.family === family || options.family === `IPv${family}`);
      const [first] = wanted;
      if (first === undefined) return done(Object.assign(new Error('the name has no address'), { code: 'ENOTFOUND' }), '');
      if (addresses.some(({ address }) => !mayReach(address, reach))) return done(new AddressRefused('the name leads to an address out of reach'), '');
      if (options.all === true) return done(null, wanted.map(({ address, family }) => ({ address, family })));
      return done(null, first.address, first.family);
    });
  };
  const connect = buildConnector({ timeout: timeoutMs, allowH2: false, minVersion: 'TLSv1.2', lookup: guardedLookup, ...(ca !== undefined && { ca }) });
  return (options, callback) => {
    // A host that is an address is looked up by nobody.
    if (isIP(options.hostname) !== 0 && !mayReach(options.hostname, reach)) return callback(new AddressRefused('the address is out of reach'), null);
    return connect(options, callback);
  };
}
