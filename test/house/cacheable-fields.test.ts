import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { cacheableDocuments } from '../../src/server/graphql/caching/cacheable-documents.ts';
import { cacheableFields } from '../../src/server/graphql/caching/cacheable-fields.ts';
import { executableSchema } from '../../src/server/graphql/schema.ts';
import { untoldCaching } from './rules/cacheable.ts';

const change = 'changes something, or tells what a change came to';
const person = 'about a person';
const someone = 'leads to a person';
const own = "a caller's own";
const figures = 'figures of an account';
const moment = 'of the moment it is asked';
const admins = 'of who looks after the gateway';

const uncacheable: Readonly<Record<string, string>> = {
  Mutation: change,
  Subscription: moment,
  ...Object.fromEntries(
    ['SaveJobPayload', 'RemoveJobPayload', 'VacancyPayload', 'DeleteVacancyPayload', 'PublishVacancyPayload', 'ReportIndexingPayload', 'SubscribeWebhookPayload', 'UnsubscribeWebhookPayload', 'UserError', 'ChannelResult', 'ChannelValidation'].map((type) => [type, change]),
  ),
  ...Object.fromEntries(['Candidate', 'CandidateConnection', 'CandidateEdge', 'Person', 'Experience', 'Education', 'Certificate', 'DesiredJob', 'DesiredFunction', 'Attachment', 'Contact', 'Application', 'ApplicationConnection', 'ApplicationEdge', 'Resume'].map((type) => [type, person])),
  ...Object.fromEntries(['Insight', 'InsightConnection', 'InsightEdge', 'InsightSummary', 'InsightGroup', 'InsightKey', 'InsightSeries', 'InsightPoint', 'Click', 'ClickConnection', 'ClickEdge'].map((type) => [type, figures])),
  ...Object.fromEntries(['Posting', 'PostingConnection', 'PostingEdge', 'WebhookSubscription', 'WebhookDelivery', 'WebhookDeliveryAttempt', 'WebhookDeliveryConnection', 'WebhookDeliveryEdge', 'Viewer'].map((type) => [type, own])),
  ...Object.fromEntries(['CandidateRead', 'CandidateReadConnection', 'CandidateReadEdge', 'MutationLogConnection', 'MutationLogEdge', 'MutationLogEntry', 'WebhookEvent', 'WebhookEventConnection', 'WebhookEventEdge'].map((type) => [type, admins])),
  ...Object.fromEntries(['VacancyChange', 'VacancyChangeConnection', 'VacancyChangeEdge', 'CandidateChange', 'CandidateChangeConnection', 'CandidateChangeEdge', 'SourceInfo', 'RateLimit'].map((type) => [type, moment])),
  _Service: 'the graph of this very process',
  'Query._service': 'the graph of this very process',
  ...Object.fromEntries(['candidate', 'candidates', 'application', 'applications'].map((field) => [`Query.${field}`, someone])),
  ...Object.fromEntries(['insights', 'insightSummary', 'insightSeries', 'clicks'].map((field) => [`Query.${field}`, figures])),
  ...Object.fromEntries(['postings', 'validateVacancy', 'webhookSubscriptions', 'webhookDeliveries', 'viewer'].map((field) => [`Query.${field}`, own])),
  ...Object.fromEntries(['candidateReads', 'mutationLog', 'webhookEvents'].map((field) => [`Query.${field}`, admins])),
  ...Object.fromEntries(['vacancyChanges', 'candidateChanges', 'sources'].map((field) => [`Query.${field}`, moment])),
  'Vacancy.contacts': someone,
  'Vacancy.posting': own,
  'Vacancy.applications': someone,
  'Vacancy.insight': figures,
  'Vacancy.raw': 'holds what is about persons too',
  'OtherSkill.raw': 'may hold what is about persons',
  'ApplicationProcedure.email': person,
  'ApplicationProcedure.phone': person,
  'ApplicationProcedure.address': person,
};

test('of every field of the schema it is said whether an answer with it may be kept', () => {
  expect(untoldCaching(executableSchema(), { cacheable: cacheableFields, uncacheable })).toEqual([]);
});

describe('a document', () => {
  const schema = buildSchema('interface Thing { id: ID } type Row implements Thing { id: ID name: String secret: String } type Query { row: Row thing: Thing }');
  const isCacheable = cacheableDocuments(schema, { Query: 'row thing', Row: 'id name', Thing: 'id' });

  test.each([
    ['selects what is named', '{ row { id name __typename } thing { id } }'],
    ['selects it through a fragment', '{ thing { ...R } } fragment R on Row { name }'],
    ['selects it by another name', '{ row { secret: name } }'],
  ])('may be kept that %s', (_what, text) => {
    expect(isCacheable(parse(text))).toBe(true);
  });

  test.each([
    ['selects what is not', '{ row { id secret } }'],
    ['selects it by the name of something else', '{ row { name: secret } }'],
    ['selects it through a fragment', '{ thing { ...R } } fragment R on Row { secret }'],
    ['selects it through an inline fragment', '{ thing { id ... on Row { secret } } }'],
    ['selects it under a condition', 'query ($no: Boolean!) { row { id secret @include(if: $no) } }'],
    ['has an operation beside that does', 'query A { row { id } } query B { row { secret } }'],
    ['asks for the schema', '{ __schema { types { name } } }'],
  ])('may not that %s', (_what, text) => {
    const document = parse(text);
    expect([isCacheable(document), isCacheable(document)]).toEqual([false, false]);
  });
});

describe('a table is refused that', () => {
  const schema = buildSchema('type Row { id: ID secret: String } type Query { row: Row }');

  test.each([
    ['says nothing of a field', { Query: 'row', Row: 'id' }, {}, ['Row.secret: say whether an answer with it may be kept, in cacheable-fields.ts or here']],
    ['says both of one', { Query: 'row', Row: 'id secret' }, { 'Row.secret': person }, ['Row.secret may be kept and may not']],
    ['says both of one by its type', { Query: 'row', Row: 'id' }, { Row: person }, ['Row.id may be kept and may not']],
    ['names a field twice', { Query: 'row', Row: 'id id secret' }, {}, ['Row.id is named twice']],
    ['names what there is not', { Query: 'row gone', Row: 'id secret' }, { Lost: person }, ['Query.gone is no field of the schema', 'Lost is no field of the schema']],
  ])('%s', (_what, cacheable, exceptions, problems) => {
    expect(untoldCaching(schema, { cacheable, uncacheable: exceptions })).toEqual(problems);
  });
});
