import { randomUUID } from 'node:crypto';
import type { Application } from '../domain/application.ts';
import type { DeliveryAttempt } from '../domain/delivery.ts';
import { endpointProblem } from '../domain/endpoint-url.ts';
import type { Forwarding } from '../callers/index.ts';
import type { Outgoing, OutgoingResult } from '../http/outgoing.ts';
import type { Reach } from '../http/reach.ts';
import { parseRetryAfter } from '../http/retry-after.ts';
import type { AttemptEnd, ClaimedDelivery, Deliveries } from '../store/deliveries.ts';
import { Lane, type LaneOutcome } from './lane.ts';
import { signedMessage } from './message.ts';
import { applicationPayload } from './payload.ts';
import { nextAttemptAt } from './schedule.ts';

export interface ForwarderParts {
  readonly deliveries: Pick<Deliveries, 'due' | 'claim' | 'settle' | 'cancel' | 'release'>;
  /** Null where it was erased. */
  readonly applicationById: (id: number) => Promise<Application | null>;
  readonly endpointOf: (client: string) => Forwarding | null;
  /** Where an application's CV is downloaded; null where the world does not reach this server. */
  readonly resumeUrlOf: (application: Application) => string | null;
  readonly outgoing: Pick<Outgoing, 'post'>;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly random?: () => number;
  /** Told of what nobody expected. */
  readonly unexpected: (error: unknown) => void;
  /** Told each time that a place on a way is free again. */
  readonly ended?: () => void;
  /** How long nobody else takes what this process is sending, milliseconds: longer than a sending takes. */
  readonly leaseMs?: number;
}

/**
 * Sends what is due to the partners whose it is: each delivery at least once, and under the same id every time. Several processes share
 * the work by leases; what one of them dies over is another's when the lease has run out.
 */
export class Forwarder {
  readonly #parts: ForwarderParts;
  readonly #leaseMs: number;
  readonly #random: () => number;
  readonly #lanes = new Map<string, Lane>();
  readonly #sending = new Map<string, Promise<void>>();
  readonly #closing = new AbortController();
  readonly #holder = randomUUID();

  constructor(parts: ForwarderParts) {
    const { leaseMs = 25_000, random = Math.random } = parts;
    this.#parts = parts;
    this.#leaseMs = leaseMs;
    this.#random = random;
  }

  /** Begins to send what is due and has a free place on its way. @returns how many were begun */
  async begin(): Promise<number> {
    const { deliveries, now } = this.#parts;
    let begun = 0;
    for (const client of await deliveries.due()) {
      const lane = this.#laneOf(client);
      const limit = lane.free(now());
      if (limit === 0 || this.#closing.signal.aborted) continue;
      const claimed = await deliveries.claim({ client, limit, holder: this.#holder, leaseMs: this.#leaseMs });
      for (const delivery of claimed) this.#start(delivery, lane);
      begun += claimed.length;
    }
    return begun;
  }

  /** Waits until nothing is being sent. */
  async idle(): Promise<void> {
    while (this.#sending.size > 0) await Promise.all(this.#sending.values());
  }

  /** Begins nothing more, breaks off what is being sent, and gives it back: it is due at once, to whoever asks. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.idle();
  }

  #laneOf(client: string): Lane {
    const known = this.#lanes.get(client);
    if (known !== undefined) return known;
    const lane = new Lane();
    this.#lanes.set(client, lane);
    return lane;
  }

  #start(delivery: ClaimedDelivery, lane: Lane): void {
    lane.begin();
    this.#sending.set(delivery.id, this.#carry(delivery, lane));
  }

  async #carry(delivery: ClaimedDelivery, lane: Lane): Promise<void> {
    const { now, unexpected, ended } = this.#parts;
    let outcome: LaneOutcome | null = null;
    try {
      outcome = await this.#send(delivery);
    } catch (error) {
      // The store is away: the delivery is tried again once its lease has run out.
      unexpected(error);
    }
    lane.end(outcome, now());
    this.#sending.delete(delivery.id);
    ended?.();
  }

  /** @returns null where nothing was tried */
  async #send(delivery: ClaimedDelivery): Promise<LaneOutcome | null> {
    const { applicationById, deliveries, endpointOf, now } = this.#parts;
    const application = await applicationById(delivery.applicationId);
    if (application === null) {
      await deliveries.cancel(delivery.id);
      return null;
    }
    const startedAt = now();
    const beganAt = performance.now();
    const outcome = await this.#post(delivery, application, endpointOf(delivery.client), startedAt);
    if (outcome === 'given back') {
      await deliveries.release([delivery.id], this.#holder);
      return null;
    }
    const { fault, httpStatus } = outcome;
    const attempt: DeliveryAttempt = { at: new Date(startedAt), durationMs: Math.round(performance.now() - beganAt), httpStatus, fault };
    await deliveries.settle(delivery, this.#holder, attempt, this.#endOf(delivery, startedAt, outcome));
    return outcome;
  }

  async #post({ id }: ClaimedDelivery, application: Application, endpoint: Forwarding | null, at: number): Promise<LaneOutcome | 'given back'> {
    const { outgoing, resumeUrlOf, unexpected } = this.#parts;
    // It may be stated again, and mended, while the tries go on.
    if (endpoint === null || endpointProblem(endpoint) !== null) return { fault: 'NOT_CONFIGURED', httpStatus: null, retryAfterMs: null };
    try {
      const { headers, body } = signedMessage(id, at, JSON.stringify(applicationPayload(application, resumeUrlOf(application))), endpoint.secrets);
      const result = await outgoing.post({ url: endpoint.url, reach: reachOf(endpoint), headers, body, signal: this.#closing.signal });
      return outcomeOf(result, at);
    } catch (error) {
      unexpected(error);
      return { fault: 'INTERNAL', httpStatus: null, retryAfterMs: null };
    }
  }

  #endOf({ failures, firstTriedAt }: ClaimedDelivery, at: number, { fault, retryAfterMs }: LaneOutcome): AttemptEnd {
    if (fault === null) return { status: 'DELIVERED' };
    const next = nextAttemptAt({ fault, at, failures, firstTriedAt: firstTriedAt?.getTime() ?? at, retryAfterMs }, this.#random);
    return next === null ? { status: 'FAILED' } : { status: 'PENDING', nextAttemptAt: new Date(next) };
  }
}

/** How far calls to an endpoint may reach. Plain http never leaves the machine. */
function reachOf({ url, allowPrivate }: Pick<Forwarding, 'url' | 'allowPrivate'>): Reach {
  if (!allowPrivate) return 'public';
  return URL.parse(url)?.protocol === 'http:' ? 'loopback' : 'private';
}

function outcomeOf(result: OutgoingResult, at: number): LaneOutcome | 'given back' {
  if (result.kind === 'failed') return result.fault === 'ABORTED' ? 'given back' : { fault: result.fault, httpStatus: null, retryAfterMs: null };
  const { status: httpStatus, retryAfter } = result;
  const seconds = parseRetryAfter(retryAfter, at);
  const retryAfterMs = seconds === undefined ? null : seconds * 1000;
  if (httpStatus >= 200 && httpStatus < 300) return { fault: null, httpStatus, retryAfterMs };
  if (httpStatus === 410) return { fault: 'GONE', httpStatus, retryAfterMs };
  return { fault: httpStatus >= 300 && httpStatus < 400 ? 'REDIRECT' : 'STATUS', httpStatus, retryAfterMs };
}
