import type { FastifyInstance, FastifyReply } from 'fastify';
import { comesFirst } from './comes-first.ts';
import type { LoopDelay } from './loop-delay.ts';
import { refuse } from './refusals.ts';
import { endUnreadBody } from './unread-body.ts';

const overloaded = 'The gateway has more to do than it can just now: wait for as many seconds as Retry-After says.';

/** Seconds that who is sent away waits, from 1 to this, so that not all come back at once. */
const longestWaitSeconds = 3;

export interface LoadShedding {
  readonly delay: Pick<LoopDelay, 'ms'>;
  /** Delay of the event loop from which on requests are refused, milliseconds; 0: none ever is. */
  readonly boundMs: number;
  /** Told of each request that was refused. */
  readonly onShed?: (() => void) | undefined;
  /** From 0 up to 1. */
  readonly random?: () => number;
}

/**
 * Which part of the requests is refused at a delay: none up to the bound, all from twice the bound on, and in between as much as it is over.
 * Refusing all or none would swing between an idle gateway and a late one.
 */
export function shareToShed(delayMs: number, boundMs: number): number {
  if (boundMs <= 0) return 0;
  return Math.min(1, Math.max(0, delayMs / boundMs - 1));
}

/**
 * Refuses new requests with 503 and `Retry-After` while the event loop is late: answering them would make every answer late, and then none is
 * of use. What is under way is seen through. Refused before anything of a request is read, but behind the limits of addresses, so that who
 * asks too much is told that, and behind CORS, so that a page may read why.
 */
export function registerLoadShedding(app: FastifyInstance, { delay, boundMs, onShed, random = Math.random }: LoadShedding): void {
  if (boundMs <= 0) return;
  app.addHook('onRequest', (request, reply, done) => {
    const share = shareToShed(delay.ms(), boundMs);
    if (share === 0 || comesFirst(request.url) || random() >= share) return done();
    onShed?.();
    shed(reply, 1 + Math.floor(random() * longestWaitSeconds));
  });
}

/** The code is that of every refusal that passes by waiting; the status tells whose fault it is. */
function shed(reply: FastifyReply, retryAfterSeconds: number): void {
  endUnreadBody(reply);
  void refuse(reply.header('retry-after', String(retryAfterSeconds)), 503, overloaded, 'RATE_LIMITED', { retryAfterSeconds });
}
