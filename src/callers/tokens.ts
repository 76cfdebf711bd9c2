import { hash } from 'node:crypto';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { LRUCache } from 'lru-cache';
import { Unauthenticated } from '../domain/errors.ts';
import { isScope, type Scope } from '../domain/scopes.ts';
import { reservedIds } from './client.ts';
import type { IssuerKeys, KeySet } from './jwks.ts';

/** What a token says of who shows it. */
export interface TokenHolder {
  /** The client's id: `client_id` (RFC 9068), `azp`, else the subject. */
  readonly id: string;
  readonly scopes: ReadonlySet<Scope>;
  /** Whether the token names a client; else it names its subject, who may have chosen that name. */
  readonly isClient: boolean;
}

export interface TokensOptions {
  readonly issuer: string;
  readonly audiences: readonly [string, ...string[]];
  readonly keys: IssuerKeys;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

export interface Tokens {
  /**
   * Who shows the token.
   * @throws Unauthenticated for a token that is not good here and now
   * @throws IssuerUnavailable while that cannot be told
   */
  holderOf(token: string): Promise<TokenHolder>;
}

interface Checked {
  readonly holder: TokenHolder;
  readonly keys: KeySet;
  readonly notAfter: number;
}

/** Longest token, characters; one with groups of a large directory is a few thousand. */
const maxLength = 8192;
/** How far clocks may be apart. */
const toleranceSeconds = 5;
/** Signatures only that nobody can make who can check them: with a shared secret, or none, a published key would open. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
/** What an access token says it is (RFC 9068, 2.1); some issuers say nothing. A token for another purpose says another type. */
const types = /^(?:(?:application\/)?at\+jwt|jwt)$/i;
const remembered = 5000;

/** Access tokens of one issuer, as RFC 9068 has them. A token is checked once and remembered by its hash, for as long as it and the keys last. */
export function acceptTokens({ issuer, audiences, keys, now }: TokensOptions): Tokens {
  const checked = new LRUCache<string, Checked>({ max: remembered });

  async function payloadOf(token: string, { keyOf }: KeySet): Promise<JWTPayload> {
    const options = { algorithms, issuer, audience: [...audiences], requiredClaims: ['exp'], clockTolerance: toleranceSeconds, currentDate: new Date(now()) };
    const { payload, protectedHeader } = await jwtVerify(token, keyOf, options);
    if (protectedHeader.typ !== undefined && !types.test(protectedHeader.typ)) throw new Unauthenticated();
    return payload;
  }

  async function verified(token: string, current: KeySet): Promise<readonly [JWTPayload, KeySet]> {
    try {
      return [await payloadOf(token, current), current];
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    }
    const renewed = await keys.renewed(current);
    if (renewed === current) throw new Unauthenticated();
    return [await payloadOf(token, renewed), renewed];
  }

  return {
    async holderOf(token) {
      if (token.length > maxLength) throw new Unauthenticated();
      const current = await keys.current();
      const name = hash('sha256', token, 'base64');
      const known = checked.get(name);
      if (known !== undefined && known.keys === current && now() < known.notAfter) return known.holder;
      try {
        const [payload, checkedWith] = await verified(token, current);
        const holder = holderIn(payload);
        checked.set(name, { holder, keys: checkedWith, notAfter: ((payload.exp ?? 0) + toleranceSeconds) * 1000 });
        return holder;
      } catch (error) {
        // What is wrong with a token is in jose's errors, and told to nobody.
        if (error instanceof errors.JOSEError) throw new Unauthenticated();
        throw error;
      }
    },
  };
}

/** Whether a text has the form of a signed token: three parts, of which the first is the beginning of a JSON object. */
export function looksLikeToken(text: string): boolean {
  return /^eyJ[\w-]*\.[\w-]*\.[\w-]*$/.test(text);
}

function holderIn(payload: JWTPayload): TokenHolder {
  const { client_id: clientId, azp, sub, scope, scp } = payload;
  const id = [clientId, azp, sub].find((claim) => claim !== undefined);
  if (typeof id !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(id) || reservedIds.includes(id)) throw new Unauthenticated();
  return { id, isClient: clientId !== undefined || azp !== undefined, scopes: new Set([...wordsOf(scope), ...wordsOf(scp)].filter(isScope)) };
}

/** A claim of scopes: one text with blanks between them, or a list. */
function wordsOf(claim: unknown): readonly string[] {
  const texts: readonly unknown[] = Array.isArray(claim) ? claim : [claim];
  return texts.flatMap((text) => (typeof text === 'string' ? text.split(' ') : []));
}
