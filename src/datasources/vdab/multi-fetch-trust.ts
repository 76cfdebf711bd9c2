import { StatusError } from '../../http/errors.ts';
import type { Services } from '../shared/upstream.ts';

/** How long single GETs stand in for a refused multi-fetch before it is tried again. */
const distrustMs = 60 * 60 * 1000;
/** What an upstream answers to a body or a method that it does not want. */
const refusals: ReadonlySet<number> = new Set([400, 404, 405, 413, 415, 422, 501]);

/**
 * Whether `POST /vacatures` is worth asking. Its body is unpublished: where VDAB refuses what is configured, vacancies are
 * fetched one by one, and an operator is told once.
 */
export class MultiFetchTrust {
  readonly #services: Pick<Services, 'now' | 'warn'>;
  #lostUntil = 0;
  #told = false;

  constructor(services: Pick<Services, 'now' | 'warn'>) {
    this.#services = services;
  }

  isGiven(): boolean {
    return this.#services.now() >= this.#lostUntil;
  }

  /** Whether an error is a refusal of the body, which ends the trust for a while. */
  isLostBy(error: unknown): boolean {
    if (!(error instanceof StatusError) || !refusals.has(error.status)) return false;
    this.#lostUntil = this.#services.now() + distrustMs;
    if (!this.#told) this.#services.warn(`VDAB refuses POST /vacatures as it is configured (${error.status}); vacancies are fetched one by one.`);
    this.#told = true;
    return true;
  }
}
