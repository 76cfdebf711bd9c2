import type { Candidate, CandidateFilter } from './candidate.ts';
import type { Enumeration, EnumerationValue, LocalisedText } from './enumeration.ts';
import type { Fetched } from './fetched.ts';
import type { CandidateFields, VacancyFields } from './fields.ts';
import type { IndexingOutcome, IndexingReport, WebhookOutcome, WebhookRequest } from './indexing.ts';
import type { Click, FigurePage, FigureReading, Insight, Period } from './insight.ts';
import type { Organisation, OrganisationFilter } from './organisation.ts';
import type { Draft } from './posting/drafts.ts';
import type { Finding, SendOutcome } from './posting/outcome.ts';
import type { ToldVacancy } from './posting/told-vacancy.ts';
import type { CandidatePlan, ChangeRequest, ChangeSlice, Slice, VacancyPlan } from './slice.ts';
import type { Vacancy } from './vacancy.ts';
import type { VacancyCriterion, VacancyFilter, VacancyOrder } from './vacancy-filter.ts';

/** One value of a facet with its number of vacancies. */
export interface FacetCount {
  readonly value: EnumerationValue;
  readonly count: number;
}
export type VacancyFacet = 'REGION' | 'EDUCATION_LEVEL' | 'JOB_BRANCH' | 'JOB_CATEGORY' | 'CONTRACT_TYPE';

export interface VacancyById {
  /**
   * A vacancy by its upstream id, null where there is none. Calls of one operation are batched.
   * @throws SourceFailure
   */
  vacancyById(sourceId: string, fields: VacancyFields): Promise<Fetched<Vacancy | null>>;
  /** The vacancies of a page in the order of their ids, each as `vacancyById` has it or why it could not be read. Absent where nothing is gained by it. */
  vacanciesByIds?(sourceIds: readonly string[], fields: VacancyFields): Promise<readonly (Fetched<Vacancy | null> | Error)[]>;
}
export interface VacancySearch {
  /** Criteria of the unified filter that the upstream itself applies. */
  readonly pushedCriteria: readonly VacancyCriterion[];
  /**
   * Translates the unified filter and the source's own.
   * @throws BadInput for codes that the source does not have
   */
  planVacancies(filter: VacancyFilter, order: VacancyOrder): Promise<VacancyPlan>;
}
export interface VacancyFacets {
  /** Counts by the upstream itself; the filter must need nothing applied here. */
  vacancyFacets(by: VacancyFacet, filter: VacancyFilter): Promise<Fetched<readonly FacetCount[]>>;
}
export interface VacancySnapshot {
  /** The vacancies that were published on a date `YYYY-MM-DD`, ids only. */
  vacancySnapshot(date: string, request: { offset: number; limit: number }): Promise<Slice<Vacancy>>;
}
export interface VacancyChanges {
  vacancyChanges(request: ChangeRequest): Promise<ChangeSlice>;
}
export interface CandidateById {
  /** @throws SourceFailure */
  candidateById(sourceId: string, fields: CandidateFields): Promise<Fetched<Candidate | null>>;
}
export interface CandidateSearch {
  planCandidates(filter: CandidateFilter): Promise<CandidatePlan>;
}
export interface CandidateChanges {
  candidateChanges(request: ChangeRequest): Promise<ChangeSlice>;
}
export interface Organisations {
  /** Every organisation that meets the filter, in a stable order; `complete` is false where only those seen so far are known, which come by their codes. */
  organisations(filter: OrganisationFilter): Promise<Fetched<readonly Organisation[]> & { readonly complete: boolean }>;
  organisationByCode(code: string): Promise<Organisation | null>;
}
export interface Enumerations {
  /** Every list of the source that meets the restriction, values in the source's order. */
  enumerations(only: { kinds: readonly string[] | null; names: readonly string[] | null }): Promise<Fetched<readonly Enumeration[]>>;
  /** One value by its list's name and code, null where there is none. */
  enumerationValue(list: string, code: string): Promise<EnumerationValue | null>;
}
export interface Translations {
  /** Labels of a value in every language that the source has, or in one. */
  translations(value: EnumerationValue, locale: string | null): Promise<readonly LocalisedText[]>;
}

/** What is known of a sending that is looked for, where a reference number is not enough. */
export interface Sought {
  /** It was not sent before this: what is older is not found. Where a second sending could make a second vacancy, it is not absent either. */
  readonly since?: Date;
  /** Upstream ids of other vacancies of the same reference, such as one that was withdrawn. */
  readonly not?: readonly string[];
}

/** A channel that vacancies can be posted on. */
export interface Posts {
  /** Sends a new vacancy, once; never repeated by itself when it may have been done. */
  post(draft: Draft): Promise<SendOutcome>;
  /** Replaces a vacancy of this upstream id; safe to repeat. */
  change(upstreamId: string, draft: Draft): Promise<SendOutcome>;
  /** Takes a vacancy off; one that is gone already counts as accepted. Safe to repeat. */
  withdraw(upstreamId: string): Promise<SendOutcome>;
  /** Looks whether a draft that was sent without an answer arrived, past every cache. Costs upstream calls. */
  find(draft: Draft, sought?: Sought): Promise<Finding>;
}

/** A channel that tells something of the account's vacancies, though it has no way to read one. */
export interface Tells {
  /**
   * What is told of a vacancy, null where it does not show, which it may do late. One reading serves an operation.
   * @throws SourceFailure
   */
  toldOf(upstreamId: string): Promise<ToldVacancy | null>;
}

/** An upstream that wants to hear what became of what it gave to be indexed. */
export interface IndexingReports {
  /** Sends a report, in several calls where it is long; what was sent once is not sent again. An upstream's failure is part of the outcome. */
  reportIndexing(report: IndexingReport): Promise<IndexingOutcome>;
}
/** An upstream that calls back when something changes. */
export interface Webhooks {
  /** Subscribes, once: twice may give two hooks. @throws SourceFailure, after which a hook may exist whose id nobody knows */
  subscribeWebhook(request: WebhookRequest): Promise<WebhookOutcome>;
  /** Takes a hook off; one that is gone already is off. Safe to repeat. @throws SourceFailure */
  unsubscribeWebhook(hookId: string): Promise<void>;
}

/** A source that keeps what it read of vacancies, and can be told that they changed. */
export interface ForgetsVacancies {
  /** Drops what is kept of these vacancies, and of lists that may show them, here and at other replicas. Costs no upstream call. */
  forgetVacancies(sourceIds: readonly string[]): Promise<void>;
}

/** A channel that tells how the account's vacancies do. Pages are read as they are asked for; leaving the loop asks for no more. */
export interface Insights {
  /** A name for whose figures these are: equal for equal accounts as far as can be told, and nothing can be read from it. */
  readonly figuresOf: string;
  /**
   * Totals of each vacancy over a period, null is the source's own.
   * @param from the `next` of an earlier page; null from the start
   * @throws SourceFailure while it is read
   */
  insightPages(period: Period | null, from: string | null, reading?: FigureReading): AsyncIterable<FigurePage<Insight>>;
  /**
   * Single clicks.
   * @param from the `next` of an earlier page; null from the start
   * @throws SourceFailure while it is read
   */
  clickPages(period: Period | null, referenceNumber: string | null, from: string | null): AsyncIterable<FigurePage<Click>>;
}

/** What an upstream can do; each is optional, and what is absent the source cannot. */
export type Capabilities = VacancyById &
  VacancySearch &
  VacancyFacets &
  VacancySnapshot &
  VacancyChanges &
  CandidateById &
  CandidateSearch &
  CandidateChanges &
  Organisations &
  Enumerations &
  Translations &
  Posts &
  Tells &
  IndexingReports &
  Webhooks &
  ForgetsVacancies &
  Insights;

/** Names of capabilities as `SourceInfo.capabilities` tells them, by the method that gives them. */
export const capabilityNames = {
  vacancyById: 'vacancies.byIds',
  planVacancies: 'vacancies.search',
  vacancyFacets: 'vacancies.facets',
  vacancySnapshot: 'vacancies.snapshot',
  vacancyChanges: 'vacancies.changes',
  candidateById: 'candidates.byIds',
  planCandidates: 'candidates.search',
  candidateChanges: 'candidates.changes',
  organisations: 'organisations.list',
  enumerations: 'enumerations.list',
  translations: 'enumerations.translations',
  insightPages: 'insights.list',
  clickPages: 'insights.clicks',
  post: 'posting',
  reportIndexing: 'indexing.reports',
  subscribeWebhook: 'webhooks',
} as const satisfies Partial<Record<keyof Capabilities, string>>;
