import { hash } from 'node:crypto';
import type { Context } from '../context.ts';
import type { VacancyField, VacancyFields } from '../domain/fields.ts';
import { parseGlobalId } from '../domain/ids.ts';
import { type SourceName, sourceNames } from '../domain/source-name.ts';
import { type Vacancy, vacancy } from '../domain/vacancy.ts';
import type { VacancyCriterion, VacancyFilter, VacancyOrder } from '../domain/vacancy-filter.ts';
import { matchesLocally } from '../domain/vacancy-match.ts';
import { type Capable, chooseSources } from './choose.ts';
import { comparisons } from './order.ts';
import type { PageRequest, VacancyPage } from './page.ts';
import { type Search, searchPage, type UnsupportedPolicy } from './search.ts';
import { fetchVacancies } from './lookup.ts';

/** What is asked of `vacancies`. */
export interface VacancyQuery {
  readonly filter: VacancyFilter;
  readonly policy: UnsupportedPolicy;
  /** Null: every source that can. */
  readonly sources: readonly SourceName[] | null;
}
export interface VacancyListing extends VacancyQuery {
  readonly order: VacancyOrder;
  readonly page: PageRequest;
  readonly fields: VacancyFields;
  /** Whether totals are wanted: they may cost a call of their own. */
  readonly counts: boolean;
}

/** A page of vacancies over several sources. */
export function listVacancies(context: Context, listing: VacancyListing): Promise<VacancyPage> {
  return searchPage(vacancySearch(context, listing), listing.page);
}

/** Fields that every source gives without details: with these alone an id is enough. */
const identity: ReadonlySet<VacancyField> = new Set<VacancyField>(['source', 'sourceId']);

function vacancySearch(context: Context, { filter, policy, sources, order, fields, counts }: VacancyListing): Search<Vacancy, VacancyField, VacancyCriterion> {
  const { able, skipped } = vacancySources(context, sources, filter);
  const bySource = new Map<SourceName, Capable<'planVacancies'>>(able.map((source) => [source.source, source]));
  const compare = comparisons[order];
  return {
    context,
    purpose: `vacancies:${fingerprint({ filter, policy, sources, order })}`,
    sources: able.map(({ source }) => source),
    skipped,
    policy,
    fields: compare === null ? fields : new Set<VacancyField>([...fields, 'publishedAt', 'publishedOn', 'updatedAt', 'updatedOn']),
    values: [...fields].some((field) => !identity.has(field)),
    counts,
    compare,
    plan: async (source) => {
      const found = bySource.get(source);
      if (found === undefined) throw new Error(`${source} was not chosen`);
      return found.planVacancies(filter, order);
    },
    fieldsOf: (criterion) => fieldsOfCriterion[criterion],
    keep: (value, criteria) => matchesLocally(value, filter, criteria, context.now()),
    load: (source, sourceIds) => fetchVacancies(context, source, sourceIds, fields),
    bare: (source, sourceId) => vacancy({ source, sourceId }),
  };
}

/** The sources to ask; ids of organisations leave out the sources of others. */
export function vacancySources(context: Context, sources: readonly SourceName[] | null, { organisationIds }: VacancyFilter) {
  const owners = organisationIds?.map((id, index) => parseGlobalId(id, ['filter', 'organisationIds', String(index)]).source) ?? null;
  if (owners === null) return chooseSources(context.sources, sources, 'planVacancies');
  const named = sources ?? sourceNames;
  const able = chooseSources(context.sources, sources, 'planVacancies').able.filter(({ source }) => owners.includes(source));
  return { able, skipped: chooseSources(context.sources, named.filter((source) => owners.includes(source)), 'planVacancies').skipped };
}

/** What a vacancy must come with to be judged by a criterion here. */
export const fieldsOfCriterion: Readonly<Record<VacancyCriterion, readonly VacancyField[]>> = {
  keywords: ['title', 'description', 'requirements'],
  title: ['title'],
  nuts: ['location', 'location.regions'],
  countryCodes: ['location', 'location.regions'],
  postalCodes: ['location'],
  eqfLevels: ['education'],
  employmentTypes: ['employment'],
  organisationIds: ['organisation'],
  publishedFrom: ['publishedAt', 'publishedOn'],
  publishedTo: ['publishedAt', 'publishedOn'],
  publishedWithinDays: ['publishedAt', 'publishedOn'],
  near: ['location'],
  statuses: ['status'],
  salaryMin: ['employment'],
};

/** A short name for arguments, equal for equal ones. */
export function fingerprint(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64url').slice(0, 22);
}
