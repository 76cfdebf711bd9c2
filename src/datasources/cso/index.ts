import type { Enumerations, FacetCount, Organisations, Posts, Sought, VacancyById, VacancyFacet, VacancyFacets, VacancySearch } from '../../domain/capabilities.ts';
import type { Enumeration, EnumerationValue } from '../../domain/enumeration.ts';
import type { Fetched } from '../../domain/fetched.ts';
import type { VacancyFields } from '../../domain/fields.ts';
import type { Draft } from '../../domain/posting/drafts.ts';
import type { Finding, SendOutcome } from '../../domain/posting/outcome.ts';
import type { Organisation, OrganisationFilter } from '../../domain/organisation.ts';
import type { VacancyPlan } from '../../domain/slice.ts';
import type { Vacancy } from '../../domain/vacancy.ts';
import type { VacancyFilter, VacancyOrder } from '../../domain/vacancy-filter.ts';
import { rateLimitOf } from '../shared/rate-limit.ts';
import type { ConnectedUpstream, RequestScope, Services, Upstream } from '../shared/upstream.ts';
import type { CsoConfig } from './config.ts';
import { asCso } from './failure.ts';
import { pushedCriteria } from './filter.ts';
import { findJob } from './find-job.ts';
import { JobLoader } from './job-loader.ts';
import { findOrganisations } from './organisation-search.ts';
import { changeJob, postJob, removeJob } from './posting.ts';
import { csoProfile } from './profile.ts';
import { countByFacet, planVacancies } from './search.ts';
import { type CsoShared, openShared } from './shared.ts';

/** CSO for one operation (CSO document, 5). */
export class CsoDataSource implements VacancyById, VacancySearch, VacancyFacets, Organisations, Enumerations, Posts {
  readonly source = 'CSO';
  readonly pushedCriteria = pushedCriteria;
  readonly #shared: CsoShared;
  readonly #scope: RequestScope;
  readonly #jobs: JobLoader;

  constructor(shared: CsoShared, scope: RequestScope) {
    this.#shared = shared;
    this.#scope = scope;
    this.#jobs = new JobLoader(shared, scope);
  }

  vacancyById(sourceId: string, fields: VacancyFields): Promise<Fetched<Vacancy | null>> {
    return this.#jobs.load(sourceId, fields);
  }

  planVacancies(filter: VacancyFilter, order: VacancyOrder): Promise<VacancyPlan> {
    return asCso(() => planVacancies(filter, order, this.#shared, this.#scope));
  }

  vacancyFacets(by: VacancyFacet, filter: VacancyFilter): Promise<Fetched<readonly FacetCount[]>> {
    return asCso(() => countByFacet(by, filter, this.#shared, this.#scope));
  }

  organisations(filter: OrganisationFilter) {
    return asCso(async () => ({ ...(await findOrganisations(filter, this.#shared, this.#scope)), complete: true }));
  }

  organisationByCode(code: string): Promise<Organisation | null> {
    return asCso(async () => (await this.#shared.reference.organisations(this.#scope)).value.find(code));
  }

  enumerations({ kinds, names }: { kinds: readonly string[] | null; names: readonly string[] | null }): Promise<Fetched<readonly Enumeration[]>> {
    return asCso(async () => {
      const { value, ...freshness } = await this.#shared.reference.enumerations(this.#scope);
      return { ...freshness, value: value.all.filter(({ kind, name }) => (kinds?.includes(kind) ?? true) && (names?.includes(name) ?? true)) };
    });
  }

  enumerationValue(list: string, code: string): Promise<EnumerationValue | null> {
    return asCso(async () => (await this.#shared.reference.enumerations(this.#scope)).value.find(list, code));
  }

  post(draft: Draft): Promise<SendOutcome> {
    return postJob(draft, this.#shared, this.#scope);
  }

  change(upstreamId: string, draft: Draft): Promise<SendOutcome> {
    return changeJob(upstreamId, draft, this.#shared, this.#scope);
  }

  withdraw(upstreamId: string): Promise<SendOutcome> {
    return removeJob(upstreamId, this.#shared, this.#scope);
  }

  find(draft: Draft, sought: Sought = {}): Promise<Finding> {
    return findJob(draft, sought, this.#shared, this.#scope);
  }
}

/** The door of CSO. */
export const cso: Upstream<CsoConfig> = {
  profile: csoProfile,
  connect(config: CsoConfig, services: Services): ConnectedUpstream {
    const shared = openShared(config, services);
    return {
      open: (scope) => new CsoDataSource(shared, scope),
      healthy: () => shared.client.healthy(),
      rateLimit: () => rateLimitOf(shared.client.rateLimit()),
      close: () => shared.client.close(),
    };
  },
};
