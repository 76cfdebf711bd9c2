import type { Context } from '../../context.ts';
import { BadInput } from '../../domain/errors.ts';
import { parseIdOf } from '../../domain/ids.ts';
import type { SourceName } from '../../domain/source-name.ts';
import { anyVacancy, type Near, type VacancyFilter } from '../../domain/vacancy-filter.ts';
import type { UnsupportedPolicy } from '../../federate/search.ts';
import type { NearInput, VacancyFilter as VacancyFilterInput } from '../../generated/resolvers.ts';
import { codes, countryCodes, given, inOrder, list, numberWithin, nutsCodes, text } from './check.ts';

const maxDays = 3650;
const maxSalary = 1_000_000;
const furthestKm = 1000;

/**
 * The filter of the domain, every criterion checked, before anything is asked of an upstream.
 * @param path where the filter stands in the arguments
 * @throws BadInput naming the criterion that is wrong
 */
export function vacancyFilterOf(input: VacancyFilterInput | null | undefined, { sources, lasting }: Pick<Context, 'sources' | 'lasting'>, path: readonly string[] = ['filter']): VacancyFilter {
  if (input === null || input === undefined) return anyVacancy;
  const at = (name: string) => [...path, name];
  const publishedFrom = given(input.publishedFrom);
  const publishedTo = given(input.publishedTo);
  inOrder(publishedFrom, publishedTo, at('publishedTo'));
  const publishedWithinDays = numberWithin(input.publishedWithinDays, at('publishedWithinDays'), 0, maxDays);
  if (publishedWithinDays !== null && publishedFrom !== null) throw new BadInput(at('publishedWithinDays'), 'cannot be combined with publishedFrom: state the beginning once');
  // A span that ends now holds other vacancies a moment later.
  if (publishedWithinDays !== null) lasting.until(0);
  return {
    keywords: text(input.keywords, at('keywords')),
    title: text(input.title, at('title')),
    nuts: nutsCodes(input.nuts, at('nuts')),
    countryCodes: countryCodes(input.countryCodes, at('countryCodes')),
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
    own: sources.ownFilters(input, path),
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
