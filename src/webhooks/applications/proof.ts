import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { refusal } from './refused.ts';

export interface HmacRule {
  /** One, or two while one is being replaced. */
  readonly secrets: readonly string[];
  /** In lower case. */
  readonly header: string;
  readonly algorithm: string;
  readonly encoding: 'hex' | 'base64';
}

/** Whose a key is. */
export interface DeliveryKeys {
  /** The client through whose own account what shows the key comes, null for the server's; undefined for a key that is none. */
  accountOf(key: string): string | null | undefined;
}

export interface ProofRules {
  /** Null where no key is configured. */
  readonly keys: DeliveryKeys | null;
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
  readonly signature: Buffer | null;
}

/** The same words whatever is wrong: whoever guesses is to learn nothing. */
const unproven = () => refusal(401, 'The delivery does not show a valid key or signature.');

/**
 * What the headers prove, before anything of the body is read.
 * @throws Refused with 401 where no body could make up for what they lack
 */
export function shownBy(headers: IncomingHttpHeaders, { keys, hmac, needsBoth }: ProofRules): Shown {
  const [, bearer] = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? [];
  const matched = bearer === undefined ? undefined : keys?.accountOf(bearer);
  const stated = hmac === null ? undefined : headers[hmac.header];
  const signature = typeof stated === 'string' && hmac !== null ? digestIn(stated, hmac) : null;
  if (matched !== undefined && !needsBoth) return { account: matched, keyed: true, signature: null };
  if (signature === null || (needsBoth && matched === undefined)) throw unproven();
  return { account: matched ?? null, keyed: matched !== undefined, signature };
}

/** @throws Refused with 401 where the signature is not that of the body by any of the secrets */
export function requireSigned(body: Uint8Array, signature: Uint8Array, { secrets, algorithm }: HmacRule): void {
  let holds = false;
  for (const secret of secrets) {
    const expected = createHmac(algorithm, secret).update(body).digest();
    if (signature.length === expected.length && timingSafeEqual(signature, expected)) holds = true;
  }
  if (!holds) throw unproven();
}

/** The digest that a header states, null where it cannot be one: nothing of a body is read for it. Some senders name the algorithm before it. */
function digestIn(stated: string, { algorithm, encoding }: HmacRule): Buffer | null {
  const text = stated.trim().replace(/^(?:hmac-?)?sha-?\d+=/i, '');
  const form = encoding === 'hex' ? /^(?:[0-9a-f]{2})+$/i : /^[A-Za-z0-9+/_-]+={0,2}$/;
  const digest = form.test(text) ? Buffer.from(text, encoding) : null;
  return digest?.length === createHash(algorithm).digest().length ? digest : null;
}
