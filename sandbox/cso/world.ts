import type { MovableClock } from '../kit/clock.ts';
import type { Enumerations } from './enumerations.ts';
import type { JobStore } from './job-store.ts';
import type { Keys } from './keys.ts';
import type { CsoOrganisation } from './model.ts';
import type { CsoSwitches } from './switches.ts';

/** Everything that one function of the API may look at. */
export interface World {
  readonly clock: MovableClock;
  readonly keys: Keys;
  readonly jobs: JobStore;
  readonly enumerations: Enumerations;
  readonly organisations: readonly CsoOrganisation[];
  readonly switches: CsoSwitches;
}
