import type { Enumeration } from './enumerations.ts';
import type { CsoConditions, CsoContent, CsoDetail, CsoJob, CsoPublicationSet } from './model.ts';
import { datePublished, statusPublished } from './publication-state.ts';
import type { ConditionsFilter, DetailFilter, JobFilter, PublicationFilter } from './read-filter.ts';
import type { World } from './world.ts';

/** Whether a job satisfies every criterion of a filter (CSO document, 5.12); within one criterion any value is enough. */
export function matcher(world: World, filter: JobFilter): (job: CsoJob) => boolean {
  const now = world.clock.now();
  const tests: ((job: CsoJob) => boolean)[] = [];
  const { content, detail, conditions, publication } = filter;
  if (content?.keywords) tests.push(hasKeywords(content.keywords));
  if (content?.name) tests.push(hasName(content.name));
  if (detail !== null) tests.push(hasDetail(world, detail));
  if (conditions !== null) tests.push(hasConditions(world, conditions));
  if (filter.onlineOnly) tests.push(isOnline(world, now));
  if (filter.organisations.length > 0) tests.push((job) => filter.organisations.includes(job.organisation));
  if (filter.sectors.length > 0) tests.push(inSectors(world, filter.sectors));
  if (publication !== null) tests.push(isPublished(world, publication));
  return (job) => tests.every((test) => test(job));
}

/** Every word occurs somewhere in the job's texts, in any case. */
function hasKeywords(keywords: string): (job: CsoJob) => boolean {
  const words = keywords.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return ({ content }) => {
    const texts = searchable(content);
    return words.every((word) => texts.includes(word));
  };
}

function searchable({ name, description, requirements, otherDetails }: CsoContent): string {
  return [name, description, requirements, otherDetails ?? ''].join('\n').replaceAll(/<[^>]*>/g, ' ').toLowerCase();
}

function hasName(name: string): (job: CsoJob) => boolean {
  const wanted = name.toLowerCase();
  return (job) => job.content.name.toLowerCase().includes(wanted);
}

function hasDetail({ enumerations }: World, filter: DetailFilter): (job: CsoJob) => boolean {
  const keys = ['educationLevels', 'jobBranches', 'jobCategories', 'regions'] as const satisfies readonly (keyof CsoDetail & keyof DetailFilter)[];
  const covers = keys.map((key) => ({ key, covered: coverage(enumerations[key], filter[key]) }));
  return ({ features }) => covers.every(({ key, covered }) => covered(features.detail[key]));
}

function hasConditions({ enumerations }: World, filter: ConditionsFilter): (job: CsoJob) => boolean {
  const contract = coverage(enumerations.contractTypes, filter.contractTypes);
  const scales = coverage(enumerations.payScales, filter.payScales);
  return ({ features: { conditions } }) => {
    const pay = salaryRange(enumerations.payScales, conditions);
    return (
      contract(conditions.contractType === null ? [] : [conditions.contractType]) &&
      scales(conditions.payScales) &&
      (filter.salaryMin === null || (pay !== null && pay.max >= filter.salaryMin)) &&
      (filter.salaryMax === null || (pay !== null && pay.min <= filter.salaryMax))
    );
  };
}

/** What the job pays at least and at most, by its amounts or its scales; null where it tells in words only. */
function salaryRange(payScales: Enumeration, { salaryMin, salaryMax, payScales: codes }: CsoConditions): { min: number; max: number } | null {
  const scales = codes.flatMap((code) => payScales.find(code)?.payScale ?? []);
  const all = [...scales.flatMap((scale) => [scale.salaryMin, scale.salaryMax]), ...[salaryMin, salaryMax].filter((each) => each !== null)];
  return all.length === 0 ? null : { min: Math.min(...all), max: Math.max(...all) };
}

/** A parent's code covers its children's; no wanted code at all takes everything. */
function coverage(list: Enumeration, wanted: readonly string[]): (codes: readonly string[]) => boolean {
  const covered = new Set(wanted.flatMap((code) => list.covered(code)));
  return (codes) => wanted.length === 0 || codes.some((code) => covered.has(code));
}

function isOnline({ switches }: World, now: number): (job: CsoJob) => boolean {
  if (switches.onlineOnly === 'application') return (job) => job.features.applicationTypes.includes('electronic');
  return (job) => job.publication.visible && job.publication.sets.some((set) => statusPublished(set, now) !== null);
}

function inSectors({ organisations }: World, sectors: readonly string[]): (job: CsoJob) => boolean {
  const codes = new Set(organisations.filter((each) => sectors.includes(each.sector.code)).map((each) => each.code));
  return (job) => codes.has(job.organisation);
}

function isPublished({ switches }: World, filter: PublicationFilter): (job: CsoJob) => boolean {
  const start = filter.startMs ?? Number.NEGATIVE_INFINITY;
  const end = filter.endMs ?? Number.POSITIVE_INFINITY;
  const dated = filter.startMs !== null || filter.endMs !== null;
  const inPeriod = (set: CsoPublicationSet): boolean => {
    if (switches.publicationPeriod === 'overlaps') return set.phases.some((phase) => phase.startMs <= end && phase.endMs >= start);
    const date = datePublished(set);
    return date !== null && date >= start && date <= end;
  };
  const hasStatus = (set: CsoPublicationSet) => filter.statuses.length === 0 || set.phases.some((phase) => filter.statuses.includes(phase.status));
  if (!dated && filter.statuses.length === 0) return () => true;
  return (job) => job.publication.sets.some((set) => (!dated || inPeriod(set)) && hasStatus(set));
}
