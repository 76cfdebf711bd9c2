import type { VacancyField } from '../../domain/fields.ts';
import { globalId } from '../../domain/ids.ts';
import type { EnumerationValue } from '../../domain/enumeration.ts';
import type { Money, Vacancy } from '../../domain/vacancy.ts';
import { type Columns, listed } from '../column.ts';

/** `vacancies`: one row a vacancy of any source, source by source. */
export const vacancyColumns: Columns<Vacancy> = [
  { name: 'id', type: 'text', description: 'Global id, as the graph has it.', of: ({ source, sourceId }) => globalId(source, 'vacancy', sourceId) },
  { name: 'source', type: 'text', description: 'Where it comes from.', of: ({ source }) => source },
  { name: 'sourceId', type: 'text', description: "The source's own id.", of: ({ sourceId }) => sourceId },
  { name: 'references', type: 'text', description: 'Other numbers that it is known by, each with its kind.', of: ({ references }) => listed(references.map(({ kind, value }) => `${kind}:${value}`)) },
  { name: 'title', type: 'text', description: 'Title.', of: ({ title }) => title },
  { name: 'status', type: 'text', description: 'How far it is: a value of VacancyStatus.', of: ({ status }) => status },
  { name: 'nativeStatus', type: 'text', description: "The source's own word for it.", of: ({ nativeStatus }) => nativeStatus },
  { name: 'url', type: 'text', description: 'Where it is to be read, where the source says so.', of: ({ url }) => url },
  { name: 'language', type: 'text', description: 'BCP 47.', of: ({ language }) => language },
  { name: 'openings', type: 'integer', description: 'People wanted.', of: ({ openings }) => openings },
  { name: 'createdAt', type: 'timestamp', description: 'When it was made, UTC.', of: ({ createdAt }) => createdAt?.getTime() ?? null },
  { name: 'updatedAt', type: 'timestamp', description: 'When it was last changed, UTC, where the source knows the time.', of: ({ updatedAt }) => updatedAt?.getTime() ?? null },
  { name: 'updatedOn', type: 'date', description: "The day that it was last changed: the source's own, or that of `updatedAt` in Dutch and Flemish time.", of: ({ updatedOn }) => updatedOn },
  { name: 'publishedAt', type: 'timestamp', description: 'When it was published, UTC, where the source knows the time.', of: ({ publishedAt }) => publishedAt?.getTime() ?? null },
  { name: 'publishedOn', type: 'date', description: "The day that it was published: the source's own, or that of `publishedAt` in Dutch and Flemish time.", of: ({ publishedOn }) => publishedOn },
  { name: 'closesAt', type: 'timestamp', description: 'When it ends, UTC, where the source knows the time.', of: ({ closesAt }) => closesAt?.getTime() ?? null },
  { name: 'closesOn', type: 'date', description: "The day that it ends: the source's own, or that of `closesAt` in Dutch and Flemish time.", of: ({ closesOn }) => closesOn },
  { name: 'startsOn', type: 'date', description: 'First day of work.', of: ({ startsOn }) => startsOn },
  { name: 'organisationCode', type: 'text', description: "The source's code of the organisation.", of: ({ organisation }) => organisation?.code ?? null },
  { name: 'organisation', type: 'text', description: 'Name of the organisation.', of: ({ organisation }) => organisation?.name ?? null },
  { name: 'department', type: 'text', description: 'Department.', of: ({ department }) => department },
  { name: 'postalCode', type: 'text', description: 'Place of work: postal code.', of: ({ location }) => location?.postalCode ?? null },
  { name: 'city', type: 'text', description: 'Place of work: town.', of: ({ location }) => location?.city ?? null },
  { name: 'subdivisionCode', type: 'text', description: 'Place of work: province, ISO 3166-2.', of: ({ location }) => location?.subdivisionCode ?? null },
  { name: 'nuts', type: 'text', description: 'Place of work: NUTS code.', of: ({ location }) => location?.nuts?.code ?? null },
  { name: 'countryCode', type: 'text', description: 'Place of work: ISO 3166-1 alpha-2.', of: ({ location }) => location?.countryCode ?? null },
  { name: 'latitude', type: 'decimal', description: 'Place of work: degrees north, WGS 84.', of: ({ location }) => location?.point?.latitude ?? null },
  { name: 'longitude', type: 'decimal', description: 'Place of work: degrees east, WGS 84.', of: ({ location }) => location?.point?.longitude ?? null },
  { name: 'employmentTypes', type: 'text', description: 'Employment types of schema.org.', of: ({ employment }) => listed(employment.types) },
  { name: 'contractType', type: 'text', description: "The source's kind of contract.", of: ({ employment }) => labelOf(employment.contractType) },
  { name: 'hoursMin', type: 'decimal', description: 'Hours a week, at least.', of: ({ employment }) => employment.hoursMin },
  { name: 'hoursMax', type: 'decimal', description: 'Hours a week, at most.', of: ({ employment }) => employment.hoursMax },
  { name: 'salaryMin', type: 'decimal', description: 'Salary from, gross.', of: ({ employment }) => amountOf(employment.salaryMin) },
  { name: 'salaryMax', type: 'decimal', description: 'Salary to, gross.', of: ({ employment }) => amountOf(employment.salaryMax) },
  { name: 'salaryCurrency', type: 'text', description: 'ISO 4217.', of: ({ employment }) => (employment.salaryMin ?? employment.salaryMax)?.currency ?? null },
  { name: 'salaryPeriod', type: 'text', description: 'What the salary is for: a value of SalaryPeriod.', of: ({ employment }) => employment.salaryPeriod },
  { name: 'education', type: 'text', description: 'Levels of education.', of: ({ education }) => listed(education.map(({ value }) => labelOf(value))) },
  { name: 'eqfMin', type: 'integer', description: 'Lowest level of the European Qualifications Framework.', of: ({ education }) => edgeOf(education.flatMap(({ eqf }) => (eqf === null ? [] : [eqf.min])), Math.min) },
  { name: 'eqfMax', type: 'integer', description: 'Highest level of the European Qualifications Framework.', of: ({ education }) => edgeOf(education.flatMap(({ eqf }) => (eqf === null ? [] : [eqf.max])), Math.max) },
  { name: 'fields', type: 'text', description: 'Fields of work.', of: ({ fields }) => listed(fields.map(labelOf)) },
  { name: 'functions', type: 'text', description: 'Functions.', of: ({ functions }) => listed(functions.map(labelOf)) },
  { name: 'experience', type: 'text', description: 'Experience asked for.', of: ({ experience }) => labelOf(experience) },
  { name: 'description', type: 'text', description: 'Description without markup.', of: ({ description }) => description?.plain() ?? null },
  { name: 'requirements', type: 'text', description: 'Requirements without markup.', of: ({ requirements }) => requirements?.plain() ?? null },
  { name: 'applicationUrl', type: 'text', description: 'Where to apply.', of: ({ application }) => application.url },
  { name: 'attribution', type: 'text', description: "The credit that the source's terms ask for.", of: ({ attribution }) => attribution },
  { name: 'mayRepublish', type: 'boolean', description: 'Whether the source lets it be published elsewhere.', of: ({ mayRepublish }) => mayRepublish },
];

/** What of a vacancy the columns are made of: no more is asked of a source. */
export const exportedFields: ReadonlySet<VacancyField> = new Set<VacancyField>([
  'source',
  'sourceId',
  'references',
  'title',
  'status',
  'nativeStatus',
  'url',
  'language',
  'openings',
  'createdAt',
  'updatedAt',
  'updatedOn',
  'publishedAt',
  'publishedOn',
  'closesAt',
  'closesOn',
  'startsOn',
  'organisation',
  'department',
  'location',
  'location.regions',
  'employment',
  'education',
  'fields',
  'functions',
  'experience',
  'description',
  'requirements',
  'application',
  'attribution',
  'mayRepublish',
]);

function labelOf(value: EnumerationValue | null): string | null {
  return value === null ? null : (value.label ?? value.code);
}

function amountOf(money: Money | null): number | null {
  return money?.amount ?? null;
}

function edgeOf(levels: readonly number[], pick: (...numbers: number[]) => number): number | null {
  return levels.length === 0 ? null : pick(...levels);
}
