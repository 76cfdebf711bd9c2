import { invalid } from './fault.ts';
import type { CsoPhase, CsoPublicationSet } from './model.ts';
import { codeOf, organisationCode } from './read-codes.ts';
import { type FeaturesDraft, featuresDraft } from './read-features.ts';
import { type Read, flag, listOf, text, typed, wholeFrom } from './typed.ts';
import type { World } from './world.ts';

/** A job as a caller sends it, in the wire format of the example in 5.10; whether it may be saved is judged by the rules. */
export interface JobDraft {
  readonly code: string | null;
  readonly externalReferenceCode: string | null;
  readonly organisation: string | null;
  readonly content: ContentDraft | null;
  readonly features: FeaturesDraft | null;
  readonly publication: PublicationDraft | null;
}

export interface ContentDraft {
  readonly name: string | null;
  readonly description: string | null;
  readonly requirements: string | null;
  readonly otherDetails: string | null;
  readonly employer: string | null;
  readonly department: string | null;
}

export interface PublicationDraft {
  readonly visible: boolean | null;
  readonly sets: readonly CsoPublicationSet[];
}

/** From 10^11 on a number of seconds lies beyond the year 5000: it was milliseconds. */
const firstImplausibleSecond = 100_000_000_000;

export function jobDraft(world: World): Read<JobDraft> {
  return typed('RemoteJob', (job) => {
    job.ignore('dateCreated', 'dateUpdated', 'locked');
    return {
      code: job.take('code', text),
      externalReferenceCode: job.take('externalReferenceCode', text),
      organisation: job.take('organisation', organisationCode(world.organisations)),
      content: job.take('content', contentDraft),
      features: job.take('features', featuresDraft(world.enumerations)),
      publication: job.take('publication', publicationDraft(world)),
    };
  });
}

const contentDraft: Read<ContentDraft> = typed('RemoteJobContent', (content) => ({
  name: content.take('name', text),
  description: content.take('description', text),
  requirements: content.take('requirements', text),
  otherDetails: content.take('otherDetails', text),
  employer: content.take('employer', textOrDescription),
  department: content.take('department', textOrDescription),
}));

/** Employer and department have no documented class: a text, or an object with a description. */
function textOrDescription(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value;
  return typed(/^RemoteJob\w*(?:Employer|Department)$/i, (object) => object.take('description', text))(value, path);
}

function publicationDraft(world: World): Read<PublicationDraft> {
  const set = publicationSet(world);
  return typed('RemoteJobPublicationData', (publication) => ({
    visible: publication.take('visible', flag),
    sets: publication.take('publicationSets', listOf(set)) ?? [],
  }));
}

function publicationSet(world: World): Read<CsoPublicationSet> {
  const phase = publicationPhase(world);
  return typed('RemoteJobPublicationSet', (set) => {
    set.ignore('statusPublished', 'datePublished', 'daysLeft', 'jobApplicationRetentionMaxDate');
    return { phases: set.take('publications', listOf(phase)) ?? [], retentionMaxMs: null };
  });
}

function publicationPhase({ enumerations }: World): Read<CsoPhase> {
  return typed('RemoteJobPublication', (phase) => {
    const status = phase.take('publicationStatus', codeOf(enumerations.jobPublicationStatuses));
    const start = phase.take('dateStart', seconds);
    const end = phase.take('dateEnd', seconds);
    if (status === null || start === null || end === null) throw invalid(`${phase.path} needs publicationStatus, dateStart and dateEnd`);
    return { status, startMs: start * 1000, endMs: end * 1000 };
  });
}

/** Dates of a publication are saved in seconds since the epoch, unlike those of reads and filters. */
const seconds: Read<number> = (value, path) => {
  const count = wholeFrom(0)(value, path);
  if (count >= firstImplausibleSecond) throw invalid(`${path} must be in seconds since the epoch`);
  return count;
};
