import type { Resolvers } from '../generated/resolvers.ts';
import { Attachment, Candidate, CandidateConnection, CandidateEdge, candidateQueries, Skill } from './candidate.ts';
import { CandidateReadConnection, candidateReadQueries } from './candidate-read.ts';
import { CandidateChange, CandidateChangeConnection, CandidateChangeEdge, changeQueries, VacancyChange, VacancyChangeConnection, VacancyChangeEdge } from './change.ts';
import { Enumeration, enumerationQueries, EnumerationValue } from './enumeration.ts';
import { indexingMutations, indexingQueries } from './indexing.ts';
import { DeleteVacancyPayload, postingMutations, RemoveJobPayload, SaveJobPayload, VacancyPayload } from './mutation.ts';
import { Node, nodeQueries } from './node.ts';
import { Organisation, OrganisationConnection, OrganisationEdge, organisationQueries } from './organisation.ts';
import { ChannelResult, MutationLogConnection, MutationLogEntry, PostingConnection, postingQueries } from './posting.ts';
import { scalars } from './scalars.ts';
import { sourceQueries, Viewer } from './source.ts';
import { EducationRequirement, RichText, Vacancy, VacancyConnection, VacancyEdge } from './vacancy.ts';
import { vacancyQueries } from './vacancy-query.ts';

/** Every resolver that is not a property of its parent; GraphQL's own resolver reads the others. */
export const resolvers: Resolvers = {
  ...scalars,
  Attachment,
  Candidate,
  CandidateChange,
  CandidateChangeConnection,
  CandidateChangeEdge,
  CandidateConnection,
  CandidateEdge,
  CandidateReadConnection,
  ChannelResult,
  DeleteVacancyPayload,
  EducationRequirement,
  Enumeration,
  EnumerationValue,
  Mutation: { ...postingMutations, ...indexingMutations },
  MutationLogConnection,
  MutationLogEntry,
  Node,
  Organisation,
  OrganisationConnection,
  OrganisationEdge,
  Query: { ...vacancyQueries, ...candidateQueries, ...candidateReadQueries, ...organisationQueries, ...enumerationQueries, ...changeQueries, ...nodeQueries, ...sourceQueries, ...postingQueries, ...indexingQueries },
  PostingConnection,
  RemoveJobPayload,
  RichText,
  SaveJobPayload,
  Skill,
  Vacancy,
  VacancyChange,
  VacancyChangeConnection,
  VacancyChangeEdge,
  VacancyConnection,
  VacancyEdge,
  VacancyPayload,
  Viewer,
};
