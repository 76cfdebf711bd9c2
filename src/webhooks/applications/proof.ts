import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { refusal } from './refused.ts';

/** A key, and the client through whose own account its deliveries come; null is the server's. */
export interface AccountKey {
  readonly key: string;
  readonly account: string | null;
}

export interface HmacRule {
  /** One, or two while one is being replaced. */
  readonly secrets: readonly string[];
  /** In lower case. */
  readonly header: string;
  readonly algorithm: string;
  readonly encoding: 'hex' | 'base64';
}

export interface ProofRules {
  readonly keys: readonly AccountKey[];
  readonly hmac: HmacRule | null;
  /** Whether a delivery has to show a key and a signature; else either will do. */
  readonly needsBoth: boolean;
}

/** What the headers prove. */
export interface Shown {
  /** Through whose account it comes; null is the server's. */
  readonly account: string | null;
  /** Whether a key says who sends it; else nobody is known before the body is read. */
  readonly keyed: boolean;
  /** The signature that has yet to hold for the body; null where none is needed. */
  readonly signature: string | null;
}

/** The same words whatever is wrong: whoever guesses is to learn nothing. */
const unproven = () => refusal(401, 'The delivery does not show a valid key or signature.');

/**
 * What the headers prove, before anything of the body is read.
 * @throws Refused with 401 where no body could make up for what they lack
 */
export function shownBy(headers: IncomingHttpHeaders, { keys, hmac, needsBoth }: ProofRules): Shown {
  const [, bearer] = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? [];
  const matched = bearer === undefined ? undefined : accountOf(bearer, keys);
  const stated = hmac === null ? undefined : headers[hmac.header];
  const signature = typeof stated === 'string' && stated !== '' ? stated : null;
  if (matched !== undefined && !needsBoth) return { account: matched.account, keyed: true, signature: null };
  if (signature === null || (needsBoth && matched === undefined)) throw unproven();
  return { account: matched?.account ?? null, keyed: matched !== undefined, signature };
}

/** @throws Refused with 401 where the signature is not that of the body by any of the secrets */
export function requireSigned(body: Uint8Array, signature: string, { secrets, algorithm, encoding }: HmacRule): void {
  // Some senders name the algorithm before the digest.
  const given = Buffer.from(signature.trim().replace(/^(?:hmac-?)?sha-?\d+=/i, ''), encoding);
  let holds = false;
  for (const secret of secrets) {
    const expected = createHmac(algorithm, secret).update(body).digest();
    if (given.length === expected.length && timingSafeEqual(given, expected)) holds = true;
  }
  if (!holds) throw unproven();
}

/** Looks at every key, however early one matches, and at their hashes: the time tells neither which nor how far. */
function accountOf(bearer: string, keys: readonly AccountKey[]): AccountKey | undefined {
  const given = hash('sha256', bearer, 'buffer');
  let found: AccountKey | undefined;
  for (const one of keys) if (timingSafeEqual(given, hash('sha256', one.key, 'buffer'))) found = one;
  return found;
}
