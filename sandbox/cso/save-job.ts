import { type Account, maySee } from './accounts.ts';
import { CsoFault, invalid } from './fault.ts';
import type { CsoJob } from './model.ts';
import type { JobDraft } from './read-job.ts';
import { saveProblems } from './save-rules.ts';
import type { World } from './world.ts';

/** A new job, or in place of the one whose `code` the draft has (CSO document, 5.10). Throws the 400 that lists every problem. */
export function saveJob(world: World, account: Account, draft: JobDraft): CsoJob {
  const problems = saveProblems(world, draft);
  if (problems.length > 0) throw invalid(`The job is invalid: ${problems.join('; ')}`);
  const before = draft.code === null ? null : visibleJob(world, account, draft.code);
  if (before === undefined) throw invalid(`There is no job with code ${draft.code} to change`);
  const job = jobFromDraft(world, draft, before);
  world.jobs.put(job);
  return job;
}

/** The job that the account may see; undefined where there is none. */
export function visibleJob(world: World, account: Account, code: string): CsoJob | undefined {
  const job = world.jobs.find(code);
  const external = world.enumerations.jobPublicationStatuses.codeOf('Extern');
  return job !== undefined && maySee(account, job, external) ? job : undefined;
}

export function requireWriting(account: Account, functionName: string): void {
  if (!account.writes) throw new CsoFault(403, `Permission denied: this account has no access to ${functionName}`);
}

function jobFromDraft(world: World, draft: JobDraft, before: CsoJob | null): CsoJob {
  const { organisation, content, features, publication } = draft;
  const now = world.clock.now();
  // The rules have refused a draft without these.
  if (organisation === null || content === null || !features?.detail || !features.conditions || !features.location || publication === null) {
    throw invalid('The job is incomplete');
  }
  const { name, description, requirements } = content;
  if (name === null || description === null || requirements === null) throw invalid('The job lacks a text');
  const { internalReferenceCode, detail, conditions, location, ...application } = features;
  const external = draft.externalReferenceCode ?? (world.switches.savedReference === 'internal' ? null : internalReferenceCode);
  return {
    code: before?.code ?? world.jobs.newCode(organisation),
    externalReferenceCode: external,
    internalReferenceCode,
    createdMs: before?.createdMs ?? now,
    updatedMs: now,
    locked: before?.locked ?? false,
    organisation,
    content: { ...content, name, description, requirements },
    features: { ...application, detail, conditions, location },
    publication: { visible: publication.visible === true, sets: publication.sets },
  };
}
