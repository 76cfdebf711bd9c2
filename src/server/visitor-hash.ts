import { createHmac } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { dayInAmsterdam } from '../domain/amsterdam.ts';
import type { Click } from '../domain/insight.ts';

/** Of hex, no text begins like a formula, which a file for a spreadsheet would have to write in another way than the graph. */
const shownBytes = 12;

/**
 * Who clicked, as a keyed hash of the address: the same for a visitor of an account within a day in Amsterdam, another on the next day
 * and for another account, and without the secret nothing to find the address by. Replicas that share the secret tell the same.
 * A click without an address is a visitor of its own.
 */
export function visitorHash(secret: string): (click: Click, account: string) => string {
  // Apart from every other use of the secret.
  const key = createHmac('sha256', secret).update('visitors of clicks').digest();
  return ({ ip, clickedAt, sourceId }, account) => {
    const who = ip === null ? ['none', sourceId, clickedAt.toISOString()] : ['address', plainAddress(ip)];
    const text = JSON.stringify([account, dayInAmsterdam(clickedAt), ...who]);
    return createHmac('sha256', key).update(text).digest().subarray(0, shownBytes).toString('hex');
  };
}

/** One spelling for each address: IPv6 has many, and writes IPv4 too. */
function plainAddress(ip: string): string {
  return ipaddr.isValid(ip) ? ipaddr.process(ip).toNormalizedString() : ip;
}
