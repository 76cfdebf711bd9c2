import type { Candidate, CandidateFilter } from '../../domain/candidate.ts';
import type {
  CandidateById,
  CandidateChanges,
  CandidateSearch,
  ForgetsVacancies,
  Organisations,
  VacancyById,
  VacancyChanges,
  VacancySearch,
  VacancySnapshot,
} from '../../domain/capabilities.ts';
import type { Fetched } from '../../domain/fetched.ts';
import type { Organisation, OrganisationFilter } from '../../domain/organisation.ts';
import type { CandidatePlan, ChangeRequest, VacancyPlan } from '../../domain/slice.ts';
import type { Vacancy } from '../../domain/vacancy.ts';
import type { VacancyFilter, VacancyOrder } from '../../domain/vacancy-filter.ts';
import { asSource, sourceFailure } from '../shared/failure.ts';
import { rateLimitOf } from '../shared/rate-limit.ts';
import type { ConnectedUpstream, RequestScope, Services, Upstream } from '../shared/upstream.ts';
import { ByIds } from './by-ids.ts';
import { planCandidates } from './candidate-search.ts';
import { readChanges } from './changes.ts';
import type { VdabClient } from './client.ts';
import type { VdabConfig } from './config.ts';
import { pushedCriteria } from './filter.ts';
import { vdabProfile } from './profile.ts';
import { openShared, type VdabShared } from './shared.ts';
import { planVacancies, snapshotSlice } from './vacancy-search.ts';

/** VDAB for one operation (VDAB vacancy document and CV document). */
export class VdabDataSource implements ForgetsVacancies, VacancyById, VacancySearch, VacancySnapshot, VacancyChanges, CandidateById, CandidateSearch, CandidateChanges, Organisations {
  readonly source = 'VDAB';
  readonly pushedCriteria = pushedCriteria;
  readonly #shared: VdabShared;
  readonly #scope: RequestScope;
  readonly #vacancies: ByIds<Fetched<Vacancy | null>>;
  readonly #candidates: ByIds<Fetched<Candidate | null>>;

  constructor(shared: VdabShared, scope: RequestScope) {
    this.#shared = shared;
    this.#scope = scope;
    this.#vacancies = new ByIds(async (ids) => (await shared.vacancies.byIds(ids, scope)).map(asResult));
    this.#candidates = new ByIds(async (ids) => (await shared.candidates.byIds(ids, scope)).map(asResult));
  }

  vacancyById(sourceId: string): Promise<Fetched<Vacancy | null>> {
    return this.#vacancies.one(sourceId.toLowerCase());
  }

  vacanciesByIds(sourceIds: readonly string[]): Promise<readonly (Fetched<Vacancy | null> | Error)[]> {
    return this.#vacancies.many(sourceIds.map((sourceId) => sourceId.toLowerCase()));
  }

  async planVacancies(filter: VacancyFilter, order: VacancyOrder): Promise<VacancyPlan> {
    return planVacancies(filter, order, this.#shared, this.#scope, (ids) => this.vacanciesByIds(ids));
  }

  vacancySnapshot(date: string, request: { offset: number; limit: number }) {
    return asSource('VDAB', () => snapshotSlice(this.#shared.client.initialVacancies(date, this.#scope), request));
  }

  vacancyChanges(request: ChangeRequest) {
    return this.#changes(request, this.#shared.client.changedVacancies);
  }

  candidateById(sourceId: string): Promise<Fetched<Candidate | null>> {
    return this.#candidates.one(sourceId.toLowerCase());
  }

  async planCandidates(filter: CandidateFilter): Promise<CandidatePlan> {
    return planCandidates(filter, this.#shared, this.#scope, (ids) => this.#candidates.many(ids.map((id) => id.toLowerCase())));
  }

  candidateChanges(request: ChangeRequest) {
    return this.#changes(request, this.#shared.client.changedCandidates);
  }

  async organisations(filter: OrganisationFilter) {
    return this.#shared.suppliers.list(filter, this.#scope);
  }

  async organisationByCode(code: string): Promise<Organisation | null> {
    return this.#shared.suppliers.get(code, this.#scope);
  }

  forgetVacancies(sourceIds: readonly string[]): Promise<void> {
    const ids = sourceIds.map((sourceId) => sourceId.toLowerCase());
    for (const id of ids) this.#vacancies.clear(id);
    return this.#shared.vacancies.forget(ids);
  }

  #changes(request: ChangeRequest, read: VdabClient['changedVacancies']) {
    const { config, now, warn } = this.#shared;
    return asSource('VDAB', () => readChanges(request, { windowDays: config.bulkWindowDays, read: (window, paging) => read(window, paging, this.#scope), now, warn }));
  }
}

function asResult<T>(found: Fetched<T> | Error): Fetched<T> | Error {
  return found instanceof Error ? sourceFailure('VDAB', found) : found;
}

/** The door of VDAB. */
export const vdab: Upstream<VdabConfig> = {
  profile: vdabProfile,
  connect(config: VdabConfig, services: Services): ConnectedUpstream {
    const shared = openShared(config, services);
    return {
      open: (scope) => new VdabDataSource(shared, scope),
      healthy: () => shared.client.healthy(),
      rateLimit: () => rateLimitOf(shared.client.limit()),
      ...(config.pollMs !== null && { pollMs: config.pollMs }),
      close: () => shared.client.close(),
    };
  },
};
