import { dayInAmsterdam } from './amsterdam.ts';
import { eqfOverlaps } from './crosswalk/eqf.ts';
import { nutsCovers } from './crosswalk/nuts.ts';
import { globalId } from './ids.ts';
import { distanceKm } from './location.ts';
import type { Vacancy } from './vacancy.ts';
import type { VacancyCriterion, VacancyFilter } from './vacancy-filter.ts';

const dayMs = 24 * 60 * 60 * 1000;

/**
 * Whether a vacancy meets the named criteria of a filter, judged by what it says of itself: a vacancy that does not
 * state what a criterion asks about does not meet it.
 * @param nowMs the present, for criteria relative to it
 */
export function matchesLocally(vacancy: Vacancy, filter: VacancyFilter, criteria: readonly VacancyCriterion[], nowMs: number): boolean {
  return criteria.every((criterion) => meets(vacancy, filter, criterion, nowMs));
}

function meets(vacancy: Vacancy, filter: VacancyFilter, criterion: VacancyCriterion, nowMs: number): boolean {
  switch (criterion) {
    case 'keywords':
      return containsWords([vacancy.title, vacancy.description?.searchable, vacancy.requirements?.searchable], filter.keywords ?? '');
    case 'title':
      return containsWords([vacancy.title], filter.title ?? '');
    case 'nuts':
      return [...nutsOf(vacancy), ...countriesOf(vacancy)].some((code) => filter.nuts?.some((wanted) => nutsCovers(wanted, code)));
    case 'countryCodes':
      return countriesOf(vacancy).some((code) => filter.countryCodes?.some((wanted) => wanted.toUpperCase() === code));
    case 'postalCodes':
      return filter.postalCodes?.some((wanted) => postalCodeMatches(vacancy.location?.postalCode ?? null, wanted)) ?? false;
    case 'eqfLevels':
      return vacancy.education.some(({ eqf }) => eqf !== null && filter.eqfLevels?.some((level) => eqfOverlaps(eqf, level)));
    case 'employmentTypes':
      return vacancy.employment.types.some((type) => filter.employmentTypes?.includes(type));
    case 'organisationIds':
      return vacancy.organisation !== null && (filter.organisationIds?.includes(globalId(vacancy.source, 'organisation', vacancy.organisation.code)) ?? false);
    case 'publishedFrom':
      return compareToInstant(vacancy, filter.publishedFrom) >= 0;
    case 'publishedTo':
      return compareToInstant(vacancy, filter.publishedTo) <= 0;
    case 'publishedWithinDays':
      return compareToInstant(vacancy, new Date(nowMs - (filter.publishedWithinDays ?? 0) * dayMs)) >= 0 && compareToInstant(vacancy, new Date(nowMs)) <= 0;
    case 'near': {
      const point = vacancy.location?.point ?? null;
      return point !== null && filter.near !== null && distanceKm(point, filter.near) <= filter.near.km;
    }
    case 'statuses':
      return filter.statuses?.includes(vacancy.status) ?? false;
    case 'salaryMin':
      return monthlySalary(vacancy) >= (filter.salaryMin ?? 0);
  }
}

/** Every word of the query stands in one of the texts, case and accents aside. */
function containsWords(texts: readonly (string | null | undefined)[], query: string): boolean {
  const haystack = fold(texts.filter((text) => typeof text === 'string').join('\n'));
  return fold(query).split(/\s+/).every((word) => haystack.includes(word));
}

function fold(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{Mark}/gu, '').toLowerCase();
}

function nutsOf(vacancy: Vacancy): string[] {
  return [vacancy.location?.nuts?.code, ...(vacancy.location?.regions ?? []).map((region) => region.nuts?.code)].filter((code) => code !== undefined);
}

function countriesOf(vacancy: Vacancy): string[] {
  const codes = [vacancy.location?.countryCode, ...(vacancy.location?.regions ?? []).map((region) => region.countryCode)];
  return codes.filter((code) => code !== undefined && code !== null);
}

/** `1012` covers `1012AB`; blanks do not count. */
function postalCodeMatches(postalCode: string | null, wanted: string): boolean {
  return postalCode !== null && compact(postalCode).startsWith(compact(wanted));
}

function compact(postalCode: string): string {
  return postalCode.replaceAll(/\s/g, '').toUpperCase();
}

/**
 * Negative where the vacancy was published before the instant. Where the source gives a date without a time, days are
 * compared (the instant's day in Dutch and Flemish time), so that a vacancy of that very day is within the bound.
 */
function compareToInstant(vacancy: Vacancy, instant: Date | null): number {
  if (instant === null) return Number.NaN;
  if (vacancy.publishedAt !== null) return vacancy.publishedAt.getTime() - instant.getTime();
  if (vacancy.publishedOn === null) return Number.NaN;
  return vacancy.publishedOn.localeCompare(dayInAmsterdam(instant));
}

/** The highest stated salary in EUR a month; below every bound where none is stated. */
function monthlySalary(vacancy: Vacancy): number {
  const { salaryMin, salaryMax, salaryPeriod } = vacancy.employment;
  const money = salaryMax ?? salaryMin;
  if (money === null || money.currency !== 'EUR') return Number.NEGATIVE_INFINITY;
  const hoursAMonth = ((vacancy.employment.hoursMax ?? 38) * 52) / 12;
  switch (salaryPeriod) {
    case 'HOUR':
      return money.amount * hoursAMonth;
    case 'DAY':
      return (money.amount * 5 * 52) / 12;
    case 'WEEK':
      return (money.amount * 52) / 12;
    case 'YEAR':
      return money.amount / 12;
    case 'MONTH':
    case null:
      return money.amount;
  }
}
