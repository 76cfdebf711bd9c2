import type { SandboxOptions } from '../kit/upstream.ts';
import { Random } from '../kit/random.ts';
import { type CegidCandidate, makeCandidates } from './candidates.ts';
import { Referentials } from './referentials.ts';
import { type CegidVacancy, makeVacancies } from './vacancies.ts';

/** The truth that tests compare with: coded values are `{id,label}` here whatever the switches say. */
export interface CegidData {
  readonly vacancies: readonly CegidVacancy[];
  readonly candidates: readonly CegidCandidate[];
  readonly referentials: Referentials;
}

/** 600 vacancies and 300 candidates, times the scale. */
export function makeCegidData({ seed, scale, clock }: SandboxOptions): CegidData {
  const random = new Random(`${seed}:cegid`);
  const referentials = new Referentials();
  const nowMs = clock.now();
  const vacancies = makeVacancies(random, referentials, Math.round(600 * scale), nowMs);
  return { vacancies, candidates: makeCandidates(random, referentials, vacancies, Math.round(300 * scale), nowMs), referentials };
}
