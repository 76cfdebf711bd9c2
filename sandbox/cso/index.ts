import { Random } from '../kit/random.ts';
import type { SandboxOptions, UpstreamDefinition } from '../kit/upstream.ts';
import { type Account, accounts, maySee } from './accounts.ts';
import { type Enumerations, makeEnumerations } from './enumerations.ts';
import { basePath, handle } from './handle.ts';
import { JobStore } from './job-store.ts';
import { Keys } from './keys.ts';
import { makeJobs } from './make-jobs.ts';
import type { CsoJob, CsoOrganisation } from './model.ts';
import { asTheyCome } from './order.ts';
import { makeOrganisations } from './organisations.ts';
import { type CsoSwitches, defaultSwitches } from './switches.ts';
import type { World } from './world.ts';

export type { Account } from './accounts.ts';
export type { Enumeration, Enumerations } from './enumerations.ts';
export type * from './model.ts';
export type { CsoSwitches } from './switches.ts';

/** What the answers are made from. */
export interface CsoData {
  /** As they are now, removed ones gone, the newest first. */
  readonly jobs: readonly CsoJob[];
  readonly organisations: readonly CsoOrganisation[];
  readonly enumerations: Enumerations;
  readonly accounts: readonly Account[];
  /** The jobs that an account may see, in the order of an answer without `orderBy`. */
  jobsFor(username?: string): readonly CsoJob[];
}

export interface CsoUpstream extends UpstreamDefinition {
  readonly switches: CsoSwitches;
  readonly data: CsoData;
  /** Ends the account's live key before its 20 minutes. */
  expireKey(username?: string): void;
  /** The account's key as it lives now; null where there is none. */
  liveKey(username?: string): string | null;
}

const firstUsername = 'sandbox-cso';

/** The CSO JobAPI with its data made from the seed. */
export function createCso(options: SandboxOptions): CsoUpstream {
  const random = new Random(`${options.seed}:cso`);
  const enumerations = makeEnumerations(random);
  const organisations = makeOrganisations(random, options.scale);
  const jobs = new JobStore(makeJobs(random, enumerations, organisations, options.clock.now(), options.scale), random);
  const keys = new Keys(options.clock, new Random(`${options.seed}:cso-keys`));
  const world: World = { clock: options.clock, keys, jobs, enumerations, organisations, switches: defaultSwitches() };
  const data: CsoData = {
    get jobs() {
      return jobs.all();
    },
    organisations,
    enumerations,
    accounts,
    jobsFor(username = firstUsername) {
      const account = accounts.find((each) => each.username === username);
      const external = enumerations.jobPublicationStatuses.codeOf('Extern');
      return account === undefined ? [] : asTheyCome(world).filter((job) => maySee(account, job, external));
    },
  };
  return {
    name: 'cso',
    basePath,
    switches: world.switches,
    data,
    handle: (exchange) => handle(world, exchange),
    environment: (baseUrl) => ({ CSO_BASE_URL: baseUrl, CSO_USERNAME: firstUsername, CSO_PASSWORD: 'sandbox-cso-password' }),
    expireKey: (username = firstUsername) => keys.expire(username),
    liveKey: (username = firstUsername) => keys.live(username),
  };
}
