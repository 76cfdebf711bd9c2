import { scryptSync } from 'node:crypto';
import type { Config } from '../config.ts';

/** Some 32 MiB and a tenth of a second for every guess, once at every start. */
const cost = { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 1024 * 1024 };

/**
 * What seals cursors: as configured, else derived from the upstreams' credentials, so that replicas of one configuration open
 * each other's cursors and a restart keeps them. Whoever holds a cursor can try passwords on it without asking anyone; the
 * derivation is slow so that a password a person made up is not found that way.
 */
export function cursorSecretOf({ cursorSecret, upstreams }: Pick<Config, 'cursorSecret' | 'upstreams'>): string {
  if (cursorSecret !== null) return cursorSecret;
  return scryptSync(JSON.stringify(upstreams), 'werkgraph cursors', 32, cost).toString('base64url');
}
