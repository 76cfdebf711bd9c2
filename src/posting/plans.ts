import type { Context } from '../context.ts';
import type { Draft, PostingChannel } from '../domain/posting/drafts.ts';
import { type InputForm, ownForm } from '../domain/posting/input-form.ts';
import type { PublishInput, SaveJobInput, VacancyInput } from '../domain/posting/inputs.ts';
import { jobDraftOf } from '../domain/posting/job-draft.ts';
import { draftsOf } from '../domain/posting/publish.ts';
import { vacancyDraftOf } from '../domain/posting/vacancy-draft.ts';
import { parseIdOf } from '../domain/ids.ts';
import { BadInput } from '../domain/errors.ts';
import { nameOf } from '../domain/texts.ts';
import { inputHash } from './input-hash.ts';
import type { ChannelPlan, NamedTarget, PostingPlan } from './plan.ts';
import { checkDraft } from './validate.ts';

/** The plan of publishVacancy: each channel's draft, and the vacancies that the input names. @throws BadInput where a name in it cannot be one */
export function publishPlan(context: Context, input: PublishInput, channels: readonly PostingChannel[], idempotencyKey: string): PostingPlan {
  const plans = draftsOf(input, channels).map(({ draft, form }) => channelPlan(context, draft, form, publishTarget(input, draft.channel)));
  return {
    operation: 'publishVacancy',
    referenceNumber: nameOf(input.referenceNumber, ['input', 'referenceNumber']),
    title: input.title ?? null,
    channels: plans,
    mode: 'upsert',
    inputHash: inputHash({ input, channels: channels.toSorted() }),
    idempotencyKey,
  };
}

function publishTarget({ cso, ictergezocht }: PublishInput, channel: PostingChannel): NamedTarget | null {
  switch (channel) {
    case 'CSO':
      return jobTarget(cso?.jobCode, ['input', 'cso', 'jobCode']);
    case 'ICTERGEZOCHT': {
      const path = ['input', 'ictergezocht', 'vacancyId'];
      return ictergezocht?.vacancyId === null || ictergezocht?.vacancyId === undefined ? null : { upstreamId: channelIdOf(channel, ictergezocht.vacancyId, path), path };
    }
  }
}

/** The plan of saveJob: a new job without a code. @throws BadInput where a name in it cannot be one */
export function saveJobPlan(context: Context, input: SaveJobInput, idempotencyKey: string | null): PostingPlan {
  const draft: Draft = { channel: 'CSO', job: jobDraftOf(input) };
  const plan = channelPlan(context, draft, ownForm, jobTarget(input.jobCode, ['input', 'jobCode']));
  return singlePlan('saveJob', plan, statedName(input.internalReferenceCode, ['input', 'internalReferenceCode']), input.name ?? null, inputHash({ input }), idempotencyKey);
}

/** The plan of createVacancy, or of updateVacancy where a vacancy is named. @throws BadInput where a name in it cannot be one */
export function vacancyPlan(context: Context, input: VacancyInput, id: string | null, idempotencyKey: string | null): PostingPlan {
  const draft: Draft = { channel: 'ICTERGEZOCHT', vacancy: vacancyDraftOf(input) };
  const target = id === null ? null : { upstreamId: channelIdOf('ICTERGEZOCHT', id, ['id']), path: ['id'] };
  const operation = id === null ? 'createVacancy' : 'updateVacancy';
  return singlePlan(operation, channelPlan(context, draft, ownForm, target), statedName(input.referenceNumber, ['input', 'referenceNumber']), input.title ?? null, inputHash({ input, id }), idempotencyKey);
}

function singlePlan(operation: string, plan: ChannelPlan, referenceNumber: string, title: string | null, hash: string, idempotencyKey: string | null): PostingPlan {
  return { operation, referenceNumber, title, channels: [plan], mode: 'named', inputHash: hash, idempotencyKey };
}

/** One that may be missing: the channel's rules tell where it is. */
function statedName(name: string | null | undefined, path: readonly string[]): string {
  return name === null || name === undefined || name.trim() === '' ? '' : nameOf(name, path);
}

function channelPlan({ writing, now }: Context, draft: Draft, form: InputForm, target: NamedTarget | null): ChannelPlan {
  return {
    channel: draft.channel,
    draft,
    target,
    // Lists that are slow must not take from the time that sending has.
    check: () => checkDraft(writing.openSources(), draft, form, now()),
    pathOf: (path) => form.pathOf(path),
  };
}

function jobTarget(jobCode: string | null | undefined, path: readonly string[]): NamedTarget | null {
  return jobCode === null || jobCode === undefined ? null : { upstreamId: nameOf(jobCode, path), path };
}

/**
 * A channel's own id of a vacancy that is named by its global id.
 * @throws BadInput where the id is malformed, or of another source
 */
export function channelIdOf(channel: PostingChannel, id: string, path: readonly string[]): string {
  const { source, sourceId } = parseIdOf('vacancy', id, path);
  if (source !== channel) throw new BadInput(path, `is the id of a vacancy of ${source}, not of ${channel}`);
  return sourceId;
}
