import type { Draft, JobDraft } from '../../domain/posting/drafts.ts';
import type { SendOutcome } from '../../domain/posting/outcome.ts';
import type { UserError, UserErrorCode } from '../../domain/posting/user-error.ts';
import type { StatusError } from '../../http/errors.ts';
import { isObject, ShapeError } from '../../http/parse.ts';
import { outcomeOf, type Reading } from '../shared/delivery.ts';
import type { RequestScope } from '../shared/upstream.ts';
import { csoFailure, ownWords } from './failure.ts';
import { remoteJobFromDraft } from './map-draft.ts';
import { savedCodeOf } from './saved-code.ts';
import type { CsoShared } from './shared.ts';
import { resultOf } from './wire.ts';

const reading = { source: 'CSO', failure: csoFailure } as const;

/** A new job (CSO document, 5.10): sent once. */
export function postJob(draft: Draft, shared: CsoShared, scope: RequestScope): Promise<SendOutcome> {
  return save(jobOf(draft), null, shared, scope);
}

/** A job in place of the one with this code: sent again where it is not known whether it arrived. */
export function changeJob(jobCode: string, draft: Draft, shared: CsoShared, scope: RequestScope): Promise<SendOutcome> {
  return save(jobOf(draft), jobCode, shared, scope);
}

/** removeJob (5.11); a job that is gone already counts as removed. */
export async function removeJob(jobCode: string, { client }: CsoShared, scope: RequestScope): Promise<SendOutcome> {
  const accept: Reading['accept'] = ({ status, body }) => {
    resultOf(body);
    return accepted(jobCode, status, body);
  };
  const refuse: Reading['refuse'] = (error) => (isCsosOwn(error, 404) ? accepted(jobCode, 404, error.body) : refusalOf(error));
  const outcome = outcomeOf(await client.removeJob(jobCode, scope), { ...reading, accept, refuse });
  await dropWhatChanged(outcome, client);
  return outcome;
}

async function save(job: JobDraft, jobCode: string | null, { client }: CsoShared, scope: RequestScope): Promise<SendOutcome> {
  const accept: Reading['accept'] = ({ status, body }) => {
    // The type of its result is undocumented, so that anything is a success that has one, as every function's has (3.1), or is a code.
    const code = savedCodeOf(body);
    if (code === null && !(isObject(body) && 'result' in body)) throw new ShapeError('', 'an object with a result');
    return accepted(code ?? jobCode, status, body);
  };
  const sent = await client.saveJob(remoteJobFromDraft(job, jobCode), { repeatable: jobCode !== null }, scope);
  const outcome = outcomeOf(sent, { ...reading, accept, refuse: refusalOf });
  await dropWhatChanged(outcome, client);
  return outcome;
}

function accepted(upstreamId: string | null, upstreamStatus: number, raw: unknown): SendOutcome {
  return { kind: 'accepted', upstreamId, url: null, raw, upstreamStatus };
}

/** A 400 speaks of the job, a 404 of its code; what else CSO refuses is about the account or the call. */
function refusalOf(error: StatusError): SendOutcome | null {
  if (isCsosOwn(error, 400)) return refused('CHANNEL_REFUSED', error);
  return isCsosOwn(error, 404) ? refused('NOT_FOUND', error) : null;
}

function refused(code: UserErrorCode, error: StatusError): SendOutcome {
  const message = ownWords(error) ?? 'CSO refused the job and does not say why.';
  const userError: UserError = { code, severity: 'ERROR', message, path: [], label: null, upstreamCode: null };
  return { kind: 'refused', userErrors: [userError], upstreamStatus: error.status };
}

/** CSO answers in JSON; what stands before it may answer with the same status and a page. */
function isCsosOwn(error: StatusError, status: number): boolean {
  return error.status === status && isObject(error.body);
}

/** What may have been done counts as done here. */
async function dropWhatChanged({ kind }: SendOutcome, client: CsoShared['client']): Promise<void> {
  if (kind === 'accepted' || kind === 'uncertain') await client.dropJobs();
}

/** @throws TypeError for another channel's draft, which is a mistake of ours */
export function jobOf(draft: Draft): JobDraft {
  if (draft.channel !== 'CSO') throw new TypeError(`a draft for ${draft.channel} cannot be posted at CSO`);
  return draft.job;
}
