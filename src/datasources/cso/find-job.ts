import type { Sought } from '../../domain/capabilities.ts';
import { SourceFailure } from '../../domain/errors.ts';
import type { Draft, JobDraft } from '../../domain/posting/drafts.ts';
import type { Finding } from '../../domain/posting/outcome.ts';
import { type Json, optionalObject, optionalText } from '../../http/parse.ts';
import type { RequestScope } from '../shared/upstream.ts';
import { anyJob, type JobCriteria } from './criteria.ts';
import { asCso } from './failure.ts';
import { instantOf } from './instant.ts';
import { jobOf } from './posting.ts';
import { type Exposure, exposureOfDraft, exposureOfJob } from './exposure.ts';
import type { Selection } from './selection.ts';
import type { CsoShared } from './shared.ts';
import type { JobRow } from './wire.ts';

/** References come with the features, whether a job is shown with its publication. */
const telling: Selection = new Set(['texts', 'location', 'publicationSets']);
/** Our clock and CSO's may differ by so much. */
const clockToleranceMs = 10 * 60_000;

interface Listed {
  readonly jobs: readonly Json[];
  /** Whether the list was read to its end, and every row of it could be. */
  readonly complete: boolean;
}

/**
 * Looks for the job of a draft that was sent and not answered: first among the organisation's jobs of its name, then among all jobs
 * of the organisation, matched by the reference. That none has it means that it is not there only where nothing can have been
 * overlooked: the list was read whole, each job tells a reference or has another name, and the account was seen to see jobs, of
 * whatever organisation, that are shown as this one is.
 */
export async function findJob(draft: Draft, sought: Sought, shared: CsoShared, scope: RequestScope): Promise<Finding> {
  const job = jobOf(draft);
  const { internalReferenceCode: reference, organisationCode, name } = job;
  if (reference === null || organisationCode === null || name === null) return { kind: 'unknown', failure: null };
  try {
    return await asCso(async () => {
      const ofOrganisation = { ...anyJob, organisations: [organisationCode] };
      const named = await list({ ...ofOrganisation, name }, shared, scope);
      const early = matching(named.jobs, reference, sought);
      if (early?.kind === 'found') return early;
      const all = await list(ofOrganisation, shared, scope);
      return matching(all.jobs, reference, sought) ?? (await isAbsence(job, name, all, shared, scope));
    });
  } catch (error) {
    if (error instanceof SourceFailure) return { kind: 'unknown', failure: error };
    throw error;
  }
}

/** The newest job with the reference; where that is older than the sending, it is unknown whose it is. Null where none has it. */
function matching(jobs: readonly Json[], reference: string, { since, not = [] }: Sought): Finding | null {
  const [newest] = jobs.filter((job) => referencesOf(job).includes(reference.trim()) && !not.includes(codeOf(job))).toSorted((a, b) => createdMs(b, 0) - createdMs(a, 0));
  if (newest === undefined) return null;
  const isOlder = since !== undefined && createdMs(newest, Number.POSITIVE_INFINITY) < since.getTime() - clockToleranceMs;
  return isOlder ? { kind: 'unknown', failure: null } : { kind: 'found', upstreamId: codeOf(newest), url: null };
}

async function isAbsence(draft: JobDraft, name: string, { jobs, complete }: Listed, shared: CsoShared, scope: RequestScope): Promise<Finding> {
  const unknown: Finding = { kind: 'unknown', failure: null };
  const mightBeIt = (job: Json): boolean => referencesOf(job).length === 0 && nameOf(job)?.toLowerCase() === name.trim().toLowerCase();
  if (!complete || jobs.some(mightBeIt)) return unknown;
  const { value: lists } = await shared.reference.enumerations(scope);
  const exposures = (some: readonly Json[]): Exposure[] => some.map((job) => exposureOfJob(job, lists, shared.now()));
  const wanted = exposureOfDraft(draft, lists, shared.now());
  if (sees(exposures(jobs), wanted)) return { kind: 'absent' };
  // What is listed depends on the rights of the account, not of an organisation (5.4): a job of any of them shows what it sees.
  const elsewhere = await list(anyJob, shared, scope, new Set(['publicationSets']));
  return sees(exposures(elsewhere.jobs), wanted) ? { kind: 'absent' } : unknown;
}

/** Everybody sees what is public, and who sees a hidden job sees all; anything else is seen by who sees its like. */
function sees(seen: readonly Exposure[], wanted: Exposure): boolean {
  if (wanted === 'public') return true;
  return seen.some((one) => one === 'hidden' || one === wanted);
}

/** All rows of a list, up to a bound. Rows may move between two pages while jobs come and go; the list is then not complete. */
async function list(criteria: JobCriteria, { client, config, rowBase }: CsoShared, scope: RequestScope, selection: Selection = telling): Promise<Listed> {
  const jobs = new Map<string, Json>();
  const base = await rowBase(scope);
  let rows = 0;
  for (let page = 0; page < config.findPages; page += 1) {
    const read: readonly JobRow[] = await client.currentJobs(criteria, { startRow: base + rows, maxRows: config.pageSize, orderBy: [] }, selection, scope);
    rows += read.length;
    for (const row of read) if ('code' in row) jobs.set(row.code, row.job);
    if (read.length < config.pageSize) return { jobs: [...jobs.values()], complete: jobs.size === rows };
  }
  return { jobs: [...jobs.values()], complete: false };
}

function referencesOf(job: Json): readonly string[] {
  return [optionalText(job['externalReferenceCode']), optionalText(optionalObject(job['features'])?.['internalReferenceCode'])].filter((one) => one !== null);
}

function nameOf(job: Json): string | null {
  return optionalText(optionalObject(job['content'])?.['name']);
}

function codeOf(job: Json): string {
  return optionalText(job['code']) ?? '';
}

function createdMs(job: Json, unknown: number): number {
  return instantOf(job['dateCreated'])?.getTime() ?? unknown;
}
