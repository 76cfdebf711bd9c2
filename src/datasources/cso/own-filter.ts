import { z } from 'zod';
import { BadInput } from '../../domain/errors.ts';
import type { VacancyFilter } from '../../domain/vacancy-filter.ts';
import { flag, instant, listOf, numberWithin, ownFilter, text, texts } from '../shared/own-filter.ts';
import { csoOrderFields, type JobCriteria } from './criteria.ts';
import type { CsoEnumerations } from './enumerations.ts';
import type { CsoList } from './lists.ts';
import type { CsoOrganisations } from './organisations.ts';

const maxSalary = 1_000_000;

/** `CsoJobFilter`: the filter of getJobs, field for field. */
export const csoFilter = ownFilter(
  {
    keywords: text,
    name: text,
    educationLevels: texts,
    jobBranches: texts,
    jobCategories: texts,
    regions: texts,
    contractTypes: texts,
    payScales: texts,
    salaryMin: numberWithin(0, maxSalary),
    salaryMax: numberWithin(0, maxSalary),
    organisations: texts,
    sectors: texts,
    publicationStatuses: texts,
    publicationFrom: instant,
    publicationTo: instant,
    onlineOnly: flag,
    orderBy: listOf(z.object({ by: z.enum(csoOrderFields), descending: z.boolean().nullish().transform((value) => value ?? false) })),
  },
  ({ salaryMin, salaryMax, publicationFrom, publicationTo }) => {
    if (salaryMin !== null && salaryMax !== null && salaryMin > salaryMax) return { criterion: 'salaryMax', problem: 'is below "salaryMin"' };
    if (publicationFrom !== null && publicationTo !== null && publicationFrom > publicationTo) return { criterion: 'publicationTo', problem: 'is before "publicationFrom"' };
    return null;
  },
);

export type CsoJobFilter = ReturnType<typeof csoFilter.read>;

/** What a filter asks of CSO alone; null where it asks nothing. @throws BadInput */
export function csoFilterOf({ own }: VacancyFilter): CsoJobFilter | null {
  return own.CSO === undefined ? null : csoFilter.read(own.CSO, ['filter', 'cso']);
}

/** The part of `CsoJobFilter` that holds codes of the thirteen lists, by its list. */
const listOfCriterion = {
  educationLevels: 'educationLevels',
  jobBranches: 'jobBranches',
  jobCategories: 'jobCategories',
  regions: 'regions',
  contractTypes: 'contractTypes',
  payScales: 'payScales',
  publicationStatuses: 'jobPublicationStatuses',
} as const satisfies Partial<Record<keyof CsoJobFilter, CsoList>>;
type CodedCriterion = keyof typeof listOfCriterion;
const codedCriteria: readonly CodedCriterion[] = ['educationLevels', 'jobBranches', 'jobCategories', 'regions', 'contractTypes', 'payScales', 'publicationStatuses'];

const maxQuotedLength = 40;

export function namesListCodes(own: CsoJobFilter): boolean {
  return codedCriteria.some((criterion) => own[criterion] !== null);
}

export function namesOrganisations(own: CsoJobFilter): boolean {
  return own.organisations !== null || own.sectors !== null;
}

/** An empty list matches nothing here; CSO would take it for no criterion at all. */
export function matchesNothing(own: CsoJobFilter): boolean {
  return Object.values(own).some((value) => Array.isArray(value) && value.length === 0 && value !== own.orderBy);
}

/** CSO's own filter as it is sent. */
export function criteriaFromOwnFilter(own: CsoJobFilter): JobCriteria {
  const { publicationFrom, publicationTo, orderBy: _order, ...same } = own;
  return { ...same, periodStart: publicationFrom?.getTime() ?? null, periodEnd: publicationTo?.getTime() ?? null };
}

/**
 * Refuses codes that CSO does not have. Sectors are in no list: they are checked where organisations carry theirs.
 * @param enumerations null where the filter names no code of a list, `organisations` where it names none of those
 * @throws BadInput naming the criterion and the code
 */
export function checkOwnFilter(own: CsoJobFilter, enumerations: CsoEnumerations | null, organisations: CsoOrganisations | null): void {
  for (const criterion of codedCriteria) {
    const list = listOfCriterion[criterion];
    for (const code of own[criterion] ?? []) if (enumerations?.find(list, code) === null) throw unknownCode(criterion, code, `CSO's ${list}`);
  }
  for (const code of own.organisations ?? []) if (organisations?.find(code) === null) throw unknownCode('organisations', code, "CSO's organisations");
  for (const code of own.sectors ?? []) {
    if (organisations !== null && organisations.sectors.size > 0 && !organisations.sectors.has(code)) throw unknownCode('sectors', code, "the sectors of CSO's organisations");
  }
}

function unknownCode(criterion: string, code: string, of: string): BadInput {
  return new BadInput(['filter', 'cso', criterion], `names ${JSON.stringify(code.slice(0, maxQuotedLength))}, which is not among ${of}`);
}
