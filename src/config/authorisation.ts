import { group } from './group.ts';
import { wholeNumber } from './values.ts';

/** What is kept of who read what. */
export interface AuthorisationConfig {
  /** How long it is kept who read which candidates, days. */
  readonly candidateReadsDays: number;
}

export const authorisationGroup = group({
  shape: { CANDIDATE_READS_DAYS: wholeNumber(30, 3650).default(365) },
  configOf: (env): AuthorisationConfig => ({ candidateReadsDays: env.CANDIDATE_READS_DAYS }),
});
