import { Random } from '../kit/random.ts';
import type { Exchange, Reply } from '../kit/exchange.ts';
import type { SandboxOptions, UpstreamDefinition } from '../kit/upstream.ts';
import type { Candidate, CandidateRecord } from './candidate.ts';
import { makeCandidates } from './candidate-data.ts';
import { withDuplicates } from './duplicates.ts';
import { Refusal } from './refusal.ts';
import { route } from './router.ts';
import { Store } from './store.ts';
import { defaultSwitches, switchChoices, type VdabSwitches } from './switches.ts';
import type { Vacancy, VacancyRecord } from './vacancy.ts';
import { dayOf, makeGhosts, makeVacancies } from './vacancy-data.ts';

export type { Candidate, CandidateRecord } from './candidate.ts';
export type { VdabSwitches } from './switches.ts';
export type { GhostRecord, Vacancy, VacancyRecord } from './vacancy.ts';

/** The truth behind the answers, in the order of its making and as it is at the moment of asking. */
export interface VdabData {
  readonly vacancies: readonly VacancyRecord[];
  readonly candidates: readonly CandidateRecord[];
}

/** VDAB's vacancies and CVs on one server, with ways to change them while it runs. */
export interface Vdab extends UpstreamDefinition {
  readonly switches: VdabSwitches;
  readonly data: VdabData;
  /** Changes a vacancy now: a higher `versie`, the given parts, and a row of bulk synchronisation. Throws on an unknown id. */
  updateVacancy(id: string, parts?: Partial<Omit<Vacancy, 'vacatureReferentie' | 'tewerkstellingsadres' | 'versie'>>): void;
  /** Ends a vacancy now, as deleted or with another status that is not published. Throws on an unknown id. */
  removeVacancy(id: string, status?: 'VERWIJDERD' | 'NIET_GEPUBLICEERD' | 'AFGESLOTEN'): void;
  /** Changes a CV now. Throws on an unknown id. */
  updateCandidate(id: string, parts?: Partial<Omit<Candidate, 'cvId' | 'wijzigingsDatum'>>): void;
  /** Deletes a CV now. Throws on an unknown id. */
  removeCandidate(id: string): void;
}

const vacancyCount = 3000;
const candidateCount = 500;

/** The VDAB vacancy API v2 and CV API v1 as their documents describe them, with made-up data. */
export function createVdab(options: SandboxOptions): Vdab {
  const { clock, scale } = options;
  const basePath = '/services/openservices/';
  const switches = defaultSwitches();
  const random = new Random(`${options.seed}:vdab`);
  const store = makeStore(random, scale, clock.now());
  const updateVacancy: Vdab['updateVacancy'] = (id, parts = {}) => {
    const record = known(store.vacancy(id), id);
    const at = clock.now();
    const document: Vacancy = { ...record.document, ...parts, versie: record.document.versie + 1 };
    store.putVacancy({ ...record, document, changes: [...record.changes, at], endedOn: document.status === 'GEPUBLICEERD' ? undefined : (record.endedOn ?? dayOf(at)), bulkStatus: undefined });
  };
  const updateCandidate: Vdab['updateCandidate'] = (id, parts = {}) => {
    const record = known(store.candidate(id), id);
    const at = clock.now();
    store.putCandidate({ ...record, document: { ...record.document, ...parts, wijzigingsDatum: dayOf(at) }, changes: [...record.changes, at], bulkStatus: undefined });
  };
  return {
    name: 'vdab',
    basePath,
    switches,
    choices: switchChoices,
    environment: (baseUrl) => ({ VDAB_BASE_URL: baseUrl, VDAB_CLIENT_ID: 'sandbox-vdab-client-id' }),
    data: {
      get vacancies() {
        return store.vacancies();
      },
      get candidates() {
        return store.candidates();
      },
    },
    updateVacancy,
    removeVacancy: (id, status = 'VERWIJDERD') => updateVacancy(id, { status }),
    updateCandidate,
    removeCandidate: (id) => updateCandidate(id, { status: 'VERWIJDERD' }),
    handle(exchange: Exchange): Reply {
      try {
        return route(basePath, { exchange, store, switches, random, now: clock.now() });
      } catch (error) {
        if (error instanceof Refusal) return error.reply();
        throw error;
      }
    },
  };
}

function makeStore(random: Random, scale: number, now: number): Store {
  const vacancies = makeVacancies(random, Math.max(1, Math.round(vacancyCount * scale)), now);
  const ghosts = makeGhosts(random, vacancies.length, now);
  const candidates = makeCandidates(random, Math.max(1, Math.round(candidateCount * scale)), now);
  return new Store(withDuplicates(random, vacancies), ghosts, candidates);
}

function known<T>(record: T | undefined, id: string): T {
  if (record === undefined) throw new Error(`the sandbox has no ${id}`);
  return record;
}
