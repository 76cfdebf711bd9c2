import { hash, randomBytes } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { Plant } from '../plant.ts';

/** Watches who calls a webhook without proof: guesses are counted by address, as wrong keys are, and told to the log at most once a minute. */
export interface ProofWatch {
  /** Which network a request is of, as a name that nothing can be read from. */
  addressOf(request: FastifyRequest): string;
  /** Whether such a proof held here before: it goes on, whatever others at its address guess. */
  isGood(proof: string): boolean;
  /** How many seconds this address is to wait before another proof of it is looked at; null where none. */
  waitSeconds(request: FastifyRequest, proof: string): Promise<number | null>;
  held(proof: string): void;
  /** What held before stays good: a stranger behind the same address could take that away from it. */
  failed(request: FastifyRequest): Promise<void>;
}

export interface ProofWatchOptions extends Pick<Plant, 'rates' | 'addressName' | 'log'> {
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** What the log says with the number of failures. */
  readonly what: Readonly<Record<string, string>>;
}

/** Proofs that are remembered as good. */
const remembered = 10_000;
const quietMs = 60_000;

export function watchProofs({ rates, addressName, log, now, what }: ProofWatchOptions): ProofWatch {
  const good = new LRUCache<string, true>({ max: remembered });
  const salt = randomBytes(32).toString('hex');
  const nameOf = (proof: string) => hash('sha256', salt + proof, 'base64');
  let untold = 0;
  let quietUntil = Number.NEGATIVE_INFINITY;

  return {
    addressOf: (request) => addressName(request.ip),
    isGood: (proof) => good.has(nameOf(proof)),
    async waitSeconds(request, proof) {
      if (good.has(nameOf(proof))) return null;
      const rate = await rates.mayTryKey(addressName(request.ip));
      return rate === null || rate.allowed ? null : rate.retryAfterSeconds;
    },
    held: (proof) => void good.set(nameOf(proof), true),
    async failed(request) {
      untold += 1;
      if (now() >= quietUntil) {
        // Nothing of the call is logged: whoever sent it may have written anything.
        log.warn({ ...what, failed: untold }, 'webhook calls did not prove who sent them');
        untold = 0;
        quietUntil = now() + quietMs;
      }
      await rates.keyFailed(addressName(request.ip));
    },
  };
}
