import DataLoader from 'dataloader';
import type { Candidate, CandidateFilter } from '../../domain/candidate.ts';
import type {
  CandidateById,
  CandidateChanges,
  CandidateSearch,
  Enumerations,
  ForgetsVacancies,
  IndexingReports,
  Organisations,
  Translations,
  VacancyById,
  VacancyChanges,
  VacancySearch,
  Webhooks,
} from '../../domain/capabilities.ts';
import type { EnumerationValue, LocalisedText } from '../../domain/enumeration.ts';
import type { Fetched } from '../../domain/fetched.ts';
import type { IndexingOutcome, IndexingReport, WebhookOutcome, WebhookRequest } from '../../domain/indexing.ts';
import type { Organisation, OrganisationFilter } from '../../domain/organisation.ts';
import type { CandidatePlan, ChangeRequest, ChangeSlice, VacancyPlan } from '../../domain/slice.ts';
import type { Vacancy } from '../../domain/vacancy.ts';
import type { VacancyFilter, VacancyOrder } from '../../domain/vacancy-filter.ts';
import { asSource } from '../shared/failure.ts';
import type { ConnectedUpstream, RequestScope, Services, Upstream } from '../shared/upstream.ts';
import { readChanges } from './changes.ts';
import type { CegidConfig } from './config.ts';
import { pushedCriteria } from './filter.ts';
import { forgetVacancies } from './forget.ts';
import { candidatesByIds, vacanciesByIds } from './lookup.ts';
import { changeFromApplicant, changeFromVacancy } from './map-change.ts';
import { cegidProfile } from './profile.ts';
import { rateLimitOf } from '../shared/rate-limit.ts';
import type { EnumerationRestriction } from './referentials.ts';
import { reportIndexing } from './reports.ts';
import { planCandidates, planVacancies } from './search.ts';
import { type CegidShared, openShared } from './shared.ts';
import { eventReader } from './webhook.ts';
import { subscribe, unsubscribe } from './webhooks.ts';

/** A Cegid site for one operation (Cegid document). */
export class CegidDataSource
  implements ForgetsVacancies, VacancyById, VacancySearch, VacancyChanges, CandidateById, CandidateSearch, CandidateChanges, Organisations, Enumerations, Translations, IndexingReports, Webhooks
{
  readonly source = 'CEGID';
  readonly pushedCriteria = pushedCriteria;
  readonly #shared: CegidShared;
  readonly #scope: RequestScope;
  readonly #vacancies: DataLoader<string, Fetched<Vacancy | null>>;
  readonly #candidates: DataLoader<string, Fetched<Candidate | null>>;

  constructor(shared: CegidShared, scope: RequestScope) {
    this.#shared = shared;
    this.#scope = scope;
    this.#vacancies = new DataLoader<string, Fetched<Vacancy | null>>((ids) => vacanciesByIds(ids, shared, scope));
    this.#candidates = new DataLoader<string, Fetched<Candidate | null>>((ids) => candidatesByIds(ids, shared, scope));
  }

  vacancyById(sourceId: string): Promise<Fetched<Vacancy | null>> {
    return this.#vacancies.load(sourceId);
  }

  planVacancies(filter: VacancyFilter, order: VacancyOrder): Promise<VacancyPlan> {
    return planVacancies(filter, order, this.#shared, this.#scope);
  }

  vacancyChanges(request: ChangeRequest): Promise<ChangeSlice> {
    const { client, config, vacancy, warn } = this.#shared;
    return asSource('CEGID', () =>
      readChanges(request, {
        pageSize: config.pageSize,
        read: (query) => client.currentVacancies(query, this.#scope),
        changeOf: (row, span) => changeFromVacancy(vacancy(row), span),
        lost: (rows) => warn(`Cegid: ${rows} changed vacancies could not be read.`),
      }),
    );
  }

  candidateById(sourceId: string): Promise<Fetched<Candidate | null>> {
    return this.#candidates.load(sourceId);
  }

  async planCandidates(filter: CandidateFilter): Promise<CandidatePlan> {
    return planCandidates(filter, this.#shared, this.#scope);
  }

  candidateChanges(request: ChangeRequest): Promise<ChangeSlice> {
    const { client, config, warn } = this.#shared;
    return asSource('CEGID', () =>
      readChanges(request, {
        pageSize: config.pageSize,
        read: (query) => client.candidates(query, this.#scope),
        changeOf: changeFromApplicant,
        lost: (rows) => warn(`Cegid: ${rows} changed candidates could not be read.`),
      }),
    );
  }

  async organisations(filter: OrganisationFilter) {
    return this.#shared.organisations.list(filter, this.#scope);
  }

  async organisationByCode(code: string): Promise<Organisation | null> {
    return this.#shared.organisations.get(code, this.#scope);
  }

  enumerations(only: EnumerationRestriction) {
    return asSource('CEGID', () => this.#shared.referentials.all(only, this.#scope));
  }

  enumerationValue(list: string, code: string): Promise<EnumerationValue | null> {
    return asSource('CEGID', () => this.#shared.referentials.value(list, code, this.#scope));
  }

  translations(value: EnumerationValue, locale: string | null): Promise<readonly LocalisedText[]> {
    return asSource('CEGID', () => this.#shared.referentials.translations(value, locale, this.#scope));
  }

  reportIndexing(report: IndexingReport): Promise<IndexingOutcome> {
    return reportIndexing(report, this.#shared.client, this.#shared.config, this.#scope);
  }

  async subscribeWebhook(request: WebhookRequest): Promise<WebhookOutcome> {
    return subscribe(request, this.#shared.client, this.#scope);
  }

  async unsubscribeWebhook(hookId: string): Promise<void> {
    return unsubscribe(hookId, this.#shared.client, this.#scope);
  }

  forgetVacancies(sourceIds: readonly string[]): Promise<void> {
    for (const sourceId of sourceIds) this.#vacancies.clear(sourceId);
    return forgetVacancies(sourceIds, this.#shared);
  }
}

/** The door of Cegid. */
export const cegid: Upstream<CegidConfig> = {
  profile: cegidProfile,
  events: eventReader,
  connect(config: CegidConfig, services: Services): ConnectedUpstream {
    const shared = openShared(config, services);
    return {
      open: (scope) => new CegidDataSource(shared, scope),
      healthy: () => shared.client.healthy(),
      rateLimit: () => rateLimitOf(shared.client.limit()),
      events: eventReader(config),
      close: () => shared.client.close(),
    };
  },
};
