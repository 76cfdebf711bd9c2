import { BadInput } from '../../domain/errors.ts';
import { parseIdOf } from '../../domain/ids.ts';
import type { SourceName } from '../../domain/source-name.ts';
import { anyVacancy, type CegidVacancyFilter, type CsoJobFilter, type Near, type VacancyFilter, type VdabVacancyFilter } from '../../domain/vacancy-filter.ts';
import type { UnsupportedPolicy } from '../../federate/search.ts';
import type { CegidVacancyFilter as CegidInput, CsoJobFilter as CsoInput, NearInput, VacancyFilter as VacancyFilterInput, VdabVacancyFilter as VdabInput } from '../../generated/resolvers.ts';
import { codes, given, inOrder, list, numberWithin, text, texts } from './check.ts';

const maxDays = 3650;
const maxSalary = 1_000_000;
const furthestKm = 1000;

/**
 * The filter of the domain, every criterion checked, before anything is asked of an upstream.
 * @param path where the filter stands in the arguments
 * @throws BadInput naming the criterion that is wrong
 */
export function vacancyFilterOf(input: VacancyFilterInput | null | undefined, path: readonly string[] = ['filter']): VacancyFilter {
  if (input === null || input === undefined) return anyVacancy;
  const at = (name: string) => [...path, name];
  const publishedFrom = given(input.publishedFrom);
  const publishedTo = given(input.publishedTo);
  inOrder(publishedFrom, publishedTo, at('publishedTo'));
  const publishedWithinDays = numberWithin(input.publishedWithinDays, at('publishedWithinDays'), 0, maxDays);
  if (publishedWithinDays !== null && publishedFrom !== null) throw new BadInput(at('publishedWithinDays'), 'cannot be combined with publishedFrom: state the beginning once');
  return {
    keywords: text(input.keywords, at('keywords')),
    title: text(input.title, at('title')),
    nuts: codes(input.nuts, at('nuts'), /^[A-Za-z]{2}[0-9A-Za-z]{0,3}$/, 'NL32'),
    countryCodes: codes(input.countryCodes, at('countryCodes'), /^[A-Z]{2}$/, 'NL'),
    postalCodes: codes(input.postalCodes, at('postalCodes'), /^[0-9A-Za-z][0-9A-Za-z -]{1,9}$/, '1012AB or 2800'),
    eqfLevels: list(input.eqfLevels, at('eqfLevels'), (level, entry) => numberWithin(level, entry, 1, 8)),
    employmentTypes: given(input.employmentTypes),
    organisationIds: list(input.organisationIds, at('organisationIds'), (id, entry) => parseIdOf('organisation', id, entry)),
    publishedFrom,
    publishedTo,
    publishedWithinDays,
    near: nearOf(input.near, at('near')),
    statuses: given(input.statuses),
    salaryMin: numberWithin(input.salaryMin, at('salaryMin'), 0, maxSalary),
    cso: csoFilterOf(input.cso, at('cso')),
    vdab: vdabFilterOf(input.vdab, at('vdab')),
    cegid: cegidFilterOf(input.cegid, at('cegid')),
  };
}

export function unsupportedPolicyOf(input: VacancyFilterInput | null | undefined): UnsupportedPolicy {
  return input?.onUnsupported ?? 'SKIP_SOURCE';
}

/** @throws BadInput where the list is empty */
export function sourcesOf(sources: readonly SourceName[] | null | undefined): readonly SourceName[] | null {
  if (sources === null || sources === undefined) return null;
  if (sources.length === 0) throw new BadInput(['sources'], 'is empty: leave it out to ask all');
  return sources;
}

function nearOf(input: NearInput | null | undefined, path: readonly string[]): Near | null {
  if (input === null || input === undefined) return null;
  numberWithin(input.latitude, [...path, 'latitude'], -90, 90);
  numberWithin(input.longitude, [...path, 'longitude'], -180, 180);
  numberWithin(input.km, [...path, 'km'], 0.1, furthestKm);
  return { latitude: input.latitude, longitude: input.longitude, km: input.km };
}

function csoFilterOf(input: CsoInput | null | undefined, path: readonly string[]): CsoJobFilter | null {
  if (input === null || input === undefined) return null;
  const at = (name: string) => [...path, name];
  const salaryMin = numberWithin(input.salaryMin, at('salaryMin'), 0, maxSalary);
  const salaryMax = numberWithin(input.salaryMax, at('salaryMax'), 0, maxSalary);
  if (salaryMin !== null && salaryMax !== null && salaryMin > salaryMax) throw new BadInput(at('salaryMax'), 'is less than salaryMin');
  const publicationFrom = given(input.publicationFrom);
  const publicationTo = given(input.publicationTo);
  inOrder(publicationFrom, publicationTo, at('publicationTo'));
  return {
    keywords: text(input.keywords, at('keywords')),
    name: text(input.name, at('name')),
    educationLevels: texts(input.educationLevels, at('educationLevels')),
    jobBranches: texts(input.jobBranches, at('jobBranches')),
    jobCategories: texts(input.jobCategories, at('jobCategories')),
    regions: texts(input.regions, at('regions')),
    contractTypes: texts(input.contractTypes, at('contractTypes')),
    payScales: texts(input.payScales, at('payScales')),
    salaryMin,
    salaryMax,
    organisations: texts(input.organisations, at('organisations')),
    sectors: texts(input.sectors, at('sectors')),
    publicationStatuses: texts(input.publicationStatuses, at('publicationStatuses')),
    publicationFrom,
    publicationTo,
    onlineOnly: given(input.onlineOnly),
    orderBy: input.orderBy?.map(({ by, descending }) => ({ by, descending: descending ?? false })) ?? null,
  };
}

function vdabFilterOf(input: VdabInput | null | undefined, path: readonly string[]): VdabVacancyFilter | null {
  if (input === null || input === undefined) return null;
  const at = (name: string) => [...path, name];
  const postalCodes = codes(input.postalCodes, at('postalCodes'), /^\d{4}$/, '2800');
  const distanceKm = numberWithin(input.distanceKm, at('distanceKm'), 0, furthestKm);
  if (distanceKm !== null && postalCodes === null) throw new BadInput(at('distanceKm'), 'needs postalCodes beside it');
  return {
    jobDomains: codes(input.jobDomains, at('jobDomains'), /^JOBCAT\d{2}$/, 'JOBCAT10'),
    postalCodes,
    occupations: texts(input.occupations, at('occupations')),
    competences: texts(input.competences, at('competences')),
    distanceKm,
    experience: texts(input.experience, at('experience')),
    sinceDays: numberWithin(input.sinceDays, at('sinceDays'), 0, maxDays),
    hideDuplicates: given(input.hideDuplicates),
    extra: input.extra ?? null,
  };
}

function cegidFilterOf(input: CegidInput | null | undefined, path: readonly string[]): CegidVacancyFilter | null {
  if (input === null || input === undefined) return null;
  const at = (name: string) => [...path, name];
  const updatedAfter = given(input.updatedAfter);
  const updatedBefore = given(input.updatedBefore);
  inOrder(updatedAfter, updatedBefore, at('updatedBefore'));
  return { references: texts(input.references, at('references')), statuses: texts(input.statuses, at('statuses')), updatedAfter, updatedBefore, q: text(input.q, at('q')) };
}
