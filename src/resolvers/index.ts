import type { Resolvers } from '../generated/resolvers.ts';
import { Application, ApplicationConnection, applicationQueries, Resume } from './application.ts';
import { Attachment, Candidate, CandidateConnection, CandidateEdge, candidateQueries, Skill } from './candidate.ts';
import { CandidateReadConnection, candidateReadQueries } from './candidate-read.ts';
import { CandidateChange, CandidateChangeConnection, CandidateChangeEdge, changeQueries, VacancyChange, VacancyChangeConnection, VacancyChangeEdge } from './change.ts';
import { Click, ClickConnection, ClickEdge, clickQueries } from './click.ts';
import { Enumeration, enumerationQueries, EnumerationValue } from './enumeration.ts';
import { indexingMutations, indexingQueries, UnsubscribeWebhookPayload, WebhookSubscription } from './indexing.ts';
import { Insight, InsightConnection, InsightEdge, insightQueries } from './insight.ts';
import { DeleteVacancyPayload, postingMutations, RemoveJobPayload, SaveJobPayload, VacancyPayload } from './mutation.ts';
import { Node, nodeQueries } from './node.ts';
import { Organisation, OrganisationConnection, OrganisationEdge, organisationQueries } from './organisation.ts';
import { ChannelResult, MutationLogConnection, MutationLogEntry, Posting, PostingConnection, postingQueries } from './posting.ts';
import { scalars } from './scalars.ts';
import { sourceQueries, Viewer } from './source.ts';
import { Subscription } from './subscription.ts';
import { EducationRequirement, RichText, Vacancy, VacancyConnection, VacancyEdge } from './vacancy.ts';
import { vacancyQueries } from './vacancy-query.ts';
import { WebhookEvent, WebhookEventConnection, webhookEventQueries } from './webhook-event.ts';
import { deliveryQueries, WebhookDelivery, WebhookDeliveryConnection } from './webhook-delivery.ts';

/** Every resolver that is not a property of its parent; GraphQL's own resolver reads the others. */
export const resolvers: Resolvers = {
  ...scalars,
  Application,
  ApplicationConnection,
  Attachment,
  Candidate,
  CandidateChange,
  CandidateChangeConnection,
  CandidateChangeEdge,
  CandidateConnection,
  CandidateEdge,
  CandidateReadConnection,
  ChannelResult,
  Click,
  ClickConnection,
  ClickEdge,
  DeleteVacancyPayload,
  EducationRequirement,
  Enumeration,
  EnumerationValue,
  Insight,
  InsightConnection,
  InsightEdge,
  Mutation: { ...postingMutations, ...indexingMutations },
  MutationLogConnection,
  MutationLogEntry,
  Node,
  Organisation,
  OrganisationConnection,
  OrganisationEdge,
  Query: { ...applicationQueries, ...vacancyQueries, ...candidateQueries, ...candidateReadQueries, ...organisationQueries, ...enumerationQueries, ...changeQueries, ...nodeQueries, ...sourceQueries, ...postingQueries, ...insightQueries, ...clickQueries, ...indexingQueries, ...webhookEventQueries, ...deliveryQueries },
  Posting,
  PostingConnection,
  RemoveJobPayload,
  Resume,
  RichText,
  SaveJobPayload,
  Skill,
  Subscription,
  UnsubscribeWebhookPayload,
  Vacancy,
  VacancyChange,
  VacancyChangeConnection,
  VacancyChangeEdge,
  VacancyConnection,
  VacancyEdge,
  VacancyPayload,
  Viewer,
  WebhookEvent,
  WebhookEventConnection,
  WebhookDelivery,
  WebhookDeliveryConnection,
  WebhookSubscription,
};
