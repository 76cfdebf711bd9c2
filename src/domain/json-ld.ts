import type { Location } from './location.ts';
import type { Vacancy } from './vacancy.ts';

const salaryUnits = { HOUR: 'HOUR', DAY: 'DAY', WEEK: 'WEEK', MONTH: 'MONTH', YEAR: 'YEAR' } as const;

/**
 * The vacancy as a schema.org JobPosting, with what the source states and nothing else.
 * Null where the source forbids republication, or where what schema.org and search engines require is not known: title,
 * description, date posted, hiring organisation and a place of work.
 */
export function jobPostingOf(vacancy: Vacancy): Record<string, unknown> | null {
  const { title, description, organisation, location } = vacancy;
  const datePosted = vacancy.publishedAt?.toISOString() ?? vacancy.publishedOn;
  if (!vacancy.mayRepublish || title === null || description === null || organisation?.name === undefined || organisation.name === null || datePosted === null) return null;
  const place = location === null ? null : placeOf(location);
  if (place === null) return null;
  const { identifier, ...rest } = {
    identifier: vacancy.sourceId,
    employmentType: vacancy.employment.types.length === 0 ? undefined : vacancy.employment.types,
    validThrough: vacancy.closesAt?.toISOString() ?? vacancy.closesOn ?? undefined,
    url: vacancy.url ?? undefined,
    totalJobOpenings: vacancy.openings ?? undefined,
    jobStartDate: vacancy.startsOn ?? undefined,
    baseSalary: salaryOf(vacancy),
  };
  return withoutUndefined({
    '@context': 'https://schema.org/',
    '@type': 'JobPosting',
    title,
    description: description.html,
    datePosted,
    identifier: { '@type': 'PropertyValue', name: vacancy.source, value: identifier },
    hiringOrganization: { '@type': 'Organization', name: organisation.name },
    jobLocation: place,
    ...rest,
  });
}

function placeOf(location: Location): Record<string, unknown> | null {
  if (location.city === null && location.countryCode === null) return null;
  return withoutUndefined({
    '@type': 'Place',
    address: withoutUndefined({
      '@type': 'PostalAddress',
      streetAddress: [location.street, location.houseNumber, location.box].filter((part) => part !== null).join(' ') || undefined,
      postalCode: location.postalCode ?? undefined,
      addressLocality: location.city ?? undefined,
      addressRegion: location.subdivisionCode ?? undefined,
      addressCountry: location.countryCode ?? undefined,
    }),
    geo: location.point === null ? undefined : { '@type': 'GeoCoordinates', ...location.point },
  });
}

/** A salary whose period the source does not state says nothing that a search engine may show. */
function salaryOf({ employment: { salaryMin, salaryMax, salaryPeriod } }: Vacancy): Record<string, unknown> | undefined {
  const currency = salaryMin?.currency ?? salaryMax?.currency;
  if (salaryPeriod === null || currency === undefined) return undefined;
  return {
    '@type': 'MonetaryAmount',
    currency,
    value: withoutUndefined({ '@type': 'QuantitativeValue', minValue: salaryMin?.amount, maxValue: salaryMax?.amount, unitText: salaryUnits[salaryPeriod] }),
  };
}

function withoutUndefined(value: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([, part]) => part !== undefined));
}
