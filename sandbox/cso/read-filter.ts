import { invalid } from './fault.ts';
import { codeOf, organisationCode, sectorCode } from './read-codes.ts';
import { sectors } from './organisations.ts';
import { type Read, type TypedObject, amount, flag, listOf, notImplemented, text, typed, wholeFrom } from './typed.ts';
import type { World } from './world.ts';

/** `RemoteJobFilter` (CSO document, 5.12) with codes in place of objects; an empty list restricts nothing, like a missing one. */
export interface JobFilter {
  readonly content: { readonly keywords: string | null; readonly name: string | null } | null;
  readonly detail: DetailFilter | null;
  readonly conditions: ConditionsFilter | null;
  readonly metadata: FilterMetadata | null;
  readonly onlineOnly: boolean;
  readonly organisations: readonly string[];
  readonly sectors: readonly string[];
  readonly publication: PublicationFilter | null;
}

export interface DetailFilter {
  readonly educationLevels: readonly string[];
  readonly jobBranches: readonly string[];
  readonly jobCategories: readonly string[];
  readonly regions: readonly string[];
}

export interface ConditionsFilter {
  readonly contractTypes: readonly string[];
  readonly payScales: readonly string[];
  readonly salaryMin: number | null;
  readonly salaryMax: number | null;
}

export interface PublicationFilter {
  readonly startMs: number | null;
  readonly endMs: number | null;
  readonly statuses: readonly string[];
  readonly sectors: readonly string[];
}

const orderFields = ['statusPublished', 'datePublished', 'daysLeft', 'jobApplicationRetentionMaxDate'] as const;
export type OrderField = (typeof orderFields)[number];

export interface FilterMetadata {
  readonly maxRows: number | null;
  readonly startRow: number | null;
  readonly orderBy: readonly { readonly field: OrderField; readonly descending: boolean }[];
}

export function jobFilter(world: World): Read<JobFilter> {
  return typed('RemoteJobFilter', (filter) => {
    filter.take('includeSubtypes', notImplemented);
    const features = filter.take('featuresFilter', featuresFilter(world));
    const publication = filter.take('publicationDataFilter', publicationFilter(world));
    return {
      content: filter.take('contentFilter', contentFilter),
      detail: features?.detail ?? null,
      conditions: features?.conditions ?? null,
      metadata: filter.take('filterMetadata', filterMetadata(world.switches.startRowBase)),
      onlineOnly: filter.take('onlineOnly', flag) ?? false,
      organisations: codes(filter, 'organisations', organisationCode(world.organisations)),
      sectors: [...sectorsAt(world, filter, 'filter'), ...(publication?.sectors ?? [])],
      publication,
    };
  });
}

const contentFilter = typed('RemoteJobContentFilter', (filter) => ({
  keywords: filter.take('keywords', text),
  name: filter.take('name', text),
}));

function featuresFilter(world: World) {
  return typed('RemoteJobFeaturesFilter', (filter) => ({
    detail: filter.take('detailFilter', detailFilter(world)),
    conditions: filter.take('employmentConditionsFilter', conditionsFilter(world)),
  }));
}

function detailFilter({ enumerations }: World): Read<DetailFilter> {
  return typed('RemoteJobDetailFilter', (filter) => ({
    educationLevels: codes(filter, 'educationLevels', codeOf(enumerations.educationLevels)),
    jobBranches: codes(filter, 'jobBranches', codeOf(enumerations.jobBranches)),
    jobCategories: codes(filter, 'jobCategories', codeOf(enumerations.jobCategories)),
    regions: codes(filter, 'regions', codeOf(enumerations.regions)),
  }));
}

function conditionsFilter({ enumerations }: World): Read<ConditionsFilter> {
  return typed('RemoteEmploymentConditionsFilter', (filter) => ({
    contractTypes: codes(filter, 'contractTypes', codeOf(enumerations.contractTypes)),
    payScales: codes(filter, 'payScales', codeOf(enumerations.payScales)),
    salaryMin: filter.take('salaryMin', amount),
    salaryMax: filter.take('salaryMax', amount),
  }));
}

function publicationFilter(world: World): Read<PublicationFilter> {
  return typed('RemoteJobPublicationDataFilter', (filter) => {
    const period = filter.take('publicationPeriodFilter', periodFilter);
    return {
      startMs: period?.startMs ?? null,
      endMs: period?.endMs ?? null,
      statuses: codes(filter, 'publicationStatuses', codeOf(world.enumerations.jobPublicationStatuses)),
      sectors: sectorsAt(world, filter, 'publicationDataFilter'),
    };
  });
}

const periodFilter = typed('RemoteJobPublicationPeriodFilter', (filter) => {
  const startMs = filter.take('dateStart', wholeFrom(0));
  const endMs = filter.take('dateEnd', wholeFrom(0));
  if (startMs !== null && endMs !== null && endMs < startMs) throw invalid(`${filter.path} ends before it starts`);
  return { startMs, endMs };
});

function filterMetadata(startRowBase: 0 | 1): Read<FilterMetadata> {
  return typed('RemoteFilterMetadata', (metadata) => ({
    maxRows: metadata.take('maxRows', wholeFrom(1)),
    startRow: metadata.take('startRow', wholeFrom(startRowBase)),
    orderBy: metadata.take('orderBy', listOf(orderBy)) ?? [],
  }));
}

const orderBy = typed('RemoteFilterMetadataOrderBy', (order) => {
  order.take('orderByArguments', notImplemented);
  const name = order.take('orderBy', text);
  const field = orderFields.find((each) => name === `publication.publicationSets.${each}`);
  if (field === undefined) throw invalid(`${order.path}.orderBy is none of the four fields: ${name}`);
  return { field, descending: order.take('descending', flag) ?? false };
});

/** Where the switch says that `sectors` stands elsewhere, it is unknown here. */
function sectorsAt({ switches }: World, filter: TypedObject, place: 'filter' | 'publicationDataFilter'): string[] {
  if (switches.sectorsIn !== 'both' && switches.sectorsIn !== place) return [];
  return codes(filter, 'sectors', sectorCode(Object.values(sectors)));
}

function codes(object: TypedObject, key: string, read: Read<string>): string[] {
  return object.take(key, listOf(read)) ?? [];
}
