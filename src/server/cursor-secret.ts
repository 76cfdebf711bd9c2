import { createHash } from 'node:crypto';
import type { Config } from '../config.ts';

/**
 * What seals cursors: as configured, else derived from the upstreams' credentials, so that replicas of one configuration open
 * each other's cursors and a restart keeps them.
 */
export function cursorSecretOf({ cursorSecret, upstreams }: Config): string {
  if (cursorSecret !== null) return cursorSecret;
  return createHash('sha256').update(`werkgraph cursors\n${JSON.stringify(upstreams)}`).digest('base64url');
}
