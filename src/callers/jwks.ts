import { createLocalJWKSet, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import { IssuerUnavailable } from '../domain/errors.ts';

/** The keys of an issuer, as they are fetched, kept and replaced. */
export interface IssuerKeys {
  /** The keys that tokens are checked with now. @throws IssuerUnavailable where there are none */
  current(): Promise<KeySet>;
  /** The keys once more, for a token whose key is not among those; the same where they were fetched too short a while ago. @throws IssuerUnavailable where they cannot be had */
  renewed(known: KeySet): Promise<KeySet>;
}

/** Another object whenever the keys are fetched, so that what was found with it can be told from what would be found now. */
export interface KeySet {
  readonly keyOf: JWTVerifyGetKey;
}

export interface IssuerKeysOptions {
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Told when the issuer does not answer, and when it does again. */
  readonly tell: (what: 'fails' | 'answers', why: string) => void;
}

interface Fetched extends KeySet {
  readonly at: number;
}

const minuteMs = 60_000;
/** How long keys are used without asking again: a key that its issuer takes back stops opening by then. */
const freshMs = 10 * minuteMs;
/** How long they are used while the issuer does not answer, so that its outage is not ours. */
const staleMs = 12 * 60 * minuteMs;
/** Between two fetches for keys that are not known: tokens are made up faster than keys are rotated. */
const cooldownMs = 30_000;
/** After a fetch that failed. */
const retryMs = 5000;
const timeoutMs = 5000;
const maxBytes = 256 * 1024;
const form = z.object({ keys: z.array(z.looseObject({ kty: z.string() })).max(100) });

export function issuerKeys({ url, now, tell }: IssuerKeysOptions): IssuerKeys {
  let kept: Fetched | null = null;
  let failedAt = Number.NEGATIVE_INFINITY;
  let isFailing = false;
  let flight: Promise<Fetched> | null = null;

  async function fetchOnce(): Promise<Fetched> {
    const since = now();
    if (since - failedAt < retryMs) throw new IssuerUnavailable(seconds(failedAt + retryMs - since));
    try {
      kept = { keyOf: createLocalJWKSet(await readKeys(url)), at: since };
      if (isFailing) tell('answers', 'its keys were read');
      isFailing = false;
      return kept;
    } catch (error) {
      failedAt = now();
      if (!isFailing) tell('fails', error instanceof Error ? error.name : 'unknown');
      isFailing = true;
      throw new IssuerUnavailable(seconds(retryMs), { cause: error });
    }
  }

  /** One fetch at a time, for all that wait. */
  function refetch(): Promise<Fetched> {
    flight ??= fetchOnce().finally(() => {
      flight = null;
    });
    return flight;
  }

  return {
    async current() {
      if (kept === null) return refetch();
      const age = now() - kept.at;
      if (age < freshMs) return kept;
      const stale = kept;
      const fetching = refetch().catch((error: unknown) => {
        if (age < staleMs) return stale;
        throw error;
      });
      // Whoever asks while the issuer is known to be away does not wait for it.
      if (!isFailing || age >= staleMs) return fetching;
      void fetching;
      return stale;
    },
    async renewed(known) {
      if (kept !== null && kept !== known) return kept;
      if (kept !== null && now() - kept.at < cooldownMs) return kept;
      return refetch();
    },
  };
}

async function readKeys(url: string): Promise<JSONWebKeySet> {
  const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs), headers: { accept: 'application/jwk-set+json, application/json' } });
  if (!answer.ok) throw new Error(`the keys of the issuer came with status ${answer.status}`);
  const text = await bounded(answer);
  return form.parse(JSON.parse(text));
}

async function bounded({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.byteLength;
    if (length > maxBytes) throw new Error('the keys of the issuer are too many bytes');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function seconds(ms: number): number {
  return Math.max(1, Math.ceil(ms / 1000));
}
