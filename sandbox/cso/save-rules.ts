import type { CsoConditions, CsoOrganisation, CsoPhase } from './model.ts';
import type { JobDraft, PublicationDraft } from './read-job.ts';
import type { FeaturesDraft } from './read-features.ts';
import { applicationProblems } from './application-rules.ts';
import type { World } from './world.ts';

/** Everything that keeps a job from being saved, in words (CSO document, 3.5 and 5.10); empty where it may be saved. */
export function saveProblems(world: World, draft: JobDraft): string[] {
  const { features, publication } = draft;
  const organisation = world.organisations.find((each) => each.code === draft.organisation);
  return [
    ...missingAttributes(draft).map((path) => `${path} is required`),
    ...(features === null ? [] : [...applicationProblems(world.enumerations, features), ...placeProblems(world, features)]),
    ...(features?.conditions ? hoursProblems(features.conditions) : []),
    ...(organisation === undefined ? [] : payProblems(organisation, features?.conditions ?? null)),
    ...(publication === null ? [] : publicationProblems(world, publication, organisation)),
  ];
}

/** The smallest set of attributes, at the paths of the example. */
function missingAttributes({ organisation, content, features, publication }: JobDraft): string[] {
  const required: Readonly<Record<string, unknown>> = {
    organisation,
    'content.name': content?.name,
    'content.description': content?.description,
    'content.requirements': content?.requirements,
    'features.internalReferenceCode': features?.internalReferenceCode,
    'features.applicationTypes': features?.applicationTypes,
    'features.location.city': features?.location?.city,
    'features.featuresDetail.educationLevels': features?.detail?.educationLevels,
    'features.featuresDetail.jobCategories': features?.detail?.jobCategories,
    'features.featuresDetail.jobBranches': features?.detail?.jobBranches,
    'features.featuresDetail.regions': features?.detail?.regions,
    'features.employmentConditions.hoursMax': features?.conditions?.hoursMax,
    'features.employmentConditions.contractType': features?.conditions?.contractType,
    'publication.visible': publication?.visible,
  };
  return Object.keys(required).filter((path) => isMissing(required[path]));
}

function isMissing(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0;
}

/** Several regions only where all are Dutch, and then a postcode; one foreign region at most, which needs none. */
function placeProblems({ enumerations }: World, { detail, location }: FeaturesDraft): string[] {
  const regions = detail?.regions ?? [];
  const dutch = new Set(enumerations.regions.covered('BRG.02'));
  const problems: string[] = [];
  if (regions.length > 1 && !regions.every((code) => dutch.has(code))) problems.push('only Dutch regions can be several');
  if (!regions.some((code) => dutch.has(code))) return problems;
  if ((location?.postcode ?? '').trim() === '') problems.push('features.location.postcode is required with a Dutch region');
  return problems;
}

function hoursProblems({ hoursMin, hoursMax }: CsoConditions): string[] {
  if (hoursMax !== null && hoursMax <= 0) return ['hoursMax must be positive'];
  if (hoursMin !== null && (hoursMin < 0 || (hoursMax !== null && hoursMin > hoursMax))) return ['hoursMin must lie between 0 and hoursMax'];
  return [];
}

/** Scales or amounts as the organisation has it, never the other; a description stands in for either. */
function payProblems(organisation: CsoOrganisation, conditions: CsoConditions | null): string[] {
  const scales = (conditions?.payScales.length ?? 0) > 0;
  const { salaryMin = null, salaryMax = null } = conditions ?? {};
  const amounts = salaryMin !== null || salaryMax !== null;
  const problems: string[] = [];
  if (organisation.usesPayScales && amounts) problems.push(`organisation ${organisation.code} uses pay scales: salary amounts are not allowed`);
  if (!organisation.usesPayScales && scales) problems.push(`organisation ${organisation.code} uses no pay scales: payScales are not allowed`);
  if (!scales && !amounts && (conditions?.payDescription ?? '').trim() === '') {
    problems.push(`${organisation.usesPayScales ? 'payScales' : 'salaryMin or salaryMax'} or payDescription is required`);
  }
  if ((salaryMin ?? 0) < 0 || (salaryMax ?? 0) < 0) problems.push('salary amounts must not be negative');
  if (salaryMin !== null && salaryMax !== null && salaryMin > salaryMax) problems.push('salaryMin must not exceed salaryMax');
  return problems;
}

/** A set has phases; a phase ends after it starts; an HPK phase overlaps no other. */
function publicationProblems({ enumerations, switches }: World, { sets }: PublicationDraft, organisation: CsoOrganisation | undefined): string[] {
  const hpk = enumerations.jobPublicationStatuses.codeOf('HPK/VWNW');
  const problems = sets.flatMap(({ phases }) => [
    ...(phases.length === 0 ? ['a publication set needs at least one publication'] : []),
    ...phases.filter((phase) => phase.endMs <= phase.startMs).map((phase) => `publication ${phase.status} must end after it starts`),
  ]);
  const all = sets.flatMap((set) => set.phases);
  if (all.some((phase, index) => phase.status === hpk && all.some((other, otherIndex) => otherIndex !== index && overlap(phase, other)))) {
    problems.push('an HPK/VWNW publication must not overlap another one');
  }
  if (switches.requireHpk && (organisation?.hpkDays ?? 0) > 0 && all.length > 0 && !all.some((phase) => phase.status === hpk)) {
    problems.push(`organisation ${organisation?.code} must publish in an HPK/VWNW phase first`);
  }
  return problems;
}

/** A phase that begins when the other ends does not overlap it. */
function overlap(a: CsoPhase, b: CsoPhase): boolean {
  return a.startMs < b.endMs && b.startMs < a.endMs;
}
