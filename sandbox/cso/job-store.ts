import type { Random } from '../kit/random.ts';
import { newCode } from './make-jobs.ts';
import type { CsoJob } from './model.ts';

/** The jobs by code; new ones get a code of their own. References are not unique, as no document says that they are. */
export class JobStore {
  readonly #jobs: Map<string, CsoJob>;
  readonly #random: Random;

  constructor(jobs: readonly CsoJob[], random: Random) {
    this.#jobs = new Map(jobs.map((job) => [job.code, job]));
    this.#random = random;
  }

  /** The newest first. */
  all(): CsoJob[] {
    return [...this.#jobs.values()].toSorted((a, b) => b.createdMs - a.createdMs);
  }

  find(code: string): CsoJob | undefined {
    return this.#jobs.get(code);
  }

  newCode(organisation: string): string {
    return newCode(this.#random, organisation, this.#jobs);
  }

  put(job: CsoJob): void {
    this.#jobs.set(job.code, job);
  }

  remove(code: string): void {
    this.#jobs.delete(code);
  }
}
