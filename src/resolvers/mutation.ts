import { globalId } from '../domain/ids.ts';
import { parseOwnId } from '../domain/own-ids.ts';
import { nameOf } from '../domain/texts.ts';
import type { DeleteVacancyPayloadResolvers, MutationResolvers, RemoveJobPayloadResolvers, SaveJobPayloadResolvers, VacancyPayloadResolvers } from '../generated/resolvers.ts';
import { channelIdOf, publishPlan, saveJobPlan, vacancyPlan } from '../posting/plans.ts';
import { publish } from '../posting/publish.ts';
import { publishOne } from '../posting/publish-one.ts';
import { readVacancy } from '../posting/read-vacancy.ts';
import { resolvePosting } from '../posting/resolve.ts';
import { withdrawPosting } from '../posting/withdraw.ts';
import { withdrawNamed } from '../posting/withdraw-named.ts';
import { channelsOf, idempotencyKeyOf } from './input/posting.ts';
import { vacancyFieldsOf } from './selection.ts';

export const SaveJobPayload: SaveJobPayloadResolvers = {
  jobCode: ({ upstreamId }) => upstreamId,
  vacancyId: ({ channel, upstreamId }) => (upstreamId === null ? null : globalId(channel, 'vacancy', upstreamId)),
  vacancy: ({ channel, upstreamId }, _args, context, info) => (upstreamId === null ? null : readVacancy(context, channel, upstreamId, vacancyFieldsOf(info))),
};

export const VacancyPayload: VacancyPayloadResolvers = {
  vacancyId: ({ channel, upstreamId }) => (upstreamId === null ? null : globalId(channel, 'vacancy', upstreamId)),
  vacancyUrl: ({ url }) => url,
  vacancy: ({ channel, upstreamId }, _args, context, info) => (upstreamId === null ? null : readVacancy(context, channel, upstreamId, vacancyFieldsOf(info))),
};

export const RemoveJobPayload: RemoveJobPayloadResolvers = {
  jobCode: ({ upstreamId }) => upstreamId,
  removed: ({ status }) => status === 'WITHDRAWN',
};

export const DeleteVacancyPayload: DeleteVacancyPayloadResolvers = {
  deletedId: ({ channel, status, upstreamId }) => (status === 'WITHDRAWN' && upstreamId !== null ? globalId(channel, 'vacancy', upstreamId) : null),
};

type PostingMutations = Pick<
  MutationResolvers,
  'publishVacancy' | 'withdrawVacancy' | 'resolvePosting' | 'saveJob' | 'removeJob' | 'createVacancy' | 'updateVacancy' | 'deleteVacancy'
>;

export const postingMutations: PostingMutations = {
  publishVacancy: (_parent, { input, channels, idempotencyKey }, context) => publish(context, publishPlan(context, input, channelsOf(channels), idempotencyKeyOf(idempotencyKey))),
  withdrawVacancy: (_parent, { referenceNumber, channels }, context) => withdrawPosting(context, nameOf(referenceNumber, ['referenceNumber']), channelsOf(channels)),
  resolvePosting: (_parent, { id, channel, published, vacancyId }, context) =>
    resolvePosting(context, { postingId: parseOwnId('posting', id, ['id']), channel, published, upstreamId: vacancyId === null || vacancyId === undefined ? null : channelIdOf(channel, vacancyId, ['vacancyId']) }),
  saveJob: (_parent, { input, idempotencyKey }, context) => publishOne(context, saveJobPlan(context, input, idempotencyKeyOf(idempotencyKey))),
  removeJob: (_parent, { jobCode }, context) => withdrawNamed(context, { operation: 'removeJob', channel: 'CSO', upstreamId: nameOf(jobCode, ['jobCode']), path: ['jobCode'] }),
  createVacancy: (_parent, { input, idempotencyKey }, context) => publishOne(context, vacancyPlan(context, input, null, idempotencyKeyOf(idempotencyKey))),
  updateVacancy: (_parent, { id, input }, context) => publishOne(context, vacancyPlan(context, input, id, null)),
  deleteVacancy: (_parent, { id }, context) =>
    withdrawNamed(context, { operation: 'deleteVacancy', channel: 'ICTERGEZOCHT', upstreamId: channelIdOf('ICTERGEZOCHT', id, ['id']), path: ['id'] }),
};
