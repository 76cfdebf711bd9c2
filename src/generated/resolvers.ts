/* Generated from schema/ by "npm run codegen". Do not edit. */
import type { GraphQLResolveInfo, GraphQLScalarType, GraphQLScalarTypeConfig } from 'graphql';
import type { Vacancy as VacancyModel, Contact as ContactModel, Employment as EmploymentModel, EducationRequirement as EducationRequirementModel, ApplicationProcedure as ApplicationProcedureModel, PublicationSet as PublicationSetModel, PublicationPhase as PublicationPhaseModel } from '../domain/vacancy.ts';
import type { VacancyPage as VacancyPageModel, VacancyEdge as VacancyEdgeModel, ChangePage as ChangePageModel, ChangeEdge as ChangeEdgeModel, CandidatePage as CandidatePageModel, CandidateEdge as CandidateEdgeModel, OrganisationPage as OrganisationPageModel, OrganisationEdge as OrganisationEdgeModel } from '../federate/page.ts';
import type { Change as ChangeModel } from '../domain/change.ts';
import type { VacancyCount as VacancyCountModel } from '../federate/count.ts';
import type { VacancyFacets as VacancyFacetsModel, SourcedFacetCount as SourcedFacetCountModel } from '../federate/facets.ts';
import type { Candidate as CandidateModel, Person as PersonModel, DesiredJob as DesiredJobModel, CandidateAttachment as CandidateAttachmentModel } from '../domain/candidate.ts';
import type { Skill as SkillModel, LanguageSkill as LanguageSkillModel, TechnicalSkill as TechnicalSkillModel, SoftSkill as SoftSkillModel, FreeSkill as FreeSkillModel, OtherSkill as OtherSkillModel } from '../domain/skill.ts';
import type { Organisation as OrganisationModel } from '../domain/organisation.ts';
import type { Enumeration as EnumerationModel, EnumerationValue as EnumerationValueModel } from '../domain/enumeration.ts';
import type { EnumerationList as EnumerationListModel } from '../federate/enumerations.ts';
import type { Location as LocationModel } from '../domain/location.ts';
import type { RichText as RichTextModel } from '../domain/rich-text.ts';
import type { Insight as InsightModel, Click as ClickModel } from '../domain/insight.ts';
import type { InsightPage as InsightPageModel, InsightEdge as InsightEdgeModel, ClickPage as ClickPageModel, ClickEdge as ClickEdgeModel } from '../insights/listing.ts';
import type { InsightSummary as InsightSummaryModel, InsightSeries as InsightSeriesModel } from '../domain/insight-figures.ts';
import type { UserError as UserErrorModel } from '../domain/posting/user-error.ts';
import type { Posting as PostingModel } from '../domain/posting/posting.ts';
import type { PostingPage as PostingPageModel, PostingEdge as PostingEdgeModel, MutationLogPage as MutationLogPageModel, MutationLogEdge as MutationLogEdgeModel } from '../posting/lists.ts';
import type { ShownOutcome as ShownOutcomeModel, ChannelResult as ChannelResultModel, Sent as SentModel } from '../posting/outcomes.ts';
import type { PostingResult as PostingResultModel } from '../posting/publish.ts';
import type { ChannelValidation as ChannelValidationModel } from '../posting/validate.ts';
import type { PostingRules as PostingRulesModel } from '../domain/posting/posting-rules.ts';
import type { Audited as AuditedModel } from '../store/audit.ts';
import type { Delivery as DeliveryModel } from '../domain/delivery.ts';
import type { DeliveryPage as DeliveryPageModel, DeliveryEdge as DeliveryEdgeModel } from '../forwarding/lists.ts';
import type { CandidateReadPage as CandidateReadPageModel, CandidateReadEdge as CandidateReadEdgeModel } from '../authorisation/list-reads.ts';
import type { RecordedCandidateRead as RecordedCandidateReadModel } from '../store/candidate-reads.ts';
import type { WebhookEvent as WebhookEventModel } from '../domain/webhook-event.ts';
import type { WebhookEventPage as WebhookEventPageModel, WebhookEventEdge as WebhookEventEdgeModel } from '../events/list-webhook-events.ts';
import type { WebhookSubscription as WebhookSubscriptionModel } from '../store/webhook-subscriptions.ts';
import type { Application as ApplicationModel, ResumeOf as ResumeOfModel } from '../domain/application.ts';
import type { ApplicationPage as ApplicationPageModel, ApplicationEdge as ApplicationEdgeModel } from '../events/list-applications.ts';
import type { SourceReport as SourceReportModel } from '../domain/report.ts';
import type { SourceInfo as SourceInfoModel, Viewer as ViewerModel, Context } from '../context.ts';
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  /** A calendar day without a time zone: 2026-03-01. */
  Date: { input: string; output: string; }
  /** An instant, RFC 3339 in UTC: 2026-03-01T09:30:00Z. Only where the source itself gives an instant. */
  DateTime: { input: Date; output: Date; }
  /** Any JSON value, as it is. Used where an upstream's own object or parameters pass through untouched. */
  JSON: { input: unknown; output: unknown; }
  /** A language tag of BCP 47: nl, nl-BE, fr-BE. */
  Locale: { input: string; output: string; }
  /** An absolute http or https address. */
  URL: { input: string; output: string; }
  _FieldSet: { input: string; output: string; }
};

/** A person's application to a vacancy, as a job board delivered it to this gateway. Personal data. ICTerGezocht. */
export type Application = {
  readonly __typename?: 'Application';
  /** The campaign that the visitor came by (utm-campaign); empty where there was none. */
  readonly campaign: Scalars['String']['output'];
  /** Where the person lives. */
  readonly city: Maybe<Scalars['String']['output']>;
  /** The fields that the board sends beside these, as they came: an object. */
  readonly custom: Scalars['JSON']['output'];
  /** The person's e-mail address. */
  readonly email: Scalars['String']['output'];
  /** Global id: ictergezocht:application:<number>. */
  readonly id: Scalars['ID']['output'];
  /** The person's letter: plain text. */
  readonly motivation: Maybe<Scalars['String']['output']>;
  /** The person's name. */
  readonly name: Scalars['String']['output'];
  /** Where the visitor came from (utm-source); empty where the board does not know. */
  readonly origin: Scalars['String']['output'];
  /** The person's phone number, as it was written. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** When it was received. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** The reference number of the vacancy, as its poster gave it to the board. */
  readonly referenceNumber: Scalars['String']['output'];
  /** The CV; null where none was sent. */
  readonly resume: Maybe<Resume>;
  /** The board that delivered it. */
  readonly source: Source;
  /** The vacancy that it is to, where you posted it through this gateway. */
  readonly vacancy: Maybe<Vacancy>;
};

/** A page of applications. */
export type ApplicationConnection = {
  readonly __typename?: 'ApplicationConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<ApplicationEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Maybe<Application>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** All that match. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One application in a page. */
export type ApplicationEdge = {
  readonly __typename?: 'ApplicationEdge';
  /** Cursor of this row. */
  readonly cursor: Scalars['String']['output'];
  /** The application. */
  readonly node: Maybe<Application>;
};

/** Which applications; criteria that are left out restrict nothing. */
export type ApplicationFilter = {
  /** Only those of this e-mail address, whatever its case. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Only those received at this instant or later. */
  readonly receivedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only those received at this instant or earlier. */
  readonly receivedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Only to vacancies of this reference number. */
  readonly referenceNumber?: InputMaybe<Scalars['String']['input']>;
};

/** How to apply for a vacancy. */
export type ApplicationProcedure = {
  readonly __typename?: 'ApplicationProcedure';
  /** Address for applications by post. CSO, VDAB. */
  readonly address: Maybe<Location>;
  /** True where a CV is asked for. VDAB. */
  readonly cvRequired: Maybe<Scalars['Boolean']['output']>;
  /** Address for applications by e-mail. CSO, VDAB. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** What else to know about applying. VDAB. */
  readonly instructions: Maybe<RichText>;
  /** True where a letter of motivation is asked for. VDAB. */
  readonly letterRequired: Maybe<Scalars['Boolean']['output']>;
  /** In writing, electronically or both. CSO. */
  readonly methods: ReadonlyArray<EnumerationValue>;
  /** How to apply electronically. CSO. */
  readonly onlineMethods: ReadonlyArray<EnumerationValue>;
  /** Number for applications by telephone. VDAB. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** Form to apply with. CSO, VDAB. */
  readonly url: Maybe<Scalars['URL']['output']>;
};

/** A file of a candidate. Cegid. */
export type Attachment = {
  readonly __typename?: 'Attachment';
  /** Name of the file; it may name the person. */
  readonly fileName: Maybe<Scalars['String']['output']>;
  /** Id of the file. */
  readonly id: Scalars['ID']['output'];
  /** True where it is the candidate's CV. */
  readonly isResume: Maybe<Scalars['Boolean']['output']>;
  /** Media type, e.g. application/pdf. */
  readonly mimeType: Maybe<Scalars['String']['output']>;
  /** Download on this server, with the same scopes; null where it cannot be had. */
  readonly url: Maybe<Scalars['URL']['output']>;
};

/**
 * A person who looks for work: a CV at VDAB, an applicant at Cegid. Personal data: reading it takes candidates:read, and seeing who it is takes
 * candidates:contact as well.
 */
export type Candidate = {
  readonly __typename?: 'Candidate';
  /** Vacancies that the candidate applied to. Cegid; empty elsewhere, null where they could not be read. */
  readonly applicationsTo: Maybe<ReadonlyArray<Maybe<Vacancy>>>;
  /** Files of the candidate. Cegid. */
  readonly attachments: ReadonlyArray<Attachment>;
  /** Certificates and licences. VDAB. */
  readonly certificates: ReadonlyArray<Certificate>;
  /** When it was entered. Cegid. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** The work that is wanted. VDAB, Cegid. */
  readonly desiredJob: Maybe<DesiredJob>;
  /** Education. VDAB, Cegid. */
  readonly educations: ReadonlyArray<Education>;
  /** Work done, what goes on first and then the latest. VDAB, Cegid. */
  readonly experiences: ReadonlyArray<Experience>;
  /** Global id: <source>:candidate:<sourceId>. */
  readonly id: Scalars['ID']['output'];
  /** Who it is: name, address and ways to reach them. VDAB, Cegid. */
  readonly person: Maybe<Person>;
  /** The source's own object, untouched; it names the person. */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** Every other number that the candidate is known by. VDAB. */
  readonly references: ReadonlyArray<Reference>;
  /** Languages, techniques, personal qualities and what the person added. VDAB, Cegid. */
  readonly skills: ReadonlyArray<Skill>;
  /** The source that it comes from. */
  readonly source: Source;
  /** The source's own id: VDAB's id of the CV, Cegid's id of the applicant. */
  readonly sourceId: Scalars['String']['output'];
  /** The status as the source writes it. VDAB. */
  readonly status: Maybe<Scalars['String']['output']>;
  /** When it was last changed, where the source gives an instant. Cegid. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Day of the last change: the source's own (VDAB), or updatedAt's in the source's country. */
  readonly updatedOn: Maybe<Scalars['Date']['output']>;
};

/** A change of one candidate at its source. */
export type CandidateChange = {
  readonly __typename?: 'CandidateChange';
  /** The candidate as it is now; null where it is gone. VDAB costs one call a candidate. */
  readonly candidate: Maybe<Candidate>;
  /** Global id of the candidate; also of one that is gone. */
  readonly candidateId: Scalars['ID']['output'];
  /** When it happened; null where the source does not say. */
  readonly changedAt: Maybe<Scalars['DateTime']['output']>;
  /** Id of this change, the same each time that it is read. */
  readonly id: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: ChangeKind;
  /** The status or event as the source writes it. */
  readonly nativeStatus: Maybe<Scalars['String']['output']>;
  /** The source that tells of it. */
  readonly source: Source;
  /** The source's own id of the candidate. */
  readonly sourceId: Scalars['String']['output'];
};

/** A page of changes of candidates. */
export type CandidateChangeConnection = {
  readonly __typename?: 'CandidateChangeConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<CandidateChangeEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Maybe<CandidateChange>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** The report of the source that was asked. */
  readonly sources: ReadonlyArray<SourceReport>;
  /** All changes in the span; null unless the source is OK and can count. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One change in a page. */
export type CandidateChangeEdge = {
  readonly __typename?: 'CandidateChangeEdge';
  /** Cursor of this row. */
  readonly cursor: Scalars['String']['output'];
  /** The change; null where it could not be read, with an entry in `errors`. */
  readonly node: Maybe<CandidateChange>;
};

/** A page of candidates. */
export type CandidateConnection = {
  readonly __typename?: 'CandidateConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<CandidateEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Maybe<Candidate>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** One report for each source that was asked. */
  readonly sources: ReadonlyArray<SourceReport>;
  /** All matches together; null unless every source that was asked is OK and can count. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One candidate in a page. */
export type CandidateEdge = {
  readonly __typename?: 'CandidateEdge';
  /** Cursor of this row. */
  readonly cursor: Scalars['String']['output'];
  /** The candidate; null where it is gone since it was listed, or where it could not be read: then with an entry in `errors`. */
  readonly node: Maybe<Candidate>;
};

/** Which candidates to give. All criteria must hold; a list means any of its values. */
export type CandidateFilter = {
  /** Regions that the candidate wants to work in, in VDAB's codes. VDAB. */
  readonly desiredRegions?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** E-mail addresses. Needs candidates:contact. Cegid. */
  readonly emails?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Further query parameters by name: an object of strings, numbers, booleans or lists of these. Passed on as they are, so that it needs candidates:contact too. */
  readonly extra?: InputMaybe<Scalars['JSON']['input']>;
  /** The source's own ids. */
  readonly ids?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The same in NUTS codes of any level; a region covers the regions inside it. VDAB. */
  readonly nuts?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Codes of occupation profiles that the candidate wants. VDAB. */
  readonly occupations?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Codes of studies and diplomas. VDAB. */
  readonly studies?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Changed after this instant. */
  readonly updatedAfter?: InputMaybe<Scalars['DateTime']['input']>;
};

/** One read of candidates: what a root field of an operation gave. It is written before the answer leaves, or the answer does not. */
export type CandidateRead = {
  readonly __typename?: 'CandidateRead';
  /** When it was. */
  readonly at: Scalars['DateTime']['output'];
  /** Global ids of the candidates that were given, at most 500; none where nobody was found. A read of more is several entries. */
  readonly candidateIds: ReadonlyArray<Scalars['ID']['output']>;
  /** Id of the caller. */
  readonly client: Scalars['String']['output'];
  /** Id of the entry. */
  readonly id: Scalars['ID']['output'];
  /** What the caller said it reads them for, in its header X-Purpose; null where it did not say. */
  readonly purpose: Maybe<Scalars['String']['output']>;
  /** Name of the field of Query that the candidates were read by. */
  readonly rootField: Scalars['String']['output'];
};

/** A page of the log of reads of candidates. */
export type CandidateReadConnection = {
  readonly __typename?: 'CandidateReadConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<CandidateReadEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Maybe<CandidateRead>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** All entries. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One entry in a page. */
export type CandidateReadEdge = {
  readonly __typename?: 'CandidateReadEdge';
  /** Cursor of this row. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: Maybe<CandidateRead>;
};

/** The filter of Cegid's export of vacancies. All criteria must hold; a list means any of its values. */
export type CegidVacancyFilter = {
  /** A condition in Cegid's own filter syntax, passed on as it is. */
  readonly q?: InputMaybe<Scalars['String']['input']>;
  /** References of vacancies. */
  readonly references?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Ids of statuses, as in nativeStatus. */
  readonly statuses?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Changed after this instant. */
  readonly updatedAfter?: InputMaybe<Scalars['DateTime']['input']>;
  /** Changed before this instant. */
  readonly updatedBefore?: InputMaybe<Scalars['DateTime']['input']>;
};

/** A certificate or licence of a candidate. VDAB. */
export type Certificate = {
  readonly __typename?: 'Certificate';
  /** The certificate as the source codes it, e.g. B. */
  readonly code: Maybe<Scalars['String']['output']>;
  /** The kind in the source's words, e.g. rijbewijs for a driving licence. */
  readonly kind: Maybe<Scalars['String']['output']>;
  /** The certificate in words, where the source gives them. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** For a driving licence: whether the candidate has a car. */
  readonly ownsCar: Maybe<Scalars['Boolean']['output']>;
};

/** What happened to a vacancy or a candidate at its source. */
export type ChangeKind =
  /** It is new; only where the source says so. */
  | 'CREATED'
  /** It is gone; only where the source says so. */
  | 'DELETED'
  /** It is shown now. */
  | 'PUBLISHED'
  /** Something happened that the source does not name: fetch it again. */
  | 'UNKNOWN'
  /** It is no longer shown, but exists. */
  | 'UNPUBLISHED'
  /** It was changed, or is new where the source does not tell these apart. */
  | 'UPDATED';

/** What one channel came to. */
export type ChannelResult = {
  readonly __typename?: 'ChannelResult';
  /** The channel. */
  readonly channel: PostingChannel;
  /** Why the channel could not do its part. */
  readonly error: Maybe<SourceError>;
  /** True where this is what an earlier call with the same key came to: nothing was sent now. */
  readonly replayed: Scalars['Boolean']['output'];
  /** What became of it there. */
  readonly status: ChannelStatus;
  /** Its page for people, where the channel tells it. ICTerGezocht. */
  readonly url: Maybe<Scalars['URL']['output']>;
  /** What to mend, warnings included. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** Global id of the vacancy on the channel; null where it has none, or the channel did not tell it yet. */
  readonly vacancyId: Maybe<Scalars['ID']['output']>;
};

/** What became of a vacancy on a channel. */
export type ChannelStatus =
  /** The channel could not be reached or failed; see error. Surely nothing was done: use a new key to try again. */
  | 'FAILED'
  /** It breaks a rule, or the channel refused it; see userErrors. The channel has nothing new. */
  | 'INVALID'
  /** The channel took it as a new vacancy. */
  | 'PUBLISHED'
  /** It was sent and no answer was seen. Ask again with the same key and the gateway finds out, or settle it with resolvePosting. */
  | 'UNCERTAIN'
  /** The channel took it in place of what was there. */
  | 'UPDATED'
  /** It is off the channel. */
  | 'WITHDRAWN';

/** What a channel's rules make of an input. */
export type ChannelValidation = {
  readonly __typename?: 'ChannelValidation';
  /** The channel. */
  readonly channel: PostingChannel;
  /** Codes of the rules whose lists could not be read just now: they are neither met nor broken. */
  readonly unchecked: ReadonlyArray<Scalars['String']['output']>;
  /** Everything that is wrong, warnings included. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** True where no ERROR was found: it would be sent. */
  readonly valid: Scalars['Boolean']['output'];
};

/** One click on a vacancy. ICTerGezocht. */
export type Click = {
  readonly __typename?: 'Click';
  /** When it was. Where the source states no zone, its time is taken to be Dutch. */
  readonly clickedAt: Scalars['DateTime']['output'];
  /** Price of the click. */
  readonly costPerClick: Maybe<Scalars['Float']['output']>;
  /** Currency of the price, ISO 4217. The board names none; it is taken to be euros. */
  readonly currency: Scalars['String']['output'];
  /** The IP address. Personal data. */
  readonly ip: Maybe<Scalars['String']['output']>;
  /** The poster's own number of the vacancy. */
  readonly referenceNumber: Maybe<Scalars['String']['output']>;
  /** The source that tells it. */
  readonly source: Source;
  /** The source's own id of the vacancy. */
  readonly sourceId: Scalars['String']['output'];
  /** The vacancy itself, where this caller posted it through the gateway; null otherwise. */
  readonly vacancy: Maybe<Vacancy>;
  /** Global id of the vacancy, e.g. ictergezocht:vacancy:70001. */
  readonly vacancyId: Scalars['ID']['output'];
  /**
   * Who clicked, as a keyed hash of the IP address: the same within a day in Dutch time for one account, another on the next. The address cannot be found from it without the gateway's secret.
   * A click without an address is a visitor of its own.
   */
  readonly visitor: Scalars['String']['output'];
};

/** A page of clicks. */
export type ClickConnection = {
  readonly __typename?: 'ClickConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<ClickEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Maybe<Click>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** One report for each source that was asked. */
  readonly sources: ReadonlyArray<SourceReport>;
  /** All clicks that match; null where the source does not say so. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One click in a page. */
export type ClickEdge = {
  readonly __typename?: 'ClickEdge';
  /** Cursor of this row. */
  readonly cursor: Scalars['String']['output'];
  /** The click; null where the source's row could not be read, with an entry in `errors`. */
  readonly node: Maybe<Click>;
};

/** A company as ICTerGezocht knows it. */
export type CompanyInput = {
  /** What it is, HTML. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Its logo. */
  readonly logoUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Name. */
  readonly name: Scalars['String']['input'];
  /** Kind of company: a code of COMPANY_TYPE. */
  readonly typeId?: InputMaybe<Scalars['Int']['input']>;
};

/** A person at a company as ICTerGezocht knows it. */
export type CompanyUserInput = {
  /** E-mail address: applications are sent there. */
  readonly email: Scalars['String']['input'];
  /** What the person does: a code of USER_FUNCTION. */
  readonly functionId?: InputMaybe<Scalars['Int']['input']>;
  /** Name. */
  readonly name: Scalars['String']['input'];
  /** Telephone number. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** A picture. */
  readonly photoUrl?: InputMaybe<Scalars['URL']['input']>;
};

/** A rule over several fields, or one that depends on others. */
export type ConditionalRule = {
  readonly __typename?: 'ConditionalRule';
  /** Stable name of the rule. */
  readonly code: Scalars['String']['output'];
  /** The rule, and where the channel's document states it. */
  readonly description: Scalars['String']['output'];
  /** The fields that it looks at, in the names of the channel's own input. */
  readonly paths: ReadonlyArray<Scalars['String']['output']>;
  /** Whether breaking it keeps a vacancy from being sent. */
  readonly severity: Severity;
};

/** Someone to turn to about a vacancy. What stands in a published vacancy is public. */
export type Contact = {
  readonly __typename?: 'Contact';
  /** Postal address. */
  readonly address: Maybe<Location>;
  /** E-mail address. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** Name of the person or desk. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Telephone number, as the source writes it. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** What to turn to them for. */
  readonly role: ContactRole;
  /** Site or profile. */
  readonly url: Maybe<Scalars['URL']['output']>;
};

/** A person or a desk to turn to. */
export type ContactInput = {
  /** Where it is. */
  readonly address?: InputMaybe<PostalAddressInput>;
  /** E-mail address. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** Name. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Telephone number. */
  readonly phone?: InputMaybe<Scalars['String']['input']>;
  /** Web page. */
  readonly url?: InputMaybe<Scalars['URL']['input']>;
};

/** What to turn to a contact for. */
export type ContactRole =
  /** Sending an application. CSO, VDAB. */
  | 'APPLICATION'
  /** Questions on the procedure. CSO. */
  | 'APPLICATION_PROCEDURE'
  /** Anything: the source does not say what for. */
  | 'GENERAL'
  /** Questions on the vacancy. CSO. */
  | 'INFORMATION';

/** The filter of CSO's getJobs, field for field, with codes of CSO's lists. All criteria must hold; a list means any of its values. */
export type CsoJobFilter = {
  /** Codes of contractTypes (CSD.…). */
  readonly contractTypes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Codes of educationLevels (CWD.…). */
  readonly educationLevels?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Codes of jobBranches (CVG.…). */
  readonly jobBranches?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Codes of jobCategories (CFT.…). */
  readonly jobCategories?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Words that occur in the vacancy's texts. */
  readonly keywords?: InputMaybe<Scalars['String']['input']>;
  /** Words that occur in the name of the function. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Only vacancies that are shown online. */
  readonly onlineOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** Orders of CSO, first one first. Used where the query's own order is SOURCE_ORDER. */
  readonly orderBy?: InputMaybe<ReadonlyArray<CsoOrderBy>>;
  /** Codes of organisations, five digits. */
  readonly organisations?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Codes of payScales, eight characters. */
  readonly payScales?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Shown at or after this instant. */
  readonly publicationFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Codes of jobPublicationStatuses (PUB.…): to whom the vacancy is shown. */
  readonly publicationStatuses?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Shown at or before this instant. */
  readonly publicationTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Codes of regions: BRG.…, or a country's two letters. */
  readonly regions?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Highest salary, EUR gross a month. */
  readonly salaryMax?: InputMaybe<Scalars['Float']['input']>;
  /** Lowest salary, EUR gross a month. */
  readonly salaryMin?: InputMaybe<Scalars['Float']['input']>;
  /** Codes of sectors. */
  readonly sectors?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/** One order of CSO. */
export type CsoOrderBy = {
  /** What to order by. */
  readonly by: CsoOrderField;
  /** High to low. */
  readonly descending?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What CSO can order by. */
export type CsoOrderField =
  /** Moment of publication. */
  | 'DATE_PUBLISHED'
  /** Days that the vacancy is still shown. */
  | 'DAYS_LEFT'
  /** Last moment until which applications are kept. */
  | 'JOB_APPLICATION_RETENTION_MAX_DATE'
  /** Phase of publication. */
  | 'STATUS_PUBLISHED';

/** A value that comes back with applications. */
export type CustomFieldInput = {
  /** Its name. */
  readonly name: Scalars['String']['input'];
  /** Its value. */
  readonly value: Scalars['String']['input'];
};

/** What deleteVacancy came to. */
export type DeleteVacancyPayload = {
  readonly __typename?: 'DeleteVacancyPayload';
  /** Id of the vacancy that is off; null where it is not, or not surely. */
  readonly deletedId: Maybe<Scalars['ID']['output']>;
  /** Why ICTerGezocht could not do its part. */
  readonly error: Maybe<SourceError>;
  /** What kept it. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A function that a candidate wants. */
export type DesiredFunction = {
  readonly __typename?: 'DesiredFunction';
  /** Experience in it as the source codes it. VDAB. */
  readonly experience: Maybe<Scalars['String']['output']>;
  /** Code of the occupation profile. VDAB, Cegid. */
  readonly profileCode: Maybe<Scalars['String']['output']>;
  /** Name of the function. VDAB, Cegid. */
  readonly title: Maybe<Scalars['String']['output']>;
};

/** The work that a candidate wants. */
export type DesiredJob = {
  readonly __typename?: 'DesiredJob';
  /** Kind of contract, in the source's words. Cegid. */
  readonly contractType: Maybe<Scalars['String']['output']>;
  /** Functions to do. VDAB, Cegid. */
  readonly functions: ReadonlyArray<DesiredFunction>;
  /** Regions to work in. VDAB. */
  readonly regions: ReadonlyArray<EnumerationValue>;
  /** Full time or part time, in the source's codes. VDAB. */
  readonly workRegimes: ReadonlyArray<Scalars['String']['output']>;
  /** Day, shift, night or weekend work, in the source's codes. VDAB. */
  readonly workSystems: ReadonlyArray<Scalars['String']['output']>;
};

/** Education that a candidate had. */
export type Education = {
  readonly __typename?: 'Education';
  /** The study or diploma as the source codes it. VDAB, Cegid. */
  readonly code: Maybe<Scalars['String']['output']>;
  /** True where it ended with a diploma. VDAB. */
  readonly diploma: Maybe<Scalars['Boolean']['output']>;
  /** Remark of the candidate or the source. VDAB. */
  readonly info: Maybe<Scalars['String']['output']>;
  /** The kind in the source's words, e.g. studie. VDAB. */
  readonly kind: Maybe<Scalars['String']['output']>;
  /** The study or diploma in words, where the source gives them. Cegid. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** Year of completion. VDAB, Cegid. */
  readonly obtainedIn: Maybe<Scalars['Int']['output']>;
  /** Day of completion. VDAB. */
  readonly obtainedOn: Maybe<Scalars['Date']['output']>;
};

/** Education that a vacancy asks for. */
export type EducationRequirement = {
  readonly __typename?: 'EducationRequirement';
  /** Highest level of the European Qualifications Framework that it means, 1 to 8; null where the code is not known. */
  readonly eqfMax: Maybe<Scalars['Int']['output']>;
  /** Lowest level of the European Qualifications Framework that it means, 1 to 8; null where the code is not known. */
  readonly eqfMin: Maybe<Scalars['Int']['output']>;
  /** The level as the source codes it. */
  readonly value: EnumerationValue;
};

/** Contract, hours and pay of a vacancy. */
export type Employment = {
  readonly __typename?: 'Employment';
  /** How long the contract lasts. VDAB, Cegid. */
  readonly contractDuration: Maybe<EnumerationValue>;
  /** Kind of contract as the source codes it. CSO, VDAB, Cegid. */
  readonly contractType: Maybe<EnumerationValue>;
  /** Most hours a week. CSO, VDAB. */
  readonly hoursMax: Maybe<Scalars['Float']['output']>;
  /** Fewest hours a week. CSO, VDAB. */
  readonly hoursMin: Maybe<Scalars['Float']['output']>;
  /** Pay scales, with their amounts. CSO. */
  readonly payScales: ReadonlyArray<EnumerationValue>;
  /** Full time or part time as the source codes it. VDAB, Cegid. */
  readonly regime: Maybe<EnumerationValue>;
  /** Highest salary, gross. CSO, VDAB. */
  readonly salaryMax: Maybe<Money>;
  /** Lowest salary, gross. CSO, VDAB. */
  readonly salaryMin: Maybe<Money>;
  /** What the salary is paid for; null where the source does not say. */
  readonly salaryPeriod: Maybe<SalaryPeriod>;
  /** Pay in words. CSO's description, Cegid's range. */
  readonly salaryText: Maybe<Scalars['String']['output']>;
  /** Day, shift, night or weekend work as the source codes it. VDAB. */
  readonly schedules: ReadonlyArray<EnumerationValue>;
  /** What it is in shared words, from contract and hours; empty where neither is known. */
  readonly types: ReadonlyArray<EmploymentType>;
};

/** Employment types of schema.org. */
export type EmploymentType =
  /** Self-employed or by assignment. */
  | 'CONTRACTOR'
  /** Full time. */
  | 'FULL_TIME'
  /** An internship or traineeship. */
  | 'INTERN'
  /** Something else. */
  | 'OTHER'
  /** Part time. */
  | 'PART_TIME'
  /** By the day. */
  | 'PER_DIEM'
  /** For a limited time. */
  | 'TEMPORARY'
  /** Unpaid, of one's own will. */
  | 'VOLUNTEER';

/** One code list of one source. */
export type Enumeration = {
  readonly __typename?: 'Enumeration';
  /** When the list was read from the source. */
  readonly fetchedAt: Maybe<Scalars['DateTime']['output']>;
  /** What the list is about. */
  readonly kind: EnumerationKind;
  /** The source's own name of the list: regions, educationLevels, countries. */
  readonly name: Scalars['String']['output'];
  /** The source whose list it is. */
  readonly source: Source;
  /** Every value of the list, parents and children alike, in the source's order. */
  readonly values: ReadonlyArray<EnumerationValue>;
};

/** What a code list is about, the same word for each source. */
export type EnumerationKind =
  /** Types of company, for posting. ICTerGezocht. */
  | 'COMPANY_TYPE'
  /** Kinds of contract, such as permanent or temporary. CSO, VDAB, Cegid. */
  | 'CONTRACT_TYPE'
  /** Countries. Cegid. */
  | 'COUNTRY'
  /** Categories of driving licence. CSO, VDAB. */
  | 'DRIVING_LICENCE'
  /** Levels of education. CSO, VDAB, Cegid. */
  | 'EDUCATION_LEVEL'
  /** Ways to apply: in writing or electronically. CSO. */
  | 'JOB_APPLICATION_TYPE'
  /** Fields of work: CSO's job branches, VDAB's job domains. */
  | 'JOB_BRANCH'
  /** Kinds of function: CSO's job categories, VDAB's occupation profiles, Cegid's profiles. */
  | 'JOB_CATEGORY'
  /** Periods to search in, as numbers of days back. CSO. */
  | 'JOB_PUBLICATION_PERIOD'
  /** Phases of publication: for reassignment, internal, between departments, external. CSO. */
  | 'JOB_PUBLICATION_STATUS'
  /** Groups of the central government's function structure. CSO. */
  | 'JOB_STRUCTURE_GROUP'
  /** Languages. Cegid. */
  | 'LANGUAGE'
  /** Ways to apply electronically, such as by e-mail or through a site. CSO. */
  | 'ONLINE_JOB_APPLICATION_TYPE'
  /** Any other list; its name tells which. */
  | 'OTHER'
  /** Pay scales of organisations, with their amounts. CSO. */
  | 'PAY_SCALE'
  /** Regions and, at CSO, countries beside the Dutch provinces. CSO, VDAB. */
  | 'REGION'
  /** Levels of security screening. CSO. */
  | 'SECURITY_SCREENING'
  /** Functions of the contact at a company, for posting. ICTerGezocht. */
  | 'USER_FUNCTION';

/** Code lists of several sources, with how each source did. */
export type EnumerationList = {
  readonly __typename?: 'EnumerationList';
  /** The lists that were found. */
  readonly nodes: ReadonlyArray<Enumeration>;
  /** One report for each source that was asked. */
  readonly sources: ReadonlyArray<SourceReport>;
};

/**
 * A coded value of a source. It stands for itself: the source's code and label are kept, and where the code has a meaning that is shared by all
 * sources (a region, a level of education, an employment type) that meaning stands beside it.
 */
export type EnumerationValue = Node & {
  readonly __typename?: 'EnumerationValue';
  /** The values that are parts of this one; null where the source's lists have no levels. */
  readonly children: Maybe<ReadonlyArray<EnumerationValue>>;
  /** The source's code, to be used in filters. Upper and lower case differ: CSO has both a and A1. */
  readonly code: Scalars['String']['output'];
  /** The country that the code means or lies in, ISO 3166-1 alpha-2, for REGION and COUNTRY. */
  readonly countryCode: Maybe<Scalars['String']['output']>;
  /** Position that the source wants the value shown in, low first. CSO's pay scales. */
  readonly displayOrder: Maybe<Scalars['Float']['output']>;
  /** What the code means as an employment type of schema.org, for CONTRACT_TYPE. */
  readonly employmentType: Maybe<EmploymentType>;
  /** Highest level of the European Qualifications Framework, 1 to 8, for EDUCATION_LEVEL. */
  readonly eqfMax: Maybe<Scalars['Int']['output']>;
  /** Lowest level of the European Qualifications Framework, 1 to 8, for EDUCATION_LEVEL. */
  readonly eqfMin: Maybe<Scalars['Int']['output']>;
  /** Global id: <source>:enumeration:<list>/<code>. */
  readonly id: Scalars['ID']['output'];
  /** What the code is about. */
  readonly kind: EnumerationKind;
  /** The value for people; null where neither the source nor a published list names it. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** The source's own number of the value beside its code. CSO. */
  readonly numericId: Maybe<Scalars['String']['output']>;
  /** The region that the code means, for REGION. */
  readonly nuts: Maybe<NutsRegion>;
  /** The value that this one is a part of; null at the top. CSO's codes of four digits have parents of two. */
  readonly parent: Maybe<EnumerationValue>;
  /** Highest salary of the scale, EUR gross a month, for PAY_SCALE. CSO. */
  readonly salaryMax: Maybe<Scalars['Float']['output']>;
  /** Lowest salary of the scale, EUR gross a month, for PAY_SCALE. CSO. */
  readonly salaryMin: Maybe<Scalars['Float']['output']>;
  /** Number of the scale, for PAY_SCALE. CSO. */
  readonly salaryScale: Maybe<Scalars['Float']['output']>;
  /** The source whose code it is. */
  readonly source: Source;
  /** The province that the code means, ISO 3166-2, for REGION. */
  readonly subdivisionCode: Maybe<Scalars['String']['output']>;
  /** The label in every language that the source has. May cost one upstream call a value, kept long. Cegid; null elsewhere. */
  readonly translations: Maybe<ReadonlyArray<LocalisedText>>;
  /** How many vacancies of the same source have this value; null where the source cannot count by it. */
  readonly vacancyCount: Maybe<Scalars['Int']['output']>;
};


/**
 * A coded value of a source. It stands for itself: the source's code and label are kept, and where the code has a meaning that is shared by all
 * sources (a region, a level of education, an employment type) that meaning stands beside it.
 */
export type EnumerationValueLabelArgs = {
  locale: InputMaybe<Scalars['Locale']['input']>;
};


/**
 * A coded value of a source. It stands for itself: the source's code and label are kept, and where the code has a meaning that is shared by all
 * sources (a region, a level of education, an employment type) that meaning stands beside it.
 */
export type EnumerationValueVacancyCountArgs = {
  filter: InputMaybe<VacancyFilter>;
};

/** Work that a candidate did. */
export type Experience = {
  readonly __typename?: 'Experience';
  /** What the work was. Cegid. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** Name of the employer. VDAB, Cegid. */
  readonly employer: Maybe<Scalars['String']['output']>;
  /** First day or month, as the source writes it. Spans may overlap. VDAB, Cegid. */
  readonly from: Maybe<Scalars['String']['output']>;
  /** The kind in the source's words, e.g. werkervaring. VDAB. */
  readonly kind: Maybe<Scalars['String']['output']>;
  /** Name of the function. VDAB, Cegid. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** Last day or month, as the source writes it; null where the work goes on. VDAB, Cegid. */
  readonly to: Maybe<Scalars['String']['output']>;
};

/** How many vacancies of a source have one value. */
export type FacetCount = {
  readonly __typename?: 'FacetCount';
  /** Number of vacancies, never zero: values without vacancies are left out. */
  readonly count: Scalars['Int']['output'];
  /** The source that counted. */
  readonly source: Source;
  /** The value, a code of the source. */
  readonly value: EnumerationValue;
};

/** One field of a channel's own input. */
export type FieldRule = {
  readonly __typename?: 'FieldRule';
  /** What it is. */
  readonly description: Scalars['String']['output'];
  /** The list that its codes come from. */
  readonly enumeration: Maybe<EnumerationKind>;
  /** In characters; null where no limit is known. */
  readonly maxLength: Maybe<Scalars['Int']['output']>;
  /** With dots into objects and the objects of lists, e.g. publicationSets.publications.status. */
  readonly path: Scalars['String']['output'];
  /** Always needed; inside an object or a list, wherever that is given. */
  readonly required: Scalars['Boolean']['output'];
  /** As the schema writes it, without its !. */
  readonly type: Scalars['String']['output'];
};

/** A skill in the person's own words. VDAB. */
export type FreeSkill = Skill & {
  readonly __typename?: 'FreeSkill';
  /** More on it. */
  readonly description: Maybe<Scalars['String']['output']>;
  /** The kind in the source's words. */
  readonly kind: Scalars['String']['output'];
  /** The skill. */
  readonly name: Maybe<Scalars['String']['output']>;
};

/** A point on the map, WGS 84. */
export type GeoPoint = {
  readonly __typename?: 'GeoPoint';
  /** Degrees north. */
  readonly latitude: Scalars['Float']['output'];
  /** Degrees east. */
  readonly longitude: Scalars['Float']['output'];
};

/** One item of a report. */
export type IndexingItemInput = {
  /** When the vacancy or candidate was created. */
  readonly date: Scalars['DateTime']['input'];
  /** A vacancy's reference, or a candidate's username. */
  readonly id: Scalars['String']['input'];
  /** When it was last changed. */
  readonly lastUpdateDate: Scalars['DateTime']['input'];
  /** Why it could not be indexed. */
  readonly messages?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** What became of it. */
  readonly status: IndexingStatus;
};

/** A report of what was indexed. */
export type IndexingReportInput = {
  /** The items; long reports are sent in parts. */
  readonly items: ReadonlyArray<IndexingItemInput>;
  /** What the items are. */
  readonly reportType: IndexingReportType;
};

/** What a report is about. */
export type IndexingReportType =
  /** Candidates, by their usernames. */
  | 'CANDIDATES'
  /** Vacancies, by their references. */
  | 'VACANCIES';

/** What became of one item. */
export type IndexingStatus =
  /** It could not be indexed; see its messages. */
  | 'ERROR'
  /** It was indexed. */
  | 'SUCCESS';

/**
 * How one vacancy did over a period: clicks, cost and applications as the job board counts them. ICTerGezocht. Figures of the last three days may still be
 * corrected. What the board does not tell is null, never zero.
 */
export type Insight = {
  readonly __typename?: 'Insight';
  /** Applications for each click, from 0 up; null without clicks. */
  readonly applicationRate: Maybe<Scalars['Float']['output']>;
  /** Applications in the period. */
  readonly applications: Maybe<Scalars['Int']['output']>;
  /** Campaign that it runs in. */
  readonly campaign: Maybe<Scalars['String']['output']>;
  /** Town of the vacancy. */
  readonly city: Maybe<Scalars['String']['output']>;
  /** Clicks in the period. */
  readonly clicks: Maybe<Scalars['Int']['output']>;
  /** E-mail address of the person whom applications go to. Personal data; asked for, it is read past what is kept. */
  readonly contactEmail: Maybe<Scalars['String']['output']>;
  /** Name of the person whom applications go to. Personal data; asked for, it is read past what is kept. */
  readonly contactName: Maybe<Scalars['String']['output']>;
  /** Cost of the clicks in the period. */
  readonly cost: Maybe<Scalars['Float']['output']>;
  /** Cost for each application; null without applications. */
  readonly costPerApplication: Maybe<Scalars['Float']['output']>;
  /** Price of a click. */
  readonly costPerClick: Maybe<Scalars['Float']['output']>;
  /** Currency of the amounts, ISO 4217. The board names none; they are taken to be euros. */
  readonly currency: Scalars['String']['output'];
  /** Group of functions that the board places it in. */
  readonly functionGroup: Maybe<Scalars['String']['output']>;
  /** Day on which it was published, in Dutch time. */
  readonly publishedOn: Maybe<Scalars['Date']['output']>;
  /** The poster's own number of the vacancy. */
  readonly referenceNumber: Maybe<Scalars['String']['output']>;
  /** Run time as the source gives it; its unit is not documented. */
  readonly runtime: Maybe<Scalars['Int']['output']>;
  /** The source that tells it. */
  readonly source: Source;
  /** The source's own id of the vacancy. */
  readonly sourceId: Scalars['String']['output'];
  /** Status as the board's number; its document does not list what they mean. */
  readonly status: Maybe<Scalars['Int']['output']>;
  /** Title of the vacancy. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** The vacancy itself, where this caller posted it through the gateway; null otherwise, as the board has no way to read one. */
  readonly vacancy: Maybe<Vacancy>;
  /** Global id of the vacancy, e.g. ictergezocht:vacancy:70001. */
  readonly vacancyId: Scalars['ID']['output'];
};

/** A page of insights. */
export type InsightConnection = {
  readonly __typename?: 'InsightConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<InsightEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Maybe<Insight>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** One report for each source that was asked. */
  readonly sources: ReadonlyArray<SourceReport>;
  /** All rows of the period; null where the source does not say so, and with a filter unless this page holds all that match. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** What figures can be grouped by. */
export type InsightDimension =
  /** The campaign. */
  | 'CAMPAIGN'
  /** The town of the vacancy. */
  | 'CITY'
  /** The person whom applications go to: the e-mail address, else the name. Personal data: needs the scope personal:read too. */
  | 'CONTACT'
  /** The function group. */
  | 'FUNCTION_GROUP'
  /** The month in which the vacancy was published, YYYY-MM, in Dutch time. */
  | 'PUBLISHED_MONTH'
  /** The board's number of the status. */
  | 'STATUS'
  /** The vacancy, by its global id. */
  | 'VACANCY';

/** One insight in a page. */
export type InsightEdge = {
  readonly __typename?: 'InsightEdge';
  /** Cursor of this row. */
  readonly cursor: Scalars['String']['output'];
  /** The insight; null where the source's row could not be read, with an entry in `errors`. */
  readonly node: Maybe<Insight>;
};

/** Which insights to give. All criteria must hold, any value of each. The source has no such parameters: the gateway reads every page and applies them. */
export type InsightFilter = {
  /** Only these campaigns, exactly. */
  readonly campaigns?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only these function groups, exactly. */
  readonly functionGroups?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only vacancies with one of these reference numbers, exactly. */
  readonly referenceNumbers?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
};

/**
 * Figures that were summed. Amounts are added as the decimals that they are written as, however many digits they have, so that no number of rows makes them drift. A figure that
 * the source does not tell adds nothing.
 */
export type InsightGroup = {
  readonly __typename?: 'InsightGroup';
  /** The applications divided by the clicks; null without clicks. */
  readonly applicationRate: Maybe<Scalars['Float']['output']>;
  /** Applications to all of them. */
  readonly applications: Scalars['Int']['output'];
  /** Clicks of all of them. */
  readonly clicks: Scalars['Int']['output'];
  /** Cost of all of them. */
  readonly cost: Scalars['Float']['output'];
  /** The cost divided by the applications; null without applications. */
  readonly costPerApplication: Maybe<Scalars['Float']['output']>;
  /** The cost divided by the clicks; null without clicks. */
  readonly costPerClick: Maybe<Scalars['Float']['output']>;
  /** Currency of the amounts, ISO 4217. */
  readonly currency: Scalars['String']['output'];
  /** What the group has in common, in the order of groupBy; empty for the total. */
  readonly keys: ReadonlyArray<InsightKey>;
  /** How many vacancies. */
  readonly vacancies: Scalars['Int']['output'];
};

/** What a group has in common. */
export type InsightKey = {
  readonly __typename?: 'InsightKey';
  /** What is grouped by. */
  readonly dimension: InsightDimension;
  /** Its value in this group; null for rows without one. */
  readonly value: Maybe<Scalars['String']['output']>;
};

/** Figures of one interval, of one group where the series is grouped. */
export type InsightPoint = {
  readonly __typename?: 'InsightPoint';
  /** Applications; null where none of its days was read. */
  readonly applications: Maybe<Scalars['Int']['output']>;
  /** Clicks; 0 where days were read and had none, null where none of them was read. */
  readonly clicks: Maybe<Scalars['Int']['output']>;
  /** Whether all of its days that there were so far were read, and none of them is in doubt. Days to come have no figures. */
  readonly complete: Scalars['Boolean']['output'];
  /** Cost; null where none of its days was read. */
  readonly cost: Maybe<Scalars['Float']['output']>;
  /** First day: the interval's, or the period's where that begins later. */
  readonly from: Scalars['Date']['output'];
  /** What the group has in common, in the order of groupBy. */
  readonly keys: ReadonlyArray<InsightKey>;
  /** Last day: the interval's, or the period's where that ends earlier. */
  readonly to: Scalars['Date']['output'];
};

/** Figures over time. */
export type InsightSeries = {
  readonly __typename?: 'InsightSeries';
  /** Whether every day so far was read, and their sum is what the source tells of the whole period. */
  readonly complete: Scalars['Boolean']['output'];
  /** Currency of the amounts, ISO 4217. */
  readonly currency: Scalars['String']['output'];
  /** In the order of time; grouped, a point for each group in every interval, the groups with the most clicks first. */
  readonly points: ReadonlyArray<InsightPoint>;
  /** One report for each source that was asked. */
  readonly sources: ReadonlyArray<SourceReport>;
};

/** Figures over a whole period. */
export type InsightSummary = {
  readonly __typename?: 'InsightSummary';
  /**
   * Whether every page and every row was read, and none can have slipped through while the list moved. Where it is false, the figures are those of what was read, and `sources` says why;
   * asked again within five minutes, the reading goes on where it ended.
   */
  readonly complete: Scalars['Boolean']['output'];
  /** A group for each combination of values, those with the most clicks first; empty without groupBy. */
  readonly groups: ReadonlyArray<InsightGroup>;
  /** One report for each source that was asked; totalCount is the rows before the filter. */
  readonly sources: ReadonlyArray<SourceReport>;
  /** Everything that was read; null where nothing was. */
  readonly total: Maybe<InsightGroup>;
};

/** How long a point of a series is. */
export type Interval =
  /** A day in Dutch time. */
  | 'DAY'
  /** A calendar month. */
  | 'MONTH'
  /** A week of ISO 8601, Monday to Sunday. */
  | 'WEEK';

/** A language that a vacancy asks for. */
export type LanguageRequirement = {
  readonly __typename?: 'LanguageRequirement';
  /** The language as the source codes it: VDAB's letter, Cegid's id. */
  readonly code: Scalars['String']['output'];
  /** Language and level in the source's words. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** The language; null where the code is not known. */
  readonly language: Maybe<Scalars['Locale']['output']>;
  /** How well, as the source codes it. VDAB's numbers have no published key. */
  readonly level: Maybe<Scalars['String']['output']>;
};

/** Command of a language. VDAB, Cegid. */
export type LanguageSkill = Skill & {
  readonly __typename?: 'LanguageSkill';
  /** The language as the source codes it: VDAB has N, F, E and D. */
  readonly code: Scalars['String']['output'];
  /** The kind in the source's words. */
  readonly kind: Scalars['String']['output'];
  /** The language; null where the code is not known. */
  readonly language: Maybe<Scalars['Locale']['output']>;
  /** How well, as the source codes it. VDAB's numbers have no published key. */
  readonly level: Maybe<Scalars['String']['output']>;
};

/** A text in one language. */
export type LocalisedText = {
  readonly __typename?: 'LocalisedText';
  /** The language of the text. */
  readonly locale: Scalars['Locale']['output'];
  /** The text itself, plain. */
  readonly text: Scalars['String']['output'];
};

/** A place, as exact as its source gives it. CSO knows a town and regions, VDAB an address, Cegid one line of text with coordinates. */
export type Location = {
  readonly __typename?: 'Location';
  /** Box within the building, a Belgian custom. VDAB. */
  readonly box: Maybe<Scalars['String']['output']>;
  /** Town. CSO, VDAB; Cegid where its address names one. */
  readonly city: Maybe<Scalars['String']['output']>;
  /** Country, ISO 3166-1 alpha-2. Given by VDAB and Cegid, derived from the regions for CSO. */
  readonly countryCode: Maybe<Scalars['String']['output']>;
  /** House number. VDAB; CSO for postal addresses. */
  readonly houseNumber: Maybe<Scalars['String']['output']>;
  /** The same in the European statistical regions. Derived as subdivisionCode is. */
  readonly nuts: Maybe<NutsRegion>;
  /** Coordinates, where the source gives them. */
  readonly point: Maybe<GeoPoint>;
  /** Postal code without its country prefix: 2800, 3703CB. CSO, VDAB. */
  readonly postalCode: Maybe<Scalars['String']['output']>;
  /** The place as the source wrote it, before it was split. VDAB's town line, Cegid's address. */
  readonly raw: Maybe<Scalars['String']['output']>;
  /** Regions as the source codes them. CSO, VDAB. */
  readonly regions: ReadonlyArray<EnumerationValue>;
  /** Street without the house number. VDAB; CSO for postal addresses. */
  readonly street: Maybe<Scalars['String']['output']>;
  /** Province or region, ISO 3166-2: NL-UT, BE-VOV. Derived from the source's regions where these name just one. */
  readonly subdivisionCode: Maybe<Scalars['String']['output']>;
};

/** An amount of money. */
export type Money = {
  readonly __typename?: 'Money';
  /** The amount, in whole units with decimals. */
  readonly amount: Scalars['Float']['output'];
  /** Currency, ISO 4217: EUR. */
  readonly currency: Scalars['String']['output'];
};

/** Everything that can be changed. What goes wrong and can be mended is a userError, not an entry in `errors`. */
export type Mutation = {
  readonly __typename?: 'Mutation';
  /** Posts a new vacancy on ICTerGezocht. */
  readonly createVacancy: Maybe<VacancyPayload>;
  /** Takes a vacancy off ICTerGezocht. Safe to repeat. */
  readonly deleteVacancy: Maybe<DeleteVacancyPayload>;
  /**
   * Posts one vacancy on several channels side by side, or changes what was posted under the reference number. What breaks a channel's rules
   * is told and not sent there. The same key and input again replays what came of it, and finds out what was left UNCERTAIN.
   */
  readonly publishVacancy: Maybe<PublishVacancyPayload>;
  /** Takes a job off CSO. Safe to repeat. */
  readonly removeJob: Maybe<RemoveJobPayload>;
  /** Tells Cegid what became of the vacancies or candidates that it gave to be indexed. */
  readonly reportIndexing: Maybe<ReportIndexingPayload>;
  /** Settles a channel that is UNCERTAIN by the caller's word. */
  readonly resolvePosting: Maybe<PublishVacancyPayload>;
  /** Saves a job at CSO: a new one, or in place of the one that jobCode names. */
  readonly saveJob: Maybe<SaveJobPayload>;
  /** Has an upstream call back when something changes. Cegid. */
  readonly subscribeWebhook: Maybe<SubscribeWebhookPayload>;
  /** Ends a subscription. Safe to repeat. */
  readonly unsubscribeWebhook: Maybe<UnsubscribeWebhookPayload>;
  /** Replaces a vacancy on ICTerGezocht, the whole of it. Safe to repeat. */
  readonly updateVacancy: Maybe<VacancyPayload>;
  /** Takes what was posted under a reference number off its channels. Safe to repeat. */
  readonly withdrawVacancy: Maybe<PublishVacancyPayload>;
};


/** Everything that can be changed. What goes wrong and can be mended is a userError, not an entry in `errors`. */
export type MutationCreateVacancyArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: VacancyInput;
};


/** Everything that can be changed. What goes wrong and can be mended is a userError, not an entry in `errors`. */
export type MutationDeleteVacancyArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be changed. What goes wrong and can be mended is a userError, not an entry in `errors`. */
export type MutationPublishVacancyArgs = {
  channels: ReadonlyArray<PostingChannel>;
  idempotencyKey: Scalars['String']['input'];
  input: PublishVacancyInput;
};


/** Everything that can be changed. What goes wrong and can be mended is a userError, not an entry in `errors`. */
export type MutationRemoveJobArgs = {
  jobCode: Scalars['String']['input'];
};


/** Everything that can be changed. What goes wrong and can be mended is a userError, not an entry in `errors`. */
export type MutationReportIndexingArgs = {
  input: IndexingReportInput;
};


/** Everything that can be changed. What goes wrong and can be mended is a userError, not an entry in `errors`. */
export type MutationResolvePostingArgs = {
  channel: PostingChannel;
  id: Scalars['ID']['input'];
  published: Scalars['Boolean']['input'];
  vacancyId: InputMaybe<Scalars['ID']['input']>;
};


/** Everything that can be changed. What goes wrong and can be mended is a userError, not an entry in `errors`. */
export type MutationSaveJobArgs = {
  idempotencyKey: InputMaybe<Scalars['String']['input']>;
  input: SaveJobInput;
};


/** Everything that can be changed. What goes wrong and can be mended is a userError, not an entry in `errors`. */
export type MutationSubscribeWebhookArgs = {
  input: SubscribeWebhookInput;
};


/** Everything that can be changed. What goes wrong and can be mended is a userError, not an entry in `errors`. */
export type MutationUnsubscribeWebhookArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be changed. What goes wrong and can be mended is a userError, not an entry in `errors`. */
export type MutationUpdateVacancyArgs = {
  id: Scalars['ID']['input'];
  input: VacancyInput;
};


/** Everything that can be changed. What goes wrong and can be mended is a userError, not an entry in `errors`. */
export type MutationWithdrawVacancyArgs = {
  channels: ReadonlyArray<PostingChannel>;
  referenceNumber: Scalars['String']['input'];
};

/** A page of the log of mutations. */
export type MutationLogConnection = {
  readonly __typename?: 'MutationLogConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<MutationLogEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Maybe<MutationLogEntry>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** All entries. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One entry in a page. */
export type MutationLogEdge = {
  readonly __typename?: 'MutationLogEdge';
  /** Cursor of this row. */
  readonly cursor: Scalars['String']['output'];
  /** The entry. */
  readonly node: Maybe<MutationLogEntry>;
};

/** One mutation, or its part on one channel, as the gateway logged it. Holds no secrets and no personal data. */
export type MutationLogEntry = {
  readonly __typename?: 'MutationLogEntry';
  /** When it was. */
  readonly at: Scalars['DateTime']['output'];
  /** The channel. */
  readonly channel: Maybe<PostingChannel>;
  /** Id of the caller. */
  readonly client: Scalars['String']['output'];
  /** Id of the entry. */
  readonly id: Scalars['ID']['output'];
  /** SHA-256 of the input, where there was one: equal inputs have equal hashes. */
  readonly inputHash: Maybe<Scalars['String']['output']>;
  /** Name of the mutation. */
  readonly operation: Scalars['String']['output'];
  /** What it came to: a ChannelStatus, REPLAYED before one that an earlier call came to, or DONE and FAILED where there is no channel; BEGUN while it runs, INTERRUPTED where the gateway ended before it did. */
  readonly outcome: Scalars['String']['output'];
  /** What it was about: a global id, a reference number or a code; what may be anything else only as its SHA-256. */
  readonly target: Maybe<Scalars['String']['output']>;
  /** HTTP status of the upstream's answer, where there was one. */
  readonly upstreamStatus: Maybe<Scalars['Int']['output']>;
};

/** A circle on the map. */
export type NearInput = {
  /** Radius in kilometres. */
  readonly km: Scalars['Float']['input'];
  /** Degrees north of its centre, WGS 84. */
  readonly latitude: Scalars['Float']['input'];
  /** Degrees east of its centre, WGS 84. */
  readonly longitude: Scalars['Float']['input'];
};

/**
 * Anything that has a global id. The id is <source>:<type>:<the upstream's own id>, in lower case up to the second colon:
 * vdab:vacancy:a3e007c0-68d3-4fb7-aa35-c36e96ede172, cso:organisation:01130, cso:enumeration:regions/BRG.0204.
 * Ids resolve with the caller's own upstream credentials, so another caller may get null for the same id.
 */
export type Node = {
  /** Global id; pass it to node, nodes or the type's own root field. */
  readonly id: Scalars['ID']['output'];
};

/** A region of the EU's NUTS classification. */
export type NutsRegion = {
  readonly __typename?: 'NutsRegion';
  /** NUTS code: NL35, BE231. A letter that VDAB adds for its own subdivision is left out. */
  readonly code: Scalars['String']['output'];
  /** Name of the region, where it is known. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** 0 country, 1 group of provinces, 2 province, 3 district. */
  readonly level: Scalars['Int']['output'];
  /** Year of the classification that the code belongs to. */
  readonly version: Scalars['Int']['output'];
};

/**
 * The organisation that a vacancy belongs to. CSO lists the government organisations that take part. Of VDAB it is the supplier of a vacancy, of Cegid the
 * site's organisation that has it; those two have no list, so what is known of them is what vacancies say.
 */
export type Organisation = Node & {
  readonly __typename?: 'Organisation';
  /** Short name. CSO. */
  readonly abbreviation: Maybe<Scalars['String']['output']>;
  /** The source's code of the organisation: CSO's code, VDAB's enterprise number or, without one, the encoded name, Cegid's id. */
  readonly code: Scalars['String']['output'];
  /** Days for which a vacancy must first be offered to people who are to be reassigned (HPK). CSO. */
  readonly hpkDays: Maybe<Scalars['Int']['output']>;
  /** Global id: <source>:organisation:<code>. */
  readonly id: Scalars['ID']['output'];
  /** Belgian enterprise number, ten digits with their leading zeros. VDAB. */
  readonly kboNumber: Maybe<Scalars['String']['output']>;
  /** What kind of supplier it is, in the source's words, such as an intermediary. VDAB. */
  readonly kind: Maybe<Scalars['String']['output']>;
  /** Full name. CSO, VDAB, Cegid. */
  readonly name: Maybe<Scalars['String']['output']>;
  /** Sector of government. CSO, where it is known. */
  readonly sector: Maybe<Scalars['String']['output']>;
  /** Name as used in web addresses. CSO. */
  readonly slug: Maybe<Scalars['String']['output']>;
  /** The source that names the organisation so. */
  readonly source: Source;
  /** Vacancies of this organisation, from its own source. */
  readonly vacancies: VacancyConnection;
};


/**
 * The organisation that a vacancy belongs to. CSO lists the government organisations that take part. Of VDAB it is the supplier of a vacancy, of Cegid the
 * site's organisation that has it; those two have no list, so what is known of them is what vacancies say.
 */
export type OrganisationVacanciesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<VacancyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};

/** A page of organisations. */
export type OrganisationConnection = {
  readonly __typename?: 'OrganisationConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<OrganisationEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Maybe<Organisation>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** One report for each source that was asked. VDAB and Cegid are PARTIAL: only organisations seen on vacancies are known. */
  readonly sources: ReadonlyArray<SourceReport>;
  /** All matches together; null unless every source that was asked is OK. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One organisation in a page. */
export type OrganisationEdge = {
  readonly __typename?: 'OrganisationEdge';
  /** Cursor of this row. */
  readonly cursor: Scalars['String']['output'];
  /** The organisation; null where it could not be read, with an entry in `errors`. */
  readonly node: Maybe<Organisation>;
};

/** Which organisations to give. All criteria must hold. */
export type OrganisationFilter = {
  /** Only these codes, as the source writes them. */
  readonly codes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Give the organisations below the matching ones too. CSO. */
  readonly includeSubOrganisations?: InputMaybe<Scalars['Boolean']['input']>;
  /** Only those at these levels of the organisation tree, in CSO's words. CSO. */
  readonly levels?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Only those whose name contains this; upper and lower case are the same. */
  readonly name?: InputMaybe<Scalars['String']['input']>;
  /** Only those of this sector, by its code. CSO. */
  readonly sector?: InputMaybe<Scalars['String']['input']>;
};

/** A skill of a kind that is not known here. */
export type OtherSkill = Skill & {
  readonly __typename?: 'OtherSkill';
  /** The kind in the source's words. */
  readonly kind: Scalars['String']['output'];
  /** The source's object, untouched: part of what candidates:read shows. */
  readonly raw: Scalars['JSON']['output'];
};

/** Where a page stands in its list. */
export type PageInfo = {
  readonly __typename?: 'PageInfo';
  /** Cursor to pass as `after` for the next page. Opaque: keep it, do not build it. */
  readonly endCursor: Maybe<Scalars['String']['output']>;
  /**
   * True where asking on with endCursor can give more rows. A page can be short, even empty, while this is true: also where a source failed before
   * its end, which `sources` names as FAILED on every page until it is back. With an empty page of that kind, wait before asking on, or stop.
   */
  readonly hasNextPage: Scalars['Boolean']['output'];
  /** True where rows come before this page. Lists page forwards only. */
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  /** Cursor of the page's first row, null where the page is empty. */
  readonly startCursor: Maybe<Scalars['String']['output']>;
};

/** A span of days. */
export type PeriodInput = {
  /** First day, included. */
  readonly from: Scalars['Date']['input'];
  /** Last day, included; not before `from`. */
  readonly to: Scalars['Date']['input'];
};

/** Who a candidate is and how to reach them. */
export type Person = {
  readonly __typename?: 'Person';
  /** Day of birth as the source writes it, which may be a year or hold blanks. VDAB, Cegid. */
  readonly birthDate: Maybe<Scalars['String']['output']>;
  /** Name that they go by. VDAB. */
  readonly callName: Maybe<Scalars['String']['output']>;
  /** Address to write to. VDAB, Cegid. */
  readonly contactAddress: Maybe<Location>;
  /** E-mail address. VDAB, Cegid. */
  readonly email: Maybe<Scalars['String']['output']>;
  /** First name. VDAB, Cegid. */
  readonly firstName: Maybe<Scalars['String']['output']>;
  /** Gender as the source codes it. VDAB, Cegid. */
  readonly gender: Maybe<Scalars['String']['output']>;
  /** Family name. VDAB, Cegid. */
  readonly lastName: Maybe<Scalars['String']['output']>;
  /** Mobile number, as the source writes it. VDAB, Cegid. */
  readonly mobile: Maybe<Scalars['String']['output']>;
  /** Nationality as the source codes it; VDAB uses ISO 3166-1 alpha-2. VDAB, Cegid. */
  readonly nationality: Maybe<Scalars['String']['output']>;
  /** Address of registration. VDAB. */
  readonly officialAddress: Maybe<Location>;
  /** Fixed telephone number, as the source writes it. VDAB, Cegid. */
  readonly phone: Maybe<Scalars['String']['output']>;
  /** Name under which they log in. Cegid. */
  readonly username: Maybe<Scalars['String']['output']>;
  /** Own site or profile. VDAB. */
  readonly website: Maybe<Scalars['URL']['output']>;
};

/** A postal or electronic address. */
export type PostalAddressInput = {
  /** City. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: InputMaybe<Scalars['String']['input']>;
  /** E-mail address. */
  readonly email?: InputMaybe<Scalars['String']['input']>;
  /** House number with its addition. */
  readonly houseNumber?: InputMaybe<Scalars['String']['input']>;
  /** Postcode. */
  readonly postcode?: InputMaybe<Scalars['String']['input']>;
  /** Street. */
  readonly street?: InputMaybe<Scalars['String']['input']>;
};

/** What a caller posted under a reference number of its own, kept by the gateway: ICTerGezocht has no way to read a vacancy back. */
export type Posting = {
  readonly __typename?: 'Posting';
  /** How it stands on each channel that it was sent to. A change that failed leaves what stood. */
  readonly channels: ReadonlyArray<ChannelResult>;
  /** When it was first posted. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Id of the posting. */
  readonly id: Scalars['ID']['output'];
  /** The caller's own number of the vacancy; one posting for each. */
  readonly referenceNumber: Scalars['String']['output'];
  /** Title as it was last sent. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** When something of it last changed. */
  readonly updatedAt: Scalars['DateTime']['output'];
};

/** Where vacancies can be posted. */
export type PostingChannel =
  /** CSO, Werken voor Nederland: the jobs of the Dutch central government. */
  | 'CSO'
  /** ICTerGezocht.nl. */
  | 'ICTERGEZOCHT';

/** A page of postings. */
export type PostingConnection = {
  readonly __typename?: 'PostingConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<PostingEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Maybe<Posting>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** All that match. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One posting in a page. */
export type PostingEdge = {
  readonly __typename?: 'PostingEdge';
  /** Cursor of this row. */
  readonly cursor: Scalars['String']['output'];
  /** The posting. */
  readonly node: Maybe<Posting>;
};

/** What a channel asks of a vacancy: what validateVacancy applies, and every mutation before it sends. */
export type PostingRules = {
  readonly __typename?: 'PostingRules';
  /** The channel. */
  readonly channel: PostingChannel;
  /** Each field of the channel's own input. */
  readonly fields: ReadonlyArray<FieldRule>;
  /** Rules over several fields, or that depend on others. */
  readonly rules: ReadonlyArray<ConditionalRule>;
};

/** One phase of publication. */
export type PublicationInput = {
  /** When it ends, later than it begins; the last phase of publishVacancy may leave it to closesOn. */
  readonly endsAt?: InputMaybe<Scalars['DateTime']['input']>;
  /** When it begins. */
  readonly startsAt: Scalars['DateTime']['input'];
  /** Which phase, a code of JOB_PUBLICATION_STATUS. */
  readonly status: Scalars['String']['input'];
};

/** A span in which a vacancy is shown to one public. CSO. */
export type PublicationPhase = {
  readonly __typename?: 'PublicationPhase';
  /** Last moment. */
  readonly endsAt: Maybe<Scalars['DateTime']['output']>;
  /** To whom: people to be reassigned, the organisation, the whole of government or everyone. */
  readonly phase: EnumerationValue;
  /** First moment. */
  readonly startsAt: Maybe<Scalars['DateTime']['output']>;
};

/** One round of publication of a vacancy. CSO. */
export type PublicationSet = {
  readonly __typename?: 'PublicationSet';
  /** Days that the vacancy is still shown, as the source counts. */
  readonly daysLeft: Maybe<Scalars['Int']['output']>;
  /** The phases of the round, each for its own public. */
  readonly phases: ReadonlyArray<PublicationPhase>;
  /** When the round was published. */
  readonly publishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Until when applications are kept at most. */
  readonly retentionUntil: Maybe<Scalars['DateTime']['output']>;
  /** True where the vacancy is to be shown to the public. */
  readonly visible: Maybe<Scalars['Boolean']['output']>;
};

/** Phases of publication that belong together. */
export type PublicationSetInput = {
  /** The phases. */
  readonly publications: ReadonlyArray<PublicationInput>;
};

/**
 * One vacancy for every channel: what is common once, what is a channel's own under its name. Only the reference number is required by
 * type; everything else that a channel requires is told as userErrors, all at once. A reference number that the caller published before
 * is changed, not published again.
 */
export type PublishVacancyInput = {
  /** Where to apply online. CSO. */
  readonly applicationUrl?: InputMaybe<Scalars['URL']['input']>;
  /** CSO city, ICTerGezocht location. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** Last day: end of CSO's last phase where it has none, ICTerGezocht autoDeleteDate. */
  readonly closesOn?: InputMaybe<Scalars['Date']['input']>;
  /** CSO application e-mail; ICTerGezocht companyUser.email, where applications are sent. */
  readonly contactEmail?: InputMaybe<Scalars['String']['input']>;
  /** Whom to turn to. */
  readonly contactName?: InputMaybe<Scalars['String']['input']>;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: InputMaybe<Scalars['String']['input']>;
  /** What is CSO's own, or goes before what is common. */
  readonly cso?: InputMaybe<SaveJobOverrides>;
  /** What the work is, HTML. */
  readonly description?: InputMaybe<Scalars['String']['input']>;
  /** Most hours a week: CSO hoursMax, ICTerGezocht hours. */
  readonly hoursMax?: InputMaybe<Scalars['Float']['input']>;
  /** Least hours a week. CSO. */
  readonly hoursMin?: InputMaybe<Scalars['Float']['input']>;
  /** What is ICTerGezocht's own, or goes before what is common. */
  readonly ictergezocht?: InputMaybe<VacancyOverrides>;
  /** CSO postcode; ICTerGezocht location where there is no city. */
  readonly postcode?: InputMaybe<Scalars['String']['input']>;
  /** The caller's own number of the vacancy: CSO internalReferenceCode, ICTerGezocht referenceNumber. */
  readonly referenceNumber: Scalars['String']['input'];
  /** What is asked of the candidate, HTML: CSO requirements; appended to ICTerGezocht's description. */
  readonly requirements?: InputMaybe<Scalars['String']['input']>;
  /** Most salary, EUR a month. CSO. */
  readonly salaryMax?: InputMaybe<Scalars['Float']['input']>;
  /** Least salary, EUR a month. CSO. */
  readonly salaryMin?: InputMaybe<Scalars['Float']['input']>;
  /** The salary in words: CSO payDescription, ICTerGezocht salary. */
  readonly salaryText?: InputMaybe<Scalars['String']['input']>;
  /** CSO name, ICTerGezocht title. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
};

/** What publishVacancy, withdrawVacancy and resolvePosting come to. */
export type PublishVacancyPayload = {
  readonly __typename?: 'PublishVacancyPayload';
  /** One result for each channel that was asked for. One channel's failure hides no other's success. */
  readonly channels: ReadonlyArray<ChannelResult>;
  /** The posting as it stands now; null where nothing was ever sent under the reference number. */
  readonly posting: Maybe<Posting>;
};

/** Everything that can be read. */
export type Query = {
  readonly __typename?: 'Query';
  /** One application; null where there is none that you may see. */
  readonly application: Maybe<Application>;
  /** Applications that were received, the newest first: yours, and those of the server's account that are no client's where you use that account. */
  readonly applications: Maybe<ApplicationConnection>;
  /** One candidate; null where its source does not know it. */
  readonly candidate: Maybe<Candidate>;
  /** Which candidates changed in a source in a span of time, to keep a copy up to date. A candidate that is gone must leave that copy too. */
  readonly candidateChanges: Maybe<CandidateChangeConnection>;
  /** Who read which candidates, the newest first. Kept for CANDIDATE_READS_DAYS. */
  readonly candidateReads: Maybe<CandidateReadConnection>;
  /** Search candidates in several sources at once: VDAB and Cegid. VDAB gives details one CV a call, so select only what is needed. */
  readonly candidates: Maybe<CandidateConnection>;
  /**
   * Single clicks in the source's order, which it does not promise. Never kept, as they hold addresses. Clicks that come in while they are walked move none out of the walk; where the source
   * does not tell their number, two clicks on one vacancy in the same second on either side of two of its pages count as one.
   */
  readonly clicks: Maybe<ClickConnection>;
  /** One coded value; null where the list or the code is not known. */
  readonly enumerationValue: Maybe<EnumerationValue>;
  /** Code lists, of every source that has some: CSO, Cegid and ICTerGezocht. Without arguments, all of them. */
  readonly enumerations: Maybe<EnumerationList>;
  /**
   * Figures over time. Each day is a reading of its own, a call for each 50 vacancies: a day older than three is asked for once and then kept, a later one for minutes. The days are held against what
   * the source tells of the whole period up to yesterday; where they differ, `complete` is false and the days that do not fit are asked for again the next time. What an operation has no time for
   * are points that are not complete; what it did read is kept, so that asking again goes on there. A first year takes several askings: within the board's limit of 200 calls a minute.
   */
  readonly insightSeries: Maybe<InsightSeries>;
  /**
   * Sums over a whole period, every page of the source read: a call for each 50 vacancies. Several summaries of one period, in one operation or within five minutes, share one reading.
   * Grouped by CONTACT the reading is a fresh one, as people are not kept.
   */
  readonly insightSummary: Maybe<InsightSummary>;
  /**
   * Figures of each vacancy over a period, in the source's order. Pages of the source are kept for five minutes, without the people in them. Within one walk no vacancy
   * comes twice, unless the list grows by more than a hundred rows in front of it between two pages. A vacancy that leaves the list in front of where the walk stands can take with it the row
   * that moves into its place: `insightSummary` sees that and is then not complete.
   */
  readonly insights: Maybe<InsightConnection>;
  /** What callers changed, the newest first. */
  readonly mutationLog: Maybe<MutationLogConnection>;
  /**
   * One vacancy, organisation or enumeration value by its global id. Needs the read scope of the type that the id names. Null where
   * the source does not know the id; an id of another form is BAD_USER_INPUT.
   */
  readonly node: Maybe<Node>;
  /**
   * Several objects by their global ids, in the order asked and with null for each that is not found. Ids of one source and type
   * are fetched together: a hundred VDAB vacancies are one upstream call.
   */
  readonly nodes: ReadonlyArray<Maybe<Node>>;
  /** One organisation; null where its source does not know it. */
  readonly organisation: Maybe<Organisation>;
  /** Organisations of CSO, and those of VDAB and Cegid that were seen on vacancies. */
  readonly organisations: Maybe<OrganisationConnection>;
  /** What a channel asks of a vacancy. Costs no upstream call. */
  readonly postingRules: PostingRules;
  /** What the caller posted, the newest first. */
  readonly postings: Maybe<PostingConnection>;
  /** Every source of the graph, configured or not. Costs no upstream call. */
  readonly sources: ReadonlyArray<SourceInfo>;
  /** Search vacancies in several sources at once: CSO, VDAB and Cegid. A source that fails costs only its own rows; see `sources`. */
  readonly vacancies: Maybe<VacancyConnection>;
  /** One vacancy; null where its source does not know it. */
  readonly vacancy: Maybe<Vacancy>;
  /** What changed in a source in a span of time, to keep a copy up to date. VDAB tells of deletions; Cegid of changes only. */
  readonly vacancyChanges: Maybe<VacancyChangeConnection>;
  /** How many vacancies match, without reading them. CSO, VDAB; Cegid where its rows can be counted. */
  readonly vacancyCount: Maybe<VacancyCount>;
  /** How many matching vacancies there are for each value of a code list. CSO counts every value in one call. */
  readonly vacancyFacets: Maybe<VacancyFacets>;
  /** The vacancies that were published on a day, as VDAB lists them. The list is read once and kept while its cursors live. */
  readonly vacancySnapshot: Maybe<VacancyConnection>;
  /** What each channel's rules make of an input for publishVacancy; nothing is sent. */
  readonly validateVacancy: Maybe<ReadonlyArray<ChannelValidation>>;
  /** The caller of this request and what it may do; without a key it is `anonymous`. */
  readonly viewer: Maybe<Viewer>;
  /** What is forwarded to the caller, the newest first; to every client for a caller with admin. */
  readonly webhookDeliveries: Maybe<WebhookDeliveryConnection>;
  /** What upstreams told by webhook and what became of it, the newest first. `DEAD` are those that need somebody. */
  readonly webhookEvents: Maybe<WebhookEventConnection>;
  /** The caller's subscriptions, the oldest first. */
  readonly webhookSubscriptions: Maybe<ReadonlyArray<WebhookSubscription>>;
};


/** Everything that can be read. */
export type QueryApplicationArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryApplicationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<ApplicationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be read. */
export type QueryCandidateArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryCandidateChangesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  since: Scalars['DateTime']['input'];
  source: Source;
  until: InputMaybe<Scalars['DateTime']['input']>;
};


/** Everything that can be read. */
export type QueryCandidateReadsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  candidateId: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be read. */
export type QueryCandidatesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<CandidateFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sources: InputMaybe<ReadonlyArray<Source>>;
};


/** Everything that can be read. */
export type QueryClicksArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  period: InputMaybe<PeriodInput>;
  referenceNumber: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be read. */
export type QueryEnumerationValueArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryEnumerationsArgs = {
  kinds: InputMaybe<ReadonlyArray<EnumerationKind>>;
  names: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  sources: InputMaybe<ReadonlyArray<Source>>;
};


/** Everything that can be read. */
export type QueryInsightSeriesArgs = {
  filter: InputMaybe<InsightFilter>;
  groupBy: InputMaybe<ReadonlyArray<InsightDimension>>;
  interval?: InputMaybe<Interval>;
  period: PeriodInput;
};


/** Everything that can be read. */
export type QueryInsightSummaryArgs = {
  filter: InputMaybe<InsightFilter>;
  groupBy: InputMaybe<ReadonlyArray<InsightDimension>>;
  period: InputMaybe<PeriodInput>;
};


/** Everything that can be read. */
export type QueryInsightsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<InsightFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  period: InputMaybe<PeriodInput>;
};


/** Everything that can be read. */
export type QueryMutationLogArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  client: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** Everything that can be read. */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryNodesArgs = {
  ids: ReadonlyArray<Scalars['ID']['input']>;
};


/** Everything that can be read. */
export type QueryOrganisationArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryOrganisationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<OrganisationFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  sources: InputMaybe<ReadonlyArray<Source>>;
};


/** Everything that can be read. */
export type QueryPostingRulesArgs = {
  channel: PostingChannel;
};


/** Everything that can be read. */
export type QueryPostingsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  referenceNumber: InputMaybe<Scalars['String']['input']>;
};


/** Everything that can be read. */
export type QueryVacanciesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  filter: InputMaybe<VacancyFilter>;
  first?: InputMaybe<Scalars['Int']['input']>;
  orderBy?: InputMaybe<VacancyOrder>;
  sources: InputMaybe<ReadonlyArray<Source>>;
};


/** Everything that can be read. */
export type QueryVacancyArgs = {
  id: Scalars['ID']['input'];
};


/** Everything that can be read. */
export type QueryVacancyChangesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  since: Scalars['DateTime']['input'];
  source: Source;
  until: InputMaybe<Scalars['DateTime']['input']>;
};


/** Everything that can be read. */
export type QueryVacancyCountArgs = {
  filter: InputMaybe<VacancyFilter>;
  sources: InputMaybe<ReadonlyArray<Source>>;
};


/** Everything that can be read. */
export type QueryVacancyFacetsArgs = {
  by: VacancyFacet;
  filter: InputMaybe<VacancyFilter>;
  sources: InputMaybe<ReadonlyArray<Source>>;
};


/** Everything that can be read. */
export type QueryVacancySnapshotArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  date: Scalars['Date']['input'];
  first?: InputMaybe<Scalars['Int']['input']>;
  source: Source;
};


/** Everything that can be read. */
export type QueryValidateVacancyArgs = {
  channels: ReadonlyArray<PostingChannel>;
  input: PublishVacancyInput;
};


/** Everything that can be read. */
export type QueryWebhookDeliveriesArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  applicationId: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status: InputMaybe<WebhookDeliveryStatus>;
};


/** Everything that can be read. */
export type QueryWebhookEventsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  status: InputMaybe<WebhookEventStatus>;
};


/** Everything that can be read. */
export type QueryWebhookSubscriptionsArgs = {
  source: InputMaybe<Source>;
};

/** A number of requests that a source allows in a window of time. */
export type RateLimit = {
  readonly __typename?: 'RateLimit';
  /** Requests allowed in one window. */
  readonly limit: Scalars['Int']['output'];
  /** Requests left in the current window, as counted here. */
  readonly remaining: Scalars['Int']['output'];
  /** When the current window ends. */
  readonly resetsAt: Scalars['DateTime']['output'];
  /** Length of the window, in seconds. */
  readonly windowSeconds: Scalars['Int']['output'];
};

/** A number or code by which a vacancy or a candidate is known beside its sourceId. */
export type Reference = {
  readonly __typename?: 'Reference';
  /** Whose number it is. */
  readonly kind: ReferenceKind;
  /** The number, exactly as the source writes it. */
  readonly value: Scalars['String']['output'];
};

/** Whose number a reference is. */
export type ReferenceKind =
  /** The vacancy's number in the poster's applicant tracking system. ICTerGezocht. */
  | 'ATS_ID'
  /** CSO: the vacancy's reference for the outside world. */
  | 'EXTERNAL_REFERENCE'
  /** VDAB: the number under which a partner delivered the vacancy as HR-XML. */
  | 'HRXML_REFERENCE'
  /** VDAB's client number of a candidate. */
  | 'IKL_ID'
  /** CSO: the vacancy's number in the organisation's own books. */
  | 'INTERNAL_REFERENCE'
  /** CSO's code of a vacancy. */
  | 'JOB_CODE'
  /** The reference that the poster gave the vacancy. ICTerGezocht, Cegid. */
  | 'REFERENCE_NUMBER'
  /** VDAB's number of a vacancy. */
  | 'VDAB_REFERENCE';

/** What removeJob came to. */
export type RemoveJobPayload = {
  readonly __typename?: 'RemoveJobPayload';
  /** Why CSO could not do its part. */
  readonly error: Maybe<SourceError>;
  /** The code that was asked for. */
  readonly jobCode: Maybe<Scalars['String']['output']>;
  /** True where the job is off, also where it was off before. */
  readonly removed: Scalars['Boolean']['output'];
  /** What kept it. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What reportIndexing came to. */
export type ReportIndexingPayload = {
  readonly __typename?: 'ReportIndexingPayload';
  /** Items that the source took. */
  readonly acceptedItems: Scalars['Int']['output'];
  /** Why the rest could not be sent. */
  readonly error: Maybe<SourceError>;
  /** Items that the source refused. */
  readonly rejectedItems: Scalars['Int']['output'];
  /** What to mend. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** A CV that was sent with an application. */
export type Resume = {
  readonly __typename?: 'Resume';
  /** Its size in bytes. */
  readonly byteLength: Scalars['Int']['output'];
  /** The name of the file, as it was sent: not to be trusted as a path. */
  readonly fileName: Maybe<Scalars['String']['output']>;
  /** SHA-256 of its bytes, hexadecimal: equal CVs have equal ones. */
  readonly sha256: Scalars['String']['output'];
  /** Where it is downloaded, on this server, with the same scope. */
  readonly url: Scalars['URL']['output'];
};

/** A formatted text of an upstream, made safe to show. One of more than 100,000 characters is cut there and ends with an ellipsis. */
export type RichText = {
  readonly __typename?: 'RichText';
  /** HTML, reduced to an allow-list of harmless elements and attributes. */
  readonly html: Scalars['String']['output'];
  /** The same text without markup. */
  readonly plain: Scalars['String']['output'];
};


/** A formatted text of an upstream, made safe to show. One of more than 100,000 characters is cut there and ends with an ellipsis. */
export type RichTextPlainArgs = {
  maxLength: InputMaybe<Scalars['Int']['input']>;
};

/** What a salary is paid for. */
export type SalaryPeriod =
  /** A day. */
  | 'DAY'
  /** An hour. */
  | 'HOUR'
  /** A month. */
  | 'MONTH'
  /** A week. */
  | 'WEEK'
  /** A year. */
  | 'YEAR';

/** RemoteJob as saveJob wants it, with codes instead of nested objects. */
export type SaveJobInput = {
  /** Where letters are sent. */
  readonly applicationAddress?: InputMaybe<PostalAddressInput>;
  /** Whom applications go to. */
  readonly applicationContact?: InputMaybe<ContactInput>;
  /** Where applications are sent. */
  readonly applicationEmail?: InputMaybe<Scalars['String']['input']>;
  /** Who tells about the procedure. */
  readonly applicationProcedureContact?: InputMaybe<ContactInput>;
  /** How one can apply, codes. */
  readonly applicationTypes: ReadonlyArray<Scalars['String']['input']>;
  /** Where to apply online. */
  readonly applicationUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Place of work. */
  readonly city?: InputMaybe<Scalars['String']['input']>;
  /** Kind of contract, code. */
  readonly contractType: Scalars['String']['input'];
  /** Department within the organisation. */
  readonly department?: InputMaybe<Scalars['String']['input']>;
  /** What the work is, HTML. */
  readonly description: Scalars['String']['input'];
  /** Driving licences that are asked for, codes. */
  readonly drivingLicences?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Education that is asked for, codes. */
  readonly educationLevels: ReadonlyArray<Scalars['String']['input']>;
  /** The employer, HTML. */
  readonly employer?: InputMaybe<Scalars['String']['input']>;
  /** Further attributes of the upstream's object, merged deep at its root; a collision with the input is a UserError. */
  readonly extra?: InputMaybe<Scalars['JSON']['input']>;
  /** Most hours a week. */
  readonly hoursMax: Scalars['Float']['input'];
  /** Least hours a week. */
  readonly hoursMin?: InputMaybe<Scalars['Float']['input']>;
  /** Who tells about the job. */
  readonly informationContact?: InputMaybe<ContactInput>;
  /** The caller's own number of the job. */
  readonly internalReferenceCode: Scalars['String']['input'];
  /** Fields of work, codes. */
  readonly jobBranches: ReadonlyArray<Scalars['String']['input']>;
  /** Kinds of function, codes. */
  readonly jobCategories: ReadonlyArray<Scalars['String']['input']>;
  /** Code of the job to change; absent, a new job. */
  readonly jobCode?: InputMaybe<Scalars['String']['input']>;
  /** Name of the function. */
  readonly name: Scalars['String']['input'];
  /** How one can apply online, codes. */
  readonly onlineApplicationTypes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Number of people wanted. */
  readonly openings?: InputMaybe<Scalars['Int']['input']>;
  /** Code of the organisation. */
  readonly organisationCode: Scalars['String']['input'];
  /** Everything else, HTML. */
  readonly otherDetails?: InputMaybe<Scalars['String']['input']>;
  /** The pay in words. */
  readonly payDescription?: InputMaybe<Scalars['String']['input']>;
  /** Pay scales, codes; never together with amounts. */
  readonly payScales?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Postcode of the place of work; needed with Dutch regions. */
  readonly postcode?: InputMaybe<Scalars['String']['input']>;
  /** When it is shown to whom. */
  readonly publicationSets: ReadonlyArray<PublicationSetInput>;
  /** Regions, codes: several only when all are Dutch, one foreign at most. */
  readonly regions: ReadonlyArray<Scalars['String']['input']>;
  /** What is asked of the candidate, HTML. */
  readonly requirements: Scalars['String']['input'];
  /** Most salary, EUR a month. */
  readonly salaryMax?: InputMaybe<Scalars['Float']['input']>;
  /** Least salary, EUR a month. */
  readonly salaryMin?: InputMaybe<Scalars['Float']['input']>;
  /** Security screening, code. */
  readonly securityScreening?: InputMaybe<Scalars['String']['input']>;
  /** Group in the central government's function structure, code. */
  readonly structureGroup?: InputMaybe<Scalars['String']['input']>;
  /** Whether it is shown. */
  readonly visible: Scalars['Boolean']['input'];
};

/** What CSO asks beyond what is common. A field that is given here goes before the common one. */
export type SaveJobOverrides = {
  /** Where letters are sent. */
  readonly applicationAddress?: InputMaybe<PostalAddressInput>;
  /** Whom applications go to. */
  readonly applicationContact?: InputMaybe<ContactInput>;
  /** Where applications are sent. */
  readonly applicationEmail?: InputMaybe<Scalars['String']['input']>;
  /** Who tells about the procedure. */
  readonly applicationProcedureContact?: InputMaybe<ContactInput>;
  /** How one can apply, codes. */
  readonly applicationTypes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Where to apply online. */
  readonly applicationUrl?: InputMaybe<Scalars['URL']['input']>;
  /** Kind of contract, code. */
  readonly contractType?: InputMaybe<Scalars['String']['input']>;
  /** Department within the organisation. */
  readonly department?: InputMaybe<Scalars['String']['input']>;
  /** Education that is asked for, codes. */
  readonly educationLevels?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** The employer, HTML. */
  readonly employer?: InputMaybe<Scalars['String']['input']>;
  /** Further attributes of the upstream's object, merged deep at its root; a collision with the input is a UserError. */
  readonly extra?: InputMaybe<Scalars['JSON']['input']>;
  /** Who tells about the job. */
  readonly informationContact?: InputMaybe<ContactInput>;
  /** Fields of work, codes. */
  readonly jobBranches?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Kinds of function, codes. */
  readonly jobCategories?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Code of a job to change; absent, what was posted under the reference number, or a new job. */
  readonly jobCode?: InputMaybe<Scalars['String']['input']>;
  /** How one can apply online, codes. */
  readonly onlineApplicationTypes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Number of people wanted. */
  readonly openings?: InputMaybe<Scalars['Int']['input']>;
  /** Code of the organisation. */
  readonly organisationCode?: InputMaybe<Scalars['String']['input']>;
  /** Everything else, HTML. */
  readonly otherDetails?: InputMaybe<Scalars['String']['input']>;
  /** The pay in words. */
  readonly payDescription?: InputMaybe<Scalars['String']['input']>;
  /** Pay scales, codes; never together with amounts. */
  readonly payScales?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** When it is shown to whom. */
  readonly publicationSets?: InputMaybe<ReadonlyArray<PublicationSetInput>>;
  /** Regions, codes: several only when all are Dutch, one foreign at most. */
  readonly regions?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Whether it is shown. */
  readonly visible?: InputMaybe<Scalars['Boolean']['input']>;
};

/** What saveJob came to. */
export type SaveJobPayload = {
  readonly __typename?: 'SaveJobPayload';
  /** Why CSO could not do its part. */
  readonly error: Maybe<SourceError>;
  /** CSO's code of the job; null where its answer holds none and it was not found. */
  readonly jobCode: Maybe<Scalars['String']['output']>;
  /** CSO's answer as it came: its type is not documented. */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** True where this is what an earlier call with the same key came to. */
  readonly replayed: Scalars['Boolean']['output'];
  /** What became of it. */
  readonly status: ChannelStatus;
  /** What to mend, warnings included. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** The job as it is read back. */
  readonly vacancy: Maybe<Vacancy>;
  /** Global id of the job. */
  readonly vacancyId: Maybe<Scalars['ID']['output']>;
};

/** How much an error weighs. */
export type Severity =
  /** A documented rule: nothing is sent. */
  | 'ERROR'
  /** A rule that the documents only suggest: it is sent all the same, and the channel judges. */
  | 'WARNING';

/** A skill, of a candidate or asked for by a vacancy. Each source's kinds of skill have a type of their own. */
export type Skill = {
  /** The kind in the source's words, e.g. talen or softSkill. */
  readonly kind: Scalars['String']['output'];
};

/** A personal quality, from a list. VDAB. */
export type SoftSkill = Skill & {
  readonly __typename?: 'SoftSkill';
  /** The source's code of the quality. */
  readonly code: Scalars['String']['output'];
  /** The kind in the source's words. */
  readonly kind: Scalars['String']['output'];
  /** The quality in words, where they are known. */
  readonly label: Maybe<Scalars['String']['output']>;
};

/** An upstream system that the graph reads. */
export type Source =
  /** Cegid Talentsoft, an applicant tracking system: one site's vacancies, applicants and code lists. */
  | 'CEGID'
  /** CSO JobAPI, behind Werken voor Nederland: vacancies of the Dutch government, with their organisations and code lists. */
  | 'CSO'
  /** ICTerGezocht, a Dutch board of IT vacancies: posting and its results, and two code lists. It has no way to read vacancies. */
  | 'ICTERGEZOCHT'
  /** VDAB, the Flemish employment service: public vacancies and the CVs of candidates. */
  | 'VDAB';

/** What went wrong at a source. */
export type SourceError = {
  readonly __typename?: 'SourceError';
  /** One of the published error codes, such as UPSTREAM_TIMEOUT. */
  readonly code: Scalars['String']['output'];
  /** What happened, for a developer to read. Holds no secrets and no personal data. */
  readonly message: Scalars['String']['output'];
  /** Seconds to wait before trying again, where that is known. */
  readonly retryAfterSeconds: Maybe<Scalars['Int']['output']>;
  /** HTTP status that the source answered with; null where there was no answer. */
  readonly upstreamStatus: Maybe<Scalars['Int']['output']>;
};

/** What one source can do, and how it is doing. */
export type SourceInfo = {
  readonly __typename?: 'SourceInfo';
  /** Credit that its terms ask to be shown beside its data. */
  readonly attribution: Maybe<Scalars['String']['output']>;
  /** What can be asked of it, e.g. vacancies.search, vacancies.byIds, vacancies.changes, candidates.search. */
  readonly capabilities: ReadonlyArray<Scalars['String']['output']>;
  /** True where this caller has credentials for it, its own or the server's. */
  readonly configured: Scalars['Boolean']['output'];
  /** Criteria of VacancyFilter that the source applies itself. */
  readonly filters: ReadonlyArray<Scalars['String']['output']>;
  /** False while calls to it are held back because the last ones failed. */
  readonly healthy: Scalars['Boolean']['output'];
  /** False where its terms forbid publishing its data again. */
  readonly mayRepublish: Scalars['Boolean']['output'];
  /** Its name for people. */
  readonly name: Scalars['String']['output'];
  /** How much of its rate limit is left; null where it has none that is known. */
  readonly rateLimit: Maybe<RateLimit>;
  /** The source that this is about. */
  readonly source: Source;
};

/** How one source took part in an answer. There is one for each source that was asked, so that a source that failed is named. */
export type SourceReport = {
  readonly __typename?: 'SourceReport';
  /** Why it failed, was left out or is incomplete; null where there is nothing to say. */
  readonly error: Maybe<SourceError>;
  /** When the answer was read from the source; earlier than now where it came from the cache. */
  readonly fetchedAt: Maybe<Scalars['DateTime']['output']>;
  /** The source that this is about. */
  readonly source: Source;
  /** True where an older answer was used because the source failed. */
  readonly stale: Scalars['Boolean']['output'];
  /** Whether it answered. */
  readonly status: SourceStatus;
  /** How many matches the source has in all; null where it cannot tell or did not answer. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
  /** Criteria of the filter that the source cannot apply and that could not be applied to its rows here either. */
  readonly unsupportedFilters: ReadonlyArray<Scalars['String']['output']>;
};

/** Whether a source answered. */
export type SourceStatus =
  /** It did not answer in time, or not with something that can be read. Its rows are missing. */
  | 'FAILED'
  /** It answered. */
  | 'OK'
  /** It answered in part: some rows could not be read, or the source can only tell what was seen of it. */
  | 'PARTIAL'
  /** It was not asked: it is not configured, cannot answer this, or cannot apply the filter. */
  | 'SKIPPED';

/** What to be told, and where. */
export type SubscribeWebhookInput = {
  /** Where to be told; absent, this server's own public URL. */
  readonly callbackUrl?: InputMaybe<Scalars['URL']['input']>;
  /** What to be told, in the upstream's own word, e.g. vacancy_update. */
  readonly event: Scalars['String']['input'];
  /** Where the upstream asks whether somebody listens; absent, this server's own public URL, or callbackUrl where it has none. */
  readonly pingUrl?: InputMaybe<Scalars['URL']['input']>;
  /** An upstream that can call back: CEGID. */
  readonly source: Source;
};

/** What subscribeWebhook came to. */
export type SubscribeWebhookPayload = {
  readonly __typename?: 'SubscribeWebhookPayload';
  /** The subscription; null where there is none. */
  readonly subscription: Maybe<WebhookSubscription>;
  /** What to mend. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/**
 * What happens while somebody listens, at `/graphql/stream`: over Server-Sent Events (graphql-sse, a connection for each subscription) or a WebSocket
 * (graphql-ws). What is told is read anew for each subscriber, with its own scopes and credentials. A subscriber that does not keep up is cut off with an
 * error, and nothing that was told before or in between is told again: read `vacancyChanges` since the last one.
 */
export type Subscription = {
  readonly __typename?: 'Subscription';
  /** An application was received that you may see. */
  readonly applicationReceived: Maybe<Application>;
  /** A candidate changed at its source. Cegid tells it by its webhooks; the others tell no changes. */
  readonly candidateChanged: Maybe<CandidateChange>;
  /**
   * A vacancy changed at its source. Cegid tells it by its webhooks; VDAB is asked every two minutes or so while somebody subscribes; the others
   * tell no changes. Each change is told at least once.
   */
  readonly vacancyChanged: Maybe<VacancyChange>;
};


/**
 * What happens while somebody listens, at `/graphql/stream`: over Server-Sent Events (graphql-sse, a connection for each subscription) or a WebSocket
 * (graphql-ws). What is told is read anew for each subscriber, with its own scopes and credentials. A subscriber that does not keep up is cut off with an
 * error, and nothing that was told before or in between is told again: read `vacancyChanges` since the last one.
 */
export type SubscriptionApplicationReceivedArgs = {
  referenceNumber: InputMaybe<Scalars['String']['input']>;
};


/**
 * What happens while somebody listens, at `/graphql/stream`: over Server-Sent Events (graphql-sse, a connection for each subscription) or a WebSocket
 * (graphql-ws). What is told is read anew for each subscriber, with its own scopes and credentials. A subscriber that does not keep up is cut off with an
 * error, and nothing that was told before or in between is told again: read `vacancyChanges` since the last one.
 */
export type SubscriptionCandidateChangedArgs = {
  sources: InputMaybe<ReadonlyArray<Source>>;
};


/**
 * What happens while somebody listens, at `/graphql/stream`: over Server-Sent Events (graphql-sse, a connection for each subscription) or a WebSocket
 * (graphql-ws). What is told is read anew for each subscriber, with its own scopes and credentials. A subscriber that does not keep up is cut off with an
 * error, and nothing that was told before or in between is told again: read `vacancyChanges` since the last one.
 */
export type SubscriptionVacancyChangedArgs = {
  sources: InputMaybe<ReadonlyArray<Source>>;
};

/** Command of a technique or trade, from a list. VDAB, Cegid. */
export type TechnicalSkill = Skill & {
  readonly __typename?: 'TechnicalSkill';
  /** The source's code of the skill. */
  readonly code: Scalars['String']['output'];
  /** The kind in the source's words. */
  readonly kind: Scalars['String']['output'];
  /** The skill in words, where the source gives them. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** How strong, as the source scores it. VDAB; its scale is not published. */
  readonly score: Maybe<Scalars['String']['output']>;
};

/** What unsubscribeWebhook came to. */
export type UnsubscribeWebhookPayload = {
  readonly __typename?: 'UnsubscribeWebhookPayload';
  /** Id of the subscription that is off. */
  readonly id: Maybe<Scalars['ID']['output']>;
  /** What to mend. */
  readonly userErrors: ReadonlyArray<UserError>;
};

/** What to do with a source that cannot apply a criterion. */
export type UnsupportedFilterPolicy =
  /** Give the source's rows without that criterion and say so in its report. */
  | 'IGNORE'
  /** Leave the source out and say so in its report. */
  | 'SKIP_SOURCE';

/** An expected failure of a mutation, which the caller can mend. Every one is told at once, not the first only. */
export type UserError = {
  readonly __typename?: 'UserError';
  /** What kind of mistake it is. */
  readonly code: UserErrorCode;
  /** The field's name for people, where the rule or the channel gives one. */
  readonly label: Maybe<Scalars['String']['output']>;
  /** What is wrong and how to mend it. */
  readonly message: Scalars['String']['output'];
  /** Into the arguments as they were sent, e.g. ["input", "company", "name"]. */
  readonly path: ReadonlyArray<Scalars['String']['output']>;
  /** Whether it kept the input from being sent. */
  readonly severity: Severity;
  /** The channel's own code for it, where it refused. */
  readonly upstreamCode: Maybe<Scalars['String']['output']>;
};

/** What kinds of mistake there are: a published list. */
export type UserErrorCode =
  /** The channel refused it for a reason of its own; see the message. */
  | 'CHANNEL_REFUSED'
  /** Two things that were given exclude each other, or the state of the posting. */
  | 'CONFLICT'
  /** The channel already has a vacancy with this reference number. */
  | 'DUPLICATE'
  /** The idempotency key was used with another input before. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** The account has no credits left on the channel. */
  | 'INSUFFICIENT_CREDITS'
  /** A text is not of the form that is asked. */
  | 'INVALID_FORMAT'
  /** There is no such thing. */
  | 'NOT_FOUND'
  /** It was posted by somebody else. */
  | 'NOT_OWNED'
  /** A number or a date is outside its bounds. */
  | 'OUT_OF_RANGE'
  /** Something that must be given is missing. */
  | 'REQUIRED'
  /** The server has no credentials for the channel or source. */
  | 'SOURCE_NOT_CONFIGURED'
  /** A text is longer than it may be. */
  | 'TOO_LONG'
  /** A code is not in its list. */
  | 'UNKNOWN_CODE';

/** A vacancy of one source, in the words of all. What its source cannot know is null. */
export type Vacancy = Node & {
  readonly __typename?: 'Vacancy';
  /** How to apply. */
  readonly application: ApplicationProcedure;
  /** Applications to this vacancy that you may see, the newest first: those under the reference number that it was posted with through this gateway. Empty for other vacancies. */
  readonly applications: Maybe<ApplicationConnection>;
  /** Credit that the source's terms ask to be shown beside it. VDAB. */
  readonly attribution: Maybe<Scalars['String']['output']>;
  /** When it stops being shown, where the source gives an instant. CSO. */
  readonly closesAt: Maybe<Scalars['DateTime']['output']>;
  /** Day on which it stops being shown: the source's own (VDAB), or closesAt's in the source's country. */
  readonly closesOn: Maybe<Scalars['Date']['output']>;
  /** People and desks to turn to. CSO, VDAB. */
  readonly contacts: ReadonlyArray<Contact>;
  /** When it was entered. CSO, Cegid. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** Department within the organisation. CSO. */
  readonly department: Maybe<Scalars['String']['output']>;
  /** What the work is. CSO, VDAB, Cegid. */
  readonly description: Maybe<RichText>;
  /** Driving licences that are asked for. CSO, VDAB. */
  readonly drivingLicences: ReadonlyArray<EnumerationValue>;
  /** The vacancy that this one repeats, where the source says so. VDAB. */
  readonly duplicateOf: Maybe<Vacancy>;
  /** Other vacancies that the source says are the same. VDAB; empty elsewhere, null where they could not be read. */
  readonly duplicates: Maybe<ReadonlyArray<Maybe<Vacancy>>>;
  /** Education that is asked for. CSO, VDAB, Cegid. */
  readonly education: ReadonlyArray<EducationRequirement>;
  /** What the vacancy says of the employer. CSO. */
  readonly employerText: Maybe<RichText>;
  /** Contract, hours and pay. */
  readonly employment: Employment;
  /** Experience that is asked for. VDAB, Cegid. */
  readonly experience: Maybe<EnumerationValue>;
  /** Fields of work: CSO's job branches, VDAB's job domains. */
  readonly fields: ReadonlyArray<EnumerationValue>;
  /** Kinds of function: CSO's job categories, VDAB's occupation profile, Cegid's primary profile. */
  readonly functions: ReadonlyArray<EnumerationValue>;
  /** Global id: <source>:vacancy:<sourceId>. */
  readonly id: Scalars['ID']['output'];
  /** Picture that goes with it. Cegid. */
  readonly imageUrl: Maybe<Scalars['URL']['output']>;
  /**
   * How it did over a period, null where its source tells no figures. ICTerGezocht. All vacancies of an operation share one reading of the period's list; contacts
   * in it cost a reading of their own.
   */
  readonly insight: Maybe<Insight>;
  /** True where people from abroad are asked to apply. VDAB. */
  readonly internationallyOpen: Maybe<Scalars['Boolean']['output']>;
  /** The vacancy as a JobPosting of schema.org, to embed in a page; null where the source's terms forbid publishing it again. */
  readonly jsonLd: Maybe<Scalars['JSON']['output']>;
  /** Language that its texts are in. Cegid. */
  readonly language: Maybe<Scalars['Locale']['output']>;
  /** Languages that are asked for. VDAB, Cegid. */
  readonly languages: ReadonlyArray<LanguageRequirement>;
  /** Where the work is. CSO, VDAB, Cegid. */
  readonly location: Maybe<Location>;
  /** True while it cannot be changed at its source. CSO. */
  readonly locked: Maybe<Scalars['Boolean']['output']>;
  /** The status as the source writes it. VDAB, Cegid; CSO has phases of publication instead. */
  readonly nativeStatus: Maybe<Scalars['String']['output']>;
  /** Number of people wanted. CSO, VDAB. */
  readonly openings: Maybe<Scalars['Int']['output']>;
  /** Whose vacancy it is: CSO's organisation, VDAB's supplier, Cegid's organisation. Fetched together for all rows of a page. */
  readonly organisation: Maybe<Organisation>;
  /** Everything else that the source tells as text. CSO, VDAB, Cegid. */
  readonly otherDetails: Maybe<RichText>;
  /** What the caller posted through the gateway as this vacancy; null where somebody else did. CSO, ICTerGezocht. */
  readonly posting: Maybe<Posting>;
  /** When and to whom it is shown. CSO; empty elsewhere. */
  readonly publicationSets: ReadonlyArray<PublicationSet>;
  /** When it was first shown, where the source gives an instant. CSO. */
  readonly publishedAt: Maybe<Scalars['DateTime']['output']>;
  /** Day from which it is shown: the source's own (VDAB), or publishedAt's in the source's country. */
  readonly publishedOn: Maybe<Scalars['Date']['output']>;
  /** The source's own object, untouched: for what has no field here. */
  readonly raw: Maybe<Scalars['JSON']['output']>;
  /** Every other number that it is known by. */
  readonly references: ReadonlyArray<Reference>;
  /** What is asked of the candidate. CSO, VDAB, Cegid. */
  readonly requirements: Maybe<RichText>;
  /** Security screening that the candidate must pass. CSO. */
  readonly securityScreening: Maybe<EnumerationValue>;
  /** Skills that are asked for. VDAB, Cegid. */
  readonly skills: ReadonlyArray<Skill>;
  /** The source that it comes from. */
  readonly source: Source;
  /** The source's own id: CSO's job code, VDAB's UUID, Cegid's reference, ICTerGezocht's number. */
  readonly sourceId: Scalars['String']['output'];
  /** Day on which the work is expected to start. VDAB. */
  readonly startsOn: Maybe<Scalars['Date']['output']>;
  /** Its status, in words that all sources share. */
  readonly status: VacancyStatus;
  /** Group in the central government's function structure. CSO. */
  readonly structureGroup: Maybe<EnumerationValue>;
  /** Name of the function. CSO, VDAB, Cegid. */
  readonly title: Maybe<Scalars['String']['output']>;
  /** When it was last changed, where the source gives an instant. CSO, Cegid. CSO can give one earlier than createdAt. */
  readonly updatedAt: Maybe<Scalars['DateTime']['output']>;
  /** Day of the last change: the source's own day, or updatedAt's in the source's country. */
  readonly updatedOn: Maybe<Scalars['Date']['output']>;
  /** Its page for people; null where the source has none that can be told. CSO gives none. */
  readonly url: Maybe<Scalars['URL']['output']>;
};


/** A vacancy of one source, in the words of all. What its source cannot know is null. */
export type VacancyApplicationsArgs = {
  after: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


/** A vacancy of one source, in the words of all. What its source cannot know is null. */
export type VacancyInsightArgs = {
  period: InputMaybe<PeriodInput>;
};

/** A change of one vacancy at its source. */
export type VacancyChange = {
  readonly __typename?: 'VacancyChange';
  /** When it happened; null where the source does not say. */
  readonly changedAt: Maybe<Scalars['DateTime']['output']>;
  /** Id of this change, the same each time that it is read. */
  readonly id: Scalars['ID']['output'];
  /** What happened. */
  readonly kind: ChangeKind;
  /** The status or event as the source writes it. */
  readonly nativeStatus: Maybe<Scalars['String']['output']>;
  /** The source that tells of it. */
  readonly source: Source;
  /** The source's own id of the vacancy. */
  readonly sourceId: Scalars['String']['output'];
  /** The vacancy as it is now; null where it is gone. Fetched together for all rows of a page where the source can. */
  readonly vacancy: Maybe<Vacancy>;
  /** Global id of the vacancy; also of one that is gone. */
  readonly vacancyId: Scalars['ID']['output'];
};

/** A page of changes of vacancies. */
export type VacancyChangeConnection = {
  readonly __typename?: 'VacancyChangeConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<VacancyChangeEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Maybe<VacancyChange>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** The report of the source that was asked. */
  readonly sources: ReadonlyArray<SourceReport>;
  /** All changes in the span; null unless the source is OK and can count. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One change in a page. */
export type VacancyChangeEdge = {
  readonly __typename?: 'VacancyChangeEdge';
  /** Cursor of this row. */
  readonly cursor: Scalars['String']['output'];
  /** The change; null where it could not be read, with an entry in `errors`. */
  readonly node: Maybe<VacancyChange>;
};

/** A page of vacancies. */
export type VacancyConnection = {
  readonly __typename?: 'VacancyConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<VacancyEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Maybe<Vacancy>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** One report for each source that was asked. */
  readonly sources: ReadonlyArray<SourceReport>;
  /** All matches together; null unless every source that was asked is OK and can count. CSO counts in a call of its own. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** How many vacancies match, over all sources that were asked. */
export type VacancyCount = {
  readonly __typename?: 'VacancyCount';
  /** One report for each source that was asked, with its own count. */
  readonly sources: ReadonlyArray<SourceReport>;
  /** The sum; null unless every source that was asked is OK and can count. */
  readonly total: Maybe<Scalars['Int']['output']>;
};

/** One vacancy in a page. */
export type VacancyEdge = {
  readonly __typename?: 'VacancyEdge';
  /** Cursor of this row. */
  readonly cursor: Scalars['String']['output'];
  /** The vacancy; null where it is gone since it was listed, or where it could not be read: then with an entry in `errors`. */
  readonly node: Maybe<Vacancy>;
};

/** What vacancies can be counted by. */
export type VacancyFacet =
  /** Kind of contract. */
  | 'CONTRACT_TYPE'
  /** Level of education. */
  | 'EDUCATION_LEVEL'
  /** Field of work. */
  | 'JOB_BRANCH'
  /** Kind of function. */
  | 'JOB_CATEGORY'
  /** Region of the place of work. */
  | 'REGION';

/** Counts by value, over all sources that were asked. Codes differ a source: add them up by the shared meaning (nuts, eqfMin, employmentType). */
export type VacancyFacets = {
  readonly __typename?: 'VacancyFacets';
  /** The counts, each source's in its own order. */
  readonly counts: ReadonlyArray<FacetCount>;
  /** One report for each source that was asked; SKIPPED where it cannot count so. */
  readonly sources: ReadonlyArray<SourceReport>;
};

/**
 * Which vacancies to give. All criteria must hold; a list means any of its values. The criteria outside cso, vdab and cegid mean the same for every source: each
 * source applies what it can, the rest is applied to its rows here where these hold what it takes, and otherwise onUnsupported decides.
 */
export type VacancyFilter = {
  /** Cegid's own filter; restricts the vacancies of Cegid only. */
  readonly cegid?: InputMaybe<CegidVacancyFilter>;
  /** Countries of the place of work, ISO 3166-1 alpha-2. */
  readonly countryCodes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** CSO's own filter; restricts the vacancies of CSO only. */
  readonly cso?: InputMaybe<CsoJobFilter>;
  /** Employment types of schema.org. */
  readonly employmentTypes?: InputMaybe<ReadonlyArray<EmploymentType>>;
  /** Levels of the European Qualifications Framework, 1 to 8; a vacancy matches where its range of levels holds one of these. */
  readonly eqfLevels?: InputMaybe<ReadonlyArray<Scalars['Int']['input']>>;
  /** Words that occur in the vacancy's texts. */
  readonly keywords?: InputMaybe<Scalars['String']['input']>;
  /** Within a distance of a point. */
  readonly near?: InputMaybe<NearInput>;
  /** NUTS codes of any level; a region covers the regions inside it. */
  readonly nuts?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** What to do with a source for which a criterion can be applied nowhere. */
  readonly onUnsupported?: InputMaybe<UnsupportedFilterPolicy>;
  /** Global ids of organisations. Leaves out the sources of which no organisation is named. */
  readonly organisationIds?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  /** Postal codes of the place of work, without a country prefix. */
  readonly postalCodes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Published at or after this instant. */
  readonly publishedFrom?: InputMaybe<Scalars['DateTime']['input']>;
  /** Published at or before this instant. */
  readonly publishedTo?: InputMaybe<Scalars['DateTime']['input']>;
  /** Published in the last so many days. */
  readonly publishedWithinDays?: InputMaybe<Scalars['Int']['input']>;
  /** Pays at least this, EUR gross a month. */
  readonly salaryMin?: InputMaybe<Scalars['Float']['input']>;
  /** Status of the vacancy, one of these. */
  readonly statuses?: InputMaybe<ReadonlyArray<VacancyStatus>>;
  /** Words that occur in the title. */
  readonly title?: InputMaybe<Scalars['String']['input']>;
  /** VDAB's own filter; restricts the vacancies of VDAB only. */
  readonly vdab?: InputMaybe<VdabVacancyFilter>;
};

/** ICTerGezocht's vacancy, field for field. */
export type VacancyInput = {
  /** The vacancy's id in the applicant tracking system. */
  readonly atsId?: InputMaybe<Scalars['String']['input']>;
  /** Day on which the channel removes it. */
  readonly autoDeleteDate?: InputMaybe<Scalars['Date']['input']>;
  /** The company that offers the work. */
  readonly company?: InputMaybe<CompanyInput>;
  /** The person who offers it: applications are sent there. */
  readonly companyUser?: InputMaybe<CompanyUserInput>;
  /** ISO 3166-1 alpha-2. */
  readonly countryCode?: InputMaybe<Scalars['String']['input']>;
  /** Values that come back with applications. */
  readonly customFields?: InputMaybe<ReadonlyArray<CustomFieldInput>>;
  /** What the work is and what is asked, HTML. */
  readonly description: Scalars['String']['input'];
  /** Education that is asked for. */
  readonly education?: InputMaybe<Scalars['String']['input']>;
  /** Kind of employment. */
  readonly employment?: InputMaybe<Scalars['String']['input']>;
  /** Experience that is asked for. */
  readonly experience?: InputMaybe<Scalars['String']['input']>;
  /** Hours a week, in words. */
  readonly hours?: InputMaybe<Scalars['String']['input']>;
  /** Industry. */
  readonly industry?: InputMaybe<Scalars['String']['input']>;
  /** Where the work is. */
  readonly location: Scalars['String']['input'];
  /** The caller's own number of the vacancy: unique on the channel. */
  readonly referenceNumber: Scalars['String']['input'];
  /** The salary in words. */
  readonly salary?: InputMaybe<Scalars['String']['input']>;
  /** Title. */
  readonly title: Scalars['String']['input'];
};

/** In which order vacancies come. Dated orders merge the sources by date where each can sort so. */
export type VacancyOrder =
  /** Earliest published first. */
  | 'PUBLISHED_ASC'
  /** Latest published first. */
  | 'PUBLISHED_DESC'
  /** Each source's own order, one row of each source in turn. */
  | 'SOURCE_ORDER'
  /** Latest changed first. */
  | 'UPDATED_DESC';

/** What ICTerGezocht asks beyond what is common. A field that is given here goes before the common one. */
export type VacancyOverrides = {
  /** The vacancy's id in the applicant tracking system. */
  readonly atsId?: InputMaybe<Scalars['String']['input']>;
  /** Day on which the channel removes it. */
  readonly autoDeleteDate?: InputMaybe<Scalars['Date']['input']>;
  /** The company that offers the work. */
  readonly company?: InputMaybe<CompanyInput>;
  /** The person who offers it: applications are sent there. */
  readonly companyUser?: InputMaybe<CompanyUserInput>;
  /** Values that come back with applications. */
  readonly customFields?: InputMaybe<ReadonlyArray<CustomFieldInput>>;
  /** Education that is asked for. */
  readonly education?: InputMaybe<Scalars['String']['input']>;
  /** Kind of employment. */
  readonly employment?: InputMaybe<Scalars['String']['input']>;
  /** Experience that is asked for. */
  readonly experience?: InputMaybe<Scalars['String']['input']>;
  /** Hours a week, in words. */
  readonly hours?: InputMaybe<Scalars['String']['input']>;
  /** Industry. */
  readonly industry?: InputMaybe<Scalars['String']['input']>;
  /** Where the work is. */
  readonly location?: InputMaybe<Scalars['String']['input']>;
  /** The salary in words. */
  readonly salary?: InputMaybe<Scalars['String']['input']>;
  /** Global id of a vacancy to change; absent, what was posted under the reference number, or a new vacancy. */
  readonly vacancyId?: InputMaybe<Scalars['ID']['input']>;
};

/** What createVacancy or updateVacancy came to. */
export type VacancyPayload = {
  readonly __typename?: 'VacancyPayload';
  /** Why ICTerGezocht could not do its part. */
  readonly error: Maybe<SourceError>;
  /** True where this is what an earlier call with the same key came to. */
  readonly replayed: Scalars['Boolean']['output'];
  /** What became of it. */
  readonly status: ChannelStatus;
  /** What to mend, warnings included. */
  readonly userErrors: ReadonlyArray<UserError>;
  /** The vacancy as it was sent. */
  readonly vacancy: Maybe<Vacancy>;
  /** Global id of the vacancy. */
  readonly vacancyId: Maybe<Scalars['ID']['output']>;
  /** Its page for people. */
  readonly vacancyUrl: Maybe<Scalars['URL']['output']>;
};

/** Status of a vacancy, in words that all sources share. */
export type VacancyStatus =
  /** It is over. */
  | 'CLOSED'
  /** It is being prepared and has not been shown yet. */
  | 'DRAFT'
  /** It is shown and open to applicants. */
  | 'PUBLISHED'
  /** The source gives no status, or one that is not known here; see nativeStatus. */
  | 'UNKNOWN'
  /** It exists and is not shown now, but may be again. */
  | 'UNPUBLISHED';

/** The parameters of VDAB's search, with VDAB's codes. All criteria must hold; a list means any of its values. */
export type VdabVacancyFilter = {
  /** Codes of competences. */
  readonly competences?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Distance round the postal codes, in kilometres. */
  readonly distanceKm?: InputMaybe<Scalars['Int']['input']>;
  /** Codes of experience. */
  readonly experience?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Further query parameters by name: an object of strings, numbers, booleans or lists of these. Passed on as they are. */
  readonly extra?: InputMaybe<Scalars['JSON']['input']>;
  /** Give only one of vacancies that VDAB says are the same. */
  readonly hideDuplicates?: InputMaybe<Scalars['Boolean']['input']>;
  /** Job domains (JOBCAT…). */
  readonly jobDomains?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Codes of occupations. */
  readonly occupations?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Belgian postal codes, four digits. */
  readonly postalCodes?: InputMaybe<ReadonlyArray<Scalars['String']['input']>>;
  /** Published in the last so many days. */
  readonly sinceDays?: InputMaybe<Scalars['Int']['input']>;
};

/** Who is asking. */
export type Viewer = {
  readonly __typename?: 'Viewer';
  /** Id of the caller in the server's list of clients. */
  readonly id: Scalars['ID']['output'];
  /** The caller's name for people. */
  readonly name: Scalars['String']['output'];
  /** Every scope that the caller has, those of anonymous callers included. */
  readonly scopes: ReadonlyArray<Scalars['String']['output']>;
};

/** An application on its way to the client whose it is, by a webhook of the Standard Webhooks specification. Holds nothing of the application. */
export type WebhookDelivery = {
  readonly __typename?: 'WebhookDelivery';
  /** Global id of the application. */
  readonly applicationId: Scalars['ID']['output'];
  /** Every attempt so far, the oldest first. */
  readonly attempts: ReadonlyArray<WebhookDeliveryAttempt>;
  /** Id of the client that it goes to. */
  readonly client: Scalars['String']['output'];
  /** When the application was received. */
  readonly createdAt: Scalars['DateTime']['output'];
  /** Id of the delivery. */
  readonly id: Scalars['ID']['output'];
  /** What every attempt carries as webhook-id, by which a receiver knows a repetition. */
  readonly messageId: Scalars['String']['output'];
  /** When it is tried next at the earliest; null where it is not. */
  readonly nextAttemptAt: Maybe<Scalars['DateTime']['output']>;
  /** When it came to its end; null while it is pending. */
  readonly settledAt: Maybe<Scalars['DateTime']['output']>;
  /** How it stands. */
  readonly status: WebhookDeliveryStatus;
};

/** One attempt to deliver. */
export type WebhookDeliveryAttempt = {
  readonly __typename?: 'WebhookDeliveryAttempt';
  /** When it was made. */
  readonly at: Scalars['DateTime']['output'];
  /** How long it took, milliseconds. */
  readonly durationMs: Scalars['Int']['output'];
  /** Why it came to nothing; null where it delivered. */
  readonly fault: Maybe<WebhookDeliveryFault>;
  /** HTTP status of the answer; null where none was seen. */
  readonly httpStatus: Maybe<Scalars['Int']['output']>;
};

/** A page of deliveries. */
export type WebhookDeliveryConnection = {
  readonly __typename?: 'WebhookDeliveryConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<WebhookDeliveryEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Maybe<WebhookDelivery>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** All that match. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One delivery in a page. */
export type WebhookDeliveryEdge = {
  readonly __typename?: 'WebhookDeliveryEdge';
  /** Cursor of this row. */
  readonly cursor: Scalars['String']['output'];
  /** The delivery. */
  readonly node: Maybe<WebhookDelivery>;
};

/** Why an attempt came to nothing. */
export type WebhookDeliveryFault =
  /** The host leads to an address that may not be called, such as one of a private network. */
  | 'ADDRESS_REFUSED'
  /** The connection broke off, or what answered is no HTTP. */
  | 'BROKEN_OFF'
  /** The address answered 410: it wants no more of this one. */
  | 'GONE'
  /** The gateway itself failed; it has been logged. */
  | 'INTERNAL'
  /** The host has no address. */
  | 'NAME_UNKNOWN'
  /** The client has no address any more, or none that may be called. */
  | 'NOT_CONFIGURED'
  /** The address answered with a redirect, which is not followed. */
  | 'REDIRECT'
  /** The address answered, with a status that is not 2xx. */
  | 'STATUS'
  /** No answer came in time. */
  | 'TIMEOUT'
  /** TLS failed, or the certificate is not one to trust. */
  | 'TLS'
  /** Nobody listens at the address, or the network does not lead there. */
  | 'UNREACHABLE';

/** How the forwarding of an application to the client whose it is stands. */
export type WebhookDeliveryStatus =
  /** The application was erased before it was delivered. */
  | 'CANCELLED'
  /** The client's address answered with a 2xx status. */
  | 'DELIVERED'
  /** It was tried for three days, or the address answered 410; it can be tried anew. */
  | 'FAILED'
  /** It is being sent, or waits for its next attempt. */
  | 'PENDING';

/** Something that an upstream told the gateway by webhook. */
export type WebhookEvent = {
  readonly __typename?: 'WebhookEvent';
  /** Global id of the vacancy or candidate that it is about; null where the gateway knows no such event. */
  readonly about: Maybe<Scalars['ID']['output']>;
  /** How often it was worked on. */
  readonly attempts: Scalars['Int']['output'];
  /** Id of the client whose own account was told; null is the server's. */
  readonly client: Maybe<Scalars['String']['output']>;
  /** When the work on it ended. */
  readonly endedAt: Maybe<Scalars['DateTime']['output']>;
  /** Why the last attempt failed: a code of the published list. */
  readonly errorCode: Maybe<Scalars['String']['output']>;
  /** The same in words. */
  readonly errorMessage: Maybe<Scalars['String']['output']>;
  /** What it told, in its own word, e.g. vacancy_update. */
  readonly event: Scalars['String']['output'];
  /** Id of the event. */
  readonly id: Scalars['ID']['output'];
  /** What happened, as far as the event says. */
  readonly kind: ChangeKind;
  /** When it is worked on next; null where it is not. */
  readonly nextAttemptAt: Maybe<Scalars['DateTime']['output']>;
  /** When it was received. */
  readonly receivedAt: Scalars['DateTime']['output'];
  /** The upstream that told it. */
  readonly source: Source;
  /** The source's own id of that. */
  readonly sourceId: Maybe<Scalars['String']['output']>;
  /** How the work on it stands. */
  readonly status: WebhookEventStatus;
};

/** A page of events of upstreams. */
export type WebhookEventConnection = {
  readonly __typename?: 'WebhookEventConnection';
  /** The rows with their cursors. */
  readonly edges: ReadonlyArray<WebhookEventEdge>;
  /** The rows alone. */
  readonly nodes: ReadonlyArray<Maybe<WebhookEvent>>;
  /** Where the page stands. */
  readonly pageInfo: PageInfo;
  /** All events of the status. */
  readonly totalCount: Maybe<Scalars['Int']['output']>;
};

/** One event in a page. */
export type WebhookEventEdge = {
  readonly __typename?: 'WebhookEventEdge';
  /** Cursor of this row. */
  readonly cursor: Scalars['String']['output'];
  /** The event. */
  readonly node: Maybe<WebhookEvent>;
};

/** How the work on an event stands. */
export type WebhookEventStatus =
  /** It was tried often enough, or there is no way to work on it; `npx werkgraph events replay` has it worked on again. */
  | 'DEAD'
  /** It was worked on: subscribers were told. */
  | 'DONE'
  /** It waits to be worked on, for the first time or again. */
  | 'PENDING'
  /** It is worked on. */
  | 'RUNNING';

/** A webhook that a caller had an upstream set up. */
export type WebhookSubscription = {
  readonly __typename?: 'WebhookSubscription';
  /** Where it tells it. */
  readonly callbackUrl: Scalars['URL']['output'];
  /** When it was set up. */
  readonly createdAt: Maybe<Scalars['DateTime']['output']>;
  /** What it tells, in its own word, e.g. vacancy_update. */
  readonly event: Scalars['String']['output'];
  /** Id of the subscription. */
  readonly id: Scalars['ID']['output'];
  /** Where it asks whether somebody listens. */
  readonly pingUrl: Maybe<Scalars['URL']['output']>;
  /** The upstream that calls. */
  readonly source: Source;
};



export type ResolverTypeWrapper<T> = Promise<T> | T;

export type ReferenceResolver<TResult, TReference, TContext> = (
      reference: TReference,
      context: TContext,
      info: GraphQLResolveInfo
    ) => Promise<TResult> | TResult;

      type ScalarCheck<T, S> = S extends true ? T : NullableCheck<T, S>;
      type NullableCheck<T, S> = Maybe<T> extends T ? Maybe<ListCheck<NonNullable<T>, S>> : ListCheck<T, S>;
      type ListCheck<T, S> = T extends (infer U)[] ? NullableCheck<U, S>[] : GraphQLRecursivePick<T, S>;
      export type GraphQLRecursivePick<T, S> = { [K in keyof T & keyof S]: ScalarCheck<T[K], S[K]> };
    

export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

/** Mapping of federation types */
export type FederationTypes = {
  Application: Application;
  Candidate: Candidate;
  EnumerationValue: EnumerationValue;
  Organisation: Organisation;
  Vacancy: Vacancy;
};

/** Mapping of federation reference types */
export type FederationReferenceTypes = {
  Application:
    ( { __typename: 'Application' }
    & GraphQLRecursivePick<FederationTypes['Application'], {"id":true}> );
  Candidate:
    ( { __typename: 'Candidate' }
    & GraphQLRecursivePick<FederationTypes['Candidate'], {"id":true}> );
  EnumerationValue:
    ( { __typename: 'EnumerationValue' }
    & GraphQLRecursivePick<FederationTypes['EnumerationValue'], {"id":true}> );
  Organisation:
    ( { __typename: 'Organisation' }
    & GraphQLRecursivePick<FederationTypes['Organisation'], {"id":true}> );
  Vacancy:
    ( { __typename: 'Vacancy' }
    & GraphQLRecursivePick<FederationTypes['Vacancy'], {"id":true}> );
};


/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( EnumerationValueModel )
    | ( OrganisationModel )
    | ( VacancyModel )
  ;
  Skill:
    | ( FreeSkillModel )
    | ( LanguageSkillModel )
    | ( OtherSkillModel )
    | ( SoftSkillModel )
    | ( TechnicalSkillModel )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Application: ResolverTypeWrapper<ApplicationModel>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  ApplicationConnection: ResolverTypeWrapper<ApplicationPageModel>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  ApplicationEdge: ResolverTypeWrapper<ApplicationEdgeModel>;
  ApplicationFilter: ApplicationFilter;
  ApplicationProcedure: ResolverTypeWrapper<ApplicationProcedureModel>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  Attachment: ResolverTypeWrapper<CandidateAttachmentModel>;
  Candidate: ResolverTypeWrapper<CandidateModel>;
  CandidateChange: ResolverTypeWrapper<ChangeModel>;
  CandidateChangeConnection: ResolverTypeWrapper<ChangePageModel>;
  CandidateChangeEdge: ResolverTypeWrapper<ChangeEdgeModel>;
  CandidateConnection: ResolverTypeWrapper<CandidatePageModel>;
  CandidateEdge: ResolverTypeWrapper<CandidateEdgeModel>;
  CandidateFilter: CandidateFilter;
  CandidateRead: ResolverTypeWrapper<RecordedCandidateReadModel>;
  CandidateReadConnection: ResolverTypeWrapper<CandidateReadPageModel>;
  CandidateReadEdge: ResolverTypeWrapper<CandidateReadEdgeModel>;
  CegidVacancyFilter: CegidVacancyFilter;
  Certificate: ResolverTypeWrapper<Certificate>;
  ChangeKind: ChangeKind;
  ChannelResult: ResolverTypeWrapper<ShownOutcomeModel>;
  ChannelStatus: ChannelStatus;
  ChannelValidation: ResolverTypeWrapper<ChannelValidationModel>;
  Click: ResolverTypeWrapper<ClickModel>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  ClickConnection: ResolverTypeWrapper<ClickPageModel>;
  ClickEdge: ResolverTypeWrapper<ClickEdgeModel>;
  CompanyInput: CompanyInput;
  CompanyUserInput: CompanyUserInput;
  ConditionalRule: ResolverTypeWrapper<ConditionalRule>;
  Contact: ResolverTypeWrapper<ContactModel>;
  ContactInput: ContactInput;
  ContactRole: ContactRole;
  CsoJobFilter: CsoJobFilter;
  CsoOrderBy: CsoOrderBy;
  CsoOrderField: CsoOrderField;
  CustomFieldInput: CustomFieldInput;
  Date: ResolverTypeWrapper<Scalars['Date']['output']>;
  DateTime: ResolverTypeWrapper<Scalars['DateTime']['output']>;
  DeleteVacancyPayload: ResolverTypeWrapper<SentModel>;
  DesiredFunction: ResolverTypeWrapper<DesiredFunction>;
  DesiredJob: ResolverTypeWrapper<DesiredJobModel>;
  Education: ResolverTypeWrapper<Education>;
  EducationRequirement: ResolverTypeWrapper<EducationRequirementModel>;
  Employment: ResolverTypeWrapper<EmploymentModel>;
  EmploymentType: EmploymentType;
  Enumeration: ResolverTypeWrapper<EnumerationModel>;
  EnumerationKind: EnumerationKind;
  EnumerationList: ResolverTypeWrapper<EnumerationListModel>;
  EnumerationValue: ResolverTypeWrapper<EnumerationValueModel>;
  Experience: ResolverTypeWrapper<Experience>;
  FacetCount: ResolverTypeWrapper<SourcedFacetCountModel>;
  FieldRule: ResolverTypeWrapper<FieldRule>;
  FreeSkill: ResolverTypeWrapper<FreeSkillModel>;
  GeoPoint: ResolverTypeWrapper<GeoPoint>;
  IndexingItemInput: IndexingItemInput;
  IndexingReportInput: IndexingReportInput;
  IndexingReportType: IndexingReportType;
  IndexingStatus: IndexingStatus;
  Insight: ResolverTypeWrapper<InsightModel>;
  InsightConnection: ResolverTypeWrapper<InsightPageModel>;
  InsightDimension: InsightDimension;
  InsightEdge: ResolverTypeWrapper<InsightEdgeModel>;
  InsightFilter: InsightFilter;
  InsightGroup: ResolverTypeWrapper<InsightGroup>;
  InsightKey: ResolverTypeWrapper<InsightKey>;
  InsightPoint: ResolverTypeWrapper<InsightPoint>;
  InsightSeries: ResolverTypeWrapper<InsightSeriesModel>;
  InsightSummary: ResolverTypeWrapper<InsightSummaryModel>;
  Interval: Interval;
  JSON: ResolverTypeWrapper<Scalars['JSON']['output']>;
  LanguageRequirement: ResolverTypeWrapper<LanguageRequirement>;
  LanguageSkill: ResolverTypeWrapper<LanguageSkillModel>;
  Locale: ResolverTypeWrapper<Scalars['Locale']['output']>;
  LocalisedText: ResolverTypeWrapper<LocalisedText>;
  Location: ResolverTypeWrapper<LocationModel>;
  Money: ResolverTypeWrapper<Money>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  MutationLogConnection: ResolverTypeWrapper<MutationLogPageModel>;
  MutationLogEdge: ResolverTypeWrapper<MutationLogEdgeModel>;
  MutationLogEntry: ResolverTypeWrapper<AuditedModel>;
  NearInput: NearInput;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  NutsRegion: ResolverTypeWrapper<NutsRegion>;
  Organisation: ResolverTypeWrapper<OrganisationModel>;
  OrganisationConnection: ResolverTypeWrapper<OrganisationPageModel>;
  OrganisationEdge: ResolverTypeWrapper<OrganisationEdgeModel>;
  OrganisationFilter: OrganisationFilter;
  OtherSkill: ResolverTypeWrapper<OtherSkillModel>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  PeriodInput: PeriodInput;
  Person: ResolverTypeWrapper<PersonModel>;
  PostalAddressInput: PostalAddressInput;
  Posting: ResolverTypeWrapper<PostingModel>;
  PostingChannel: PostingChannel;
  PostingConnection: ResolverTypeWrapper<PostingPageModel>;
  PostingEdge: ResolverTypeWrapper<PostingEdgeModel>;
  PostingRules: ResolverTypeWrapper<PostingRulesModel>;
  PublicationInput: PublicationInput;
  PublicationPhase: ResolverTypeWrapper<PublicationPhaseModel>;
  PublicationSet: ResolverTypeWrapper<PublicationSetModel>;
  PublicationSetInput: PublicationSetInput;
  PublishVacancyInput: PublishVacancyInput;
  PublishVacancyPayload: ResolverTypeWrapper<PostingResultModel>;
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  RateLimit: ResolverTypeWrapper<RateLimit>;
  Reference: ResolverTypeWrapper<Reference>;
  ReferenceKind: ReferenceKind;
  RemoveJobPayload: ResolverTypeWrapper<SentModel>;
  ReportIndexingPayload: ResolverTypeWrapper<Omit<ReportIndexingPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Resume: ResolverTypeWrapper<ResumeOfModel>;
  RichText: ResolverTypeWrapper<RichTextModel>;
  SalaryPeriod: SalaryPeriod;
  SaveJobInput: SaveJobInput;
  SaveJobOverrides: SaveJobOverrides;
  SaveJobPayload: ResolverTypeWrapper<ChannelResultModel>;
  Severity: Severity;
  Skill: ResolverTypeWrapper<SkillModel>;
  SoftSkill: ResolverTypeWrapper<SoftSkillModel>;
  Source: Source;
  SourceError: ResolverTypeWrapper<SourceError>;
  SourceInfo: ResolverTypeWrapper<SourceInfoModel>;
  SourceReport: ResolverTypeWrapper<SourceReportModel>;
  SourceStatus: SourceStatus;
  SubscribeWebhookInput: SubscribeWebhookInput;
  SubscribeWebhookPayload: ResolverTypeWrapper<Omit<SubscribeWebhookPayload, 'subscription' | 'userErrors'> & { subscription?: Maybe<ResolversTypes['WebhookSubscription']>, userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  TechnicalSkill: ResolverTypeWrapper<TechnicalSkillModel>;
  URL: ResolverTypeWrapper<Scalars['URL']['output']>;
  UnsubscribeWebhookPayload: ResolverTypeWrapper<Omit<UnsubscribeWebhookPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversTypes['UserError']> }>;
  UnsupportedFilterPolicy: UnsupportedFilterPolicy;
  UserError: ResolverTypeWrapper<UserErrorModel>;
  UserErrorCode: UserErrorCode;
  Vacancy: ResolverTypeWrapper<VacancyModel>;
  VacancyChange: ResolverTypeWrapper<ChangeModel>;
  VacancyChangeConnection: ResolverTypeWrapper<ChangePageModel>;
  VacancyChangeEdge: ResolverTypeWrapper<ChangeEdgeModel>;
  VacancyConnection: ResolverTypeWrapper<VacancyPageModel>;
  VacancyCount: ResolverTypeWrapper<VacancyCountModel>;
  VacancyEdge: ResolverTypeWrapper<VacancyEdgeModel>;
  VacancyFacet: VacancyFacet;
  VacancyFacets: ResolverTypeWrapper<VacancyFacetsModel>;
  VacancyFilter: VacancyFilter;
  VacancyInput: VacancyInput;
  VacancyOrder: VacancyOrder;
  VacancyOverrides: VacancyOverrides;
  VacancyPayload: ResolverTypeWrapper<ChannelResultModel>;
  VacancyStatus: VacancyStatus;
  VdabVacancyFilter: VdabVacancyFilter;
  Viewer: ResolverTypeWrapper<ViewerModel>;
  WebhookDelivery: ResolverTypeWrapper<DeliveryModel>;
  WebhookDeliveryAttempt: ResolverTypeWrapper<WebhookDeliveryAttempt>;
  WebhookDeliveryConnection: ResolverTypeWrapper<DeliveryPageModel>;
  WebhookDeliveryEdge: ResolverTypeWrapper<DeliveryEdgeModel>;
  WebhookDeliveryFault: WebhookDeliveryFault;
  WebhookDeliveryStatus: WebhookDeliveryStatus;
  WebhookEvent: ResolverTypeWrapper<WebhookEventModel>;
  WebhookEventConnection: ResolverTypeWrapper<WebhookEventPageModel>;
  WebhookEventEdge: ResolverTypeWrapper<WebhookEventEdgeModel>;
  WebhookEventStatus: WebhookEventStatus;
  WebhookSubscription: ResolverTypeWrapper<WebhookSubscriptionModel>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Application: ApplicationModel;
  String: Scalars['String']['output'];
  ID: Scalars['ID']['output'];
  ApplicationConnection: ApplicationPageModel;
  Int: Scalars['Int']['output'];
  ApplicationEdge: ApplicationEdgeModel;
  ApplicationFilter: ApplicationFilter;
  ApplicationProcedure: ApplicationProcedureModel;
  Boolean: Scalars['Boolean']['output'];
  Attachment: CandidateAttachmentModel;
  Candidate: CandidateModel;
  CandidateChange: ChangeModel;
  CandidateChangeConnection: ChangePageModel;
  CandidateChangeEdge: ChangeEdgeModel;
  CandidateConnection: CandidatePageModel;
  CandidateEdge: CandidateEdgeModel;
  CandidateFilter: CandidateFilter;
  CandidateRead: RecordedCandidateReadModel;
  CandidateReadConnection: CandidateReadPageModel;
  CandidateReadEdge: CandidateReadEdgeModel;
  CegidVacancyFilter: CegidVacancyFilter;
  Certificate: Certificate;
  ChannelResult: ShownOutcomeModel;
  ChannelValidation: ChannelValidationModel;
  Click: ClickModel;
  Float: Scalars['Float']['output'];
  ClickConnection: ClickPageModel;
  ClickEdge: ClickEdgeModel;
  CompanyInput: CompanyInput;
  CompanyUserInput: CompanyUserInput;
  ConditionalRule: ConditionalRule;
  Contact: ContactModel;
  ContactInput: ContactInput;
  CsoJobFilter: CsoJobFilter;
  CsoOrderBy: CsoOrderBy;
  CustomFieldInput: CustomFieldInput;
  Date: Scalars['Date']['output'];
  DateTime: Scalars['DateTime']['output'];
  DeleteVacancyPayload: SentModel;
  DesiredFunction: DesiredFunction;
  DesiredJob: DesiredJobModel;
  Education: Education;
  EducationRequirement: EducationRequirementModel;
  Employment: EmploymentModel;
  Enumeration: EnumerationModel;
  EnumerationList: EnumerationListModel;
  EnumerationValue: EnumerationValueModel;
  Experience: Experience;
  FacetCount: SourcedFacetCountModel;
  FieldRule: FieldRule;
  FreeSkill: FreeSkillModel;
  GeoPoint: GeoPoint;
  IndexingItemInput: IndexingItemInput;
  IndexingReportInput: IndexingReportInput;
  Insight: InsightModel;
  InsightConnection: InsightPageModel;
  InsightEdge: InsightEdgeModel;
  InsightFilter: InsightFilter;
  InsightGroup: InsightGroup;
  InsightKey: InsightKey;
  InsightPoint: InsightPoint;
  InsightSeries: InsightSeriesModel;
  InsightSummary: InsightSummaryModel;
  JSON: Scalars['JSON']['output'];
  LanguageRequirement: LanguageRequirement;
  LanguageSkill: LanguageSkillModel;
  Locale: Scalars['Locale']['output'];
  LocalisedText: LocalisedText;
  Location: LocationModel;
  Money: Money;
  Mutation: Record<PropertyKey, never>;
  MutationLogConnection: MutationLogPageModel;
  MutationLogEdge: MutationLogEdgeModel;
  MutationLogEntry: AuditedModel;
  NearInput: NearInput;
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  NutsRegion: NutsRegion;
  Organisation: OrganisationModel;
  OrganisationConnection: OrganisationPageModel;
  OrganisationEdge: OrganisationEdgeModel;
  OrganisationFilter: OrganisationFilter;
  OtherSkill: OtherSkillModel;
  PageInfo: PageInfo;
  PeriodInput: PeriodInput;
  Person: PersonModel;
  PostalAddressInput: PostalAddressInput;
  Posting: PostingModel;
  PostingConnection: PostingPageModel;
  PostingEdge: PostingEdgeModel;
  PostingRules: PostingRulesModel;
  PublicationInput: PublicationInput;
  PublicationPhase: PublicationPhaseModel;
  PublicationSet: PublicationSetModel;
  PublicationSetInput: PublicationSetInput;
  PublishVacancyInput: PublishVacancyInput;
  PublishVacancyPayload: PostingResultModel;
  Query: Record<PropertyKey, never>;
  RateLimit: RateLimit;
  Reference: Reference;
  RemoveJobPayload: SentModel;
  ReportIndexingPayload: Omit<ReportIndexingPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Resume: ResumeOfModel;
  RichText: RichTextModel;
  SaveJobInput: SaveJobInput;
  SaveJobOverrides: SaveJobOverrides;
  SaveJobPayload: ChannelResultModel;
  Skill: SkillModel;
  SoftSkill: SoftSkillModel;
  SourceError: SourceError;
  SourceInfo: SourceInfoModel;
  SourceReport: SourceReportModel;
  SubscribeWebhookInput: SubscribeWebhookInput;
  SubscribeWebhookPayload: Omit<SubscribeWebhookPayload, 'subscription' | 'userErrors'> & { subscription?: Maybe<ResolversParentTypes['WebhookSubscription']>, userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  Subscription: Record<PropertyKey, never>;
  TechnicalSkill: TechnicalSkillModel;
  URL: Scalars['URL']['output'];
  UnsubscribeWebhookPayload: Omit<UnsubscribeWebhookPayload, 'userErrors'> & { userErrors: ReadonlyArray<ResolversParentTypes['UserError']> };
  UserError: UserErrorModel;
  Vacancy: VacancyModel;
  VacancyChange: ChangeModel;
  VacancyChangeConnection: ChangePageModel;
  VacancyChangeEdge: ChangeEdgeModel;
  VacancyConnection: VacancyPageModel;
  VacancyCount: VacancyCountModel;
  VacancyEdge: VacancyEdgeModel;
  VacancyFacets: VacancyFacetsModel;
  VacancyFilter: VacancyFilter;
  VacancyInput: VacancyInput;
  VacancyOverrides: VacancyOverrides;
  VacancyPayload: ChannelResultModel;
  VdabVacancyFilter: VdabVacancyFilter;
  Viewer: ViewerModel;
  WebhookDelivery: DeliveryModel;
  WebhookDeliveryAttempt: WebhookDeliveryAttempt;
  WebhookDeliveryConnection: DeliveryPageModel;
  WebhookDeliveryEdge: DeliveryEdgeModel;
  WebhookEvent: WebhookEventModel;
  WebhookEventConnection: WebhookEventPageModel;
  WebhookEventEdge: WebhookEventEdgeModel;
  WebhookSubscription: WebhookSubscriptionModel;
};

export type ApplicationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Application'] = ResolversParentTypes['Application'], FederationReferenceType extends FederationReferenceTypes['Application'] = FederationReferenceTypes['Application']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Application']> | FederationReferenceType, FederationReferenceType, ContextType>;
  campaign?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  custom?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  email?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  motivation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  origin?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  referenceNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  resume?: Resolver<Maybe<ResolversTypes['Resume']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  vacancy?: Resolver<Maybe<ResolversTypes['Vacancy']>, ParentType, ContextType>;
};

export type ApplicationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationConnection'] = ResolversParentTypes['ApplicationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ApplicationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Application']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ApplicationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationEdge'] = ResolversParentTypes['ApplicationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType>;
};

export type ApplicationProcedureResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ApplicationProcedure'] = ResolversParentTypes['ApplicationProcedure']> = {
  address?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  cvRequired?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  instructions?: Resolver<Maybe<ResolversTypes['RichText']>, ParentType, ContextType>;
  letterRequired?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  methods?: Resolver<ReadonlyArray<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  onlineMethods?: Resolver<ReadonlyArray<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type AttachmentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Attachment'] = ResolversParentTypes['Attachment']> = {
  fileName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  isResume?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  mimeType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type CandidateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Candidate'] = ResolversParentTypes['Candidate'], FederationReferenceType extends FederationReferenceTypes['Candidate'] = FederationReferenceTypes['Candidate']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Candidate']> | FederationReferenceType, FederationReferenceType, ContextType>;
  applicationsTo?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Vacancy']>>>, ParentType, ContextType>;
  attachments?: Resolver<ReadonlyArray<ResolversTypes['Attachment']>, ParentType, ContextType>;
  certificates?: Resolver<ReadonlyArray<ResolversTypes['Certificate']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  desiredJob?: Resolver<Maybe<ResolversTypes['DesiredJob']>, ParentType, ContextType>;
  educations?: Resolver<ReadonlyArray<ResolversTypes['Education']>, ParentType, ContextType>;
  experiences?: Resolver<ReadonlyArray<ResolversTypes['Experience']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  person?: Resolver<Maybe<ResolversTypes['Person']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['Reference']>, ParentType, ContextType>;
  skills?: Resolver<ReadonlyArray<ResolversTypes['Skill']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type CandidateChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CandidateChange'] = ResolversParentTypes['CandidateChange']> = {
  candidate?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType>;
  candidateId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  changedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  nativeStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CandidateChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CandidateChangeConnection'] = ResolversParentTypes['CandidateChangeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CandidateChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['CandidateChange']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceReport']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CandidateChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CandidateChangeEdge'] = ResolversParentTypes['CandidateChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['CandidateChange']>, ParentType, ContextType>;
};

export type CandidateConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CandidateConnection'] = ResolversParentTypes['CandidateConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CandidateEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Candidate']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceReport']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CandidateEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CandidateEdge'] = ResolversParentTypes['CandidateEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType>;
};

export type CandidateReadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CandidateRead'] = ResolversParentTypes['CandidateRead']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  candidateIds?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  client?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  purpose?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rootField?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type CandidateReadConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CandidateReadConnection'] = ResolversParentTypes['CandidateReadConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['CandidateReadEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['CandidateRead']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type CandidateReadEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CandidateReadEdge'] = ResolversParentTypes['CandidateReadEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['CandidateRead']>, ParentType, ContextType>;
};

export type CertificateResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Certificate'] = ResolversParentTypes['Certificate']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  ownsCar?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type ChannelResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelResult'] = ResolversParentTypes['ChannelResult']> = {
  channel?: Resolver<ResolversTypes['PostingChannel'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ChannelStatus'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  vacancyId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ChannelValidationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ChannelValidation'] = ResolversParentTypes['ChannelValidation']> = {
  channel?: Resolver<ResolversTypes['PostingChannel'], ParentType, ContextType>;
  unchecked?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  valid?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type ClickResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Click'] = ResolversParentTypes['Click']> = {
  clickedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  costPerClick?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ip?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  referenceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vacancy?: Resolver<Maybe<ResolversTypes['Vacancy']>, ParentType, ContextType>;
  vacancyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  visitor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClickConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClickConnection'] = ResolversParentTypes['ClickConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['ClickEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Click']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceReport']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type ClickEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ClickEdge'] = ResolversParentTypes['ClickEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Click']>, ParentType, ContextType>;
};

export type ConditionalRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ConditionalRule'] = ResolversParentTypes['ConditionalRule']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  paths?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
};

export type ContactResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Contact'] = ResolversParentTypes['Contact']> = {
  address?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  role?: Resolver<ResolversTypes['ContactRole'], ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export interface DateScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Date'], any> {
  name: 'Date';
}

export interface DateTimeScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['DateTime'], any> {
  name: 'DateTime';
}

export type DeleteVacancyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DeleteVacancyPayload'] = ResolversParentTypes['DeleteVacancyPayload']> = {
  deletedId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type DesiredFunctionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DesiredFunction'] = ResolversParentTypes['DesiredFunction']> = {
  experience?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  profileCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type DesiredJobResolvers<ContextType = Context, ParentType extends ResolversParentTypes['DesiredJob'] = ResolversParentTypes['DesiredJob']> = {
  contractType?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  functions?: Resolver<ReadonlyArray<ResolversTypes['DesiredFunction']>, ParentType, ContextType>;
  regions?: Resolver<ReadonlyArray<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  workRegimes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  workSystems?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type EducationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Education'] = ResolversParentTypes['Education']> = {
  code?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  diploma?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  info?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  obtainedIn?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  obtainedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
};

export type EducationRequirementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EducationRequirement'] = ResolversParentTypes['EducationRequirement']> = {
  eqfMax?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  eqfMin?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  value?: Resolver<ResolversTypes['EnumerationValue'], ParentType, ContextType>;
};

export type EmploymentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Employment'] = ResolversParentTypes['Employment']> = {
  contractDuration?: Resolver<Maybe<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  contractType?: Resolver<Maybe<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  hoursMax?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  hoursMin?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  payScales?: Resolver<ReadonlyArray<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  regime?: Resolver<Maybe<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  salaryMax?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  salaryMin?: Resolver<Maybe<ResolversTypes['Money']>, ParentType, ContextType>;
  salaryPeriod?: Resolver<Maybe<ResolversTypes['SalaryPeriod']>, ParentType, ContextType>;
  salaryText?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  schedules?: Resolver<ReadonlyArray<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  types?: Resolver<ReadonlyArray<ResolversTypes['EmploymentType']>, ParentType, ContextType>;
};

export type EnumerationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Enumeration'] = ResolversParentTypes['Enumeration']> = {
  fetchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EnumerationKind'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  values?: Resolver<ReadonlyArray<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
};

export type EnumerationListResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnumerationList'] = ResolversParentTypes['EnumerationList']> = {
  nodes?: Resolver<ReadonlyArray<ResolversTypes['Enumeration']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceReport']>, ParentType, ContextType>;
};

export type EnumerationValueResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EnumerationValue'] = ResolversParentTypes['EnumerationValue'], FederationReferenceType extends FederationReferenceTypes['EnumerationValue'] = FederationReferenceTypes['EnumerationValue']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['EnumerationValue']> | FederationReferenceType, FederationReferenceType, ContextType>;
  children?: Resolver<Maybe<ReadonlyArray<ResolversTypes['EnumerationValue']>>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  countryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  displayOrder?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  employmentType?: Resolver<Maybe<ResolversTypes['EmploymentType']>, ParentType, ContextType>;
  eqfMax?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  eqfMin?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['EnumerationKind'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType, Partial<EnumerationValueLabelArgs>>;
  numericId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nuts?: Resolver<Maybe<ResolversTypes['NutsRegion']>, ParentType, ContextType>;
  parent?: Resolver<Maybe<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  salaryMax?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  salaryMin?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  salaryScale?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  subdivisionCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  translations?: Resolver<Maybe<ReadonlyArray<ResolversTypes['LocalisedText']>>, ParentType, ContextType>;
  vacancyCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType, Partial<EnumerationValueVacancyCountArgs>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ExperienceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Experience'] = ResolversParentTypes['Experience']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  employer?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  from?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  to?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type FacetCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FacetCount'] = ResolversParentTypes['FacetCount']> = {
  count?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['EnumerationValue'], ParentType, ContextType>;
};

export type FieldRuleResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FieldRule'] = ResolversParentTypes['FieldRule']> = {
  description?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  enumeration?: Resolver<Maybe<ResolversTypes['EnumerationKind']>, ParentType, ContextType>;
  maxLength?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  required?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  type?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type FreeSkillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FreeSkill'] = ResolversParentTypes['FreeSkill']> = {
  description?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type GeoPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['GeoPoint'] = ResolversParentTypes['GeoPoint']> = {
  latitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  longitude?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type InsightResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Insight'] = ResolversParentTypes['Insight']> = {
  applicationRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  applications?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  campaign?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  clicks?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  contactEmail?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  cost?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerApplication?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerClick?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  functionGroup?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  publishedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  referenceNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  runtime?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  vacancy?: Resolver<Maybe<ResolversTypes['Vacancy']>, ParentType, ContextType>;
  vacancyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type InsightConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsightConnection'] = ResolversParentTypes['InsightConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['InsightEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Insight']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceReport']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type InsightEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsightEdge'] = ResolversParentTypes['InsightEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Insight']>, ParentType, ContextType>;
};

export type InsightGroupResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsightGroup'] = ResolversParentTypes['InsightGroup']> = {
  applicationRate?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  applications?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  clicks?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  cost?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  costPerApplication?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  costPerClick?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  keys?: Resolver<ReadonlyArray<ResolversTypes['InsightKey']>, ParentType, ContextType>;
  vacancies?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type InsightKeyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsightKey'] = ResolversParentTypes['InsightKey']> = {
  dimension?: Resolver<ResolversTypes['InsightDimension'], ParentType, ContextType>;
  value?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type InsightPointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsightPoint'] = ResolversParentTypes['InsightPoint']> = {
  applications?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  clicks?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  cost?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
  keys?: Resolver<ReadonlyArray<ResolversTypes['InsightKey']>, ParentType, ContextType>;
  to?: Resolver<ResolversTypes['Date'], ParentType, ContextType>;
};

export type InsightSeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsightSeries'] = ResolversParentTypes['InsightSeries']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  points?: Resolver<ReadonlyArray<ResolversTypes['InsightPoint']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceReport']>, ParentType, ContextType>;
};

export type InsightSummaryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['InsightSummary'] = ResolversParentTypes['InsightSummary']> = {
  complete?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  groups?: Resolver<ReadonlyArray<ResolversTypes['InsightGroup']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceReport']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['InsightGroup']>, ParentType, ContextType>;
};

export interface JsonScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['JSON'], any> {
  name: 'JSON';
}

export type LanguageRequirementResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LanguageRequirement'] = ResolversParentTypes['LanguageRequirement']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['Locale']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type LanguageSkillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LanguageSkill'] = ResolversParentTypes['LanguageSkill']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['Locale']>, ParentType, ContextType>;
  level?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface LocaleScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['Locale'], any> {
  name: 'Locale';
}

export type LocalisedTextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LocalisedText'] = ResolversParentTypes['LocalisedText']> = {
  locale?: Resolver<ResolversTypes['Locale'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LocationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Location'] = ResolversParentTypes['Location']> = {
  box?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  city?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  countryCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  houseNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nuts?: Resolver<Maybe<ResolversTypes['NutsRegion']>, ParentType, ContextType>;
  point?: Resolver<Maybe<ResolversTypes['GeoPoint']>, ParentType, ContextType>;
  postalCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  regions?: Resolver<ReadonlyArray<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  street?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  subdivisionCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MoneyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Money'] = ResolversParentTypes['Money']> = {
  amount?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  currency?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  createVacancy?: Resolver<Maybe<ResolversTypes['VacancyPayload']>, ParentType, ContextType, RequireFields<MutationCreateVacancyArgs, 'input'>>;
  deleteVacancy?: Resolver<Maybe<ResolversTypes['DeleteVacancyPayload']>, ParentType, ContextType, RequireFields<MutationDeleteVacancyArgs, 'id'>>;
  publishVacancy?: Resolver<Maybe<ResolversTypes['PublishVacancyPayload']>, ParentType, ContextType, RequireFields<MutationPublishVacancyArgs, 'channels' | 'idempotencyKey' | 'input'>>;
  removeJob?: Resolver<Maybe<ResolversTypes['RemoveJobPayload']>, ParentType, ContextType, RequireFields<MutationRemoveJobArgs, 'jobCode'>>;
  reportIndexing?: Resolver<Maybe<ResolversTypes['ReportIndexingPayload']>, ParentType, ContextType, RequireFields<MutationReportIndexingArgs, 'input'>>;
  resolvePosting?: Resolver<Maybe<ResolversTypes['PublishVacancyPayload']>, ParentType, ContextType, RequireFields<MutationResolvePostingArgs, 'channel' | 'id' | 'published'>>;
  saveJob?: Resolver<Maybe<ResolversTypes['SaveJobPayload']>, ParentType, ContextType, RequireFields<MutationSaveJobArgs, 'input'>>;
  subscribeWebhook?: Resolver<Maybe<ResolversTypes['SubscribeWebhookPayload']>, ParentType, ContextType, RequireFields<MutationSubscribeWebhookArgs, 'input'>>;
  unsubscribeWebhook?: Resolver<Maybe<ResolversTypes['UnsubscribeWebhookPayload']>, ParentType, ContextType, RequireFields<MutationUnsubscribeWebhookArgs, 'id'>>;
  updateVacancy?: Resolver<Maybe<ResolversTypes['VacancyPayload']>, ParentType, ContextType, RequireFields<MutationUpdateVacancyArgs, 'id' | 'input'>>;
  withdrawVacancy?: Resolver<Maybe<ResolversTypes['PublishVacancyPayload']>, ParentType, ContextType, RequireFields<MutationWithdrawVacancyArgs, 'channels' | 'referenceNumber'>>;
};

export type MutationLogConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MutationLogConnection'] = ResolversParentTypes['MutationLogConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['MutationLogEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['MutationLogEntry']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type MutationLogEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MutationLogEdge'] = ResolversParentTypes['MutationLogEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['MutationLogEntry']>, ParentType, ContextType>;
};

export type MutationLogEntryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MutationLogEntry'] = ResolversParentTypes['MutationLogEntry']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  channel?: Resolver<Maybe<ResolversTypes['PostingChannel']>, ParentType, ContextType>;
  client?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  inputHash?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  operation?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  outcome?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  upstreamStatus?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'EnumerationValue' | 'Organisation' | 'Vacancy', ParentType, ContextType>;
};

export type NutsRegionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['NutsRegion'] = ResolversParentTypes['NutsRegion']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  level?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type OrganisationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Organisation'] = ResolversParentTypes['Organisation'], FederationReferenceType extends FederationReferenceTypes['Organisation'] = FederationReferenceTypes['Organisation']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Organisation']> | FederationReferenceType, FederationReferenceType, ContextType>;
  abbreviation?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  hpkDays?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kboNumber?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  kind?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sector?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  slug?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  vacancies?: Resolver<ResolversTypes['VacancyConnection'], ParentType, ContextType, RequireFields<OrganisationVacanciesArgs, 'first'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type OrganisationConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganisationConnection'] = ResolversParentTypes['OrganisationConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['OrganisationEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Organisation']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceReport']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type OrganisationEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OrganisationEdge'] = ResolversParentTypes['OrganisationEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
};

export type OtherSkillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OtherSkill'] = ResolversParentTypes['OtherSkill']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  raw?: Resolver<ResolversTypes['JSON'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PersonResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Person'] = ResolversParentTypes['Person']> = {
  birthDate?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  callName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  contactAddress?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  email?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  firstName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  gender?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  lastName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mobile?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  nationality?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  officialAddress?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  phone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  username?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  website?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type PostingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Posting'] = ResolversParentTypes['Posting']> = {
  channels?: Resolver<ReadonlyArray<ResolversTypes['ChannelResult']>, ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  referenceNumber?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
};

export type PostingConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostingConnection'] = ResolversParentTypes['PostingConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PostingEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Posting']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type PostingEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostingEdge'] = ResolversParentTypes['PostingEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Posting']>, ParentType, ContextType>;
};

export type PostingRulesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PostingRules'] = ResolversParentTypes['PostingRules']> = {
  channel?: Resolver<ResolversTypes['PostingChannel'], ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['FieldRule']>, ParentType, ContextType>;
  rules?: Resolver<ReadonlyArray<ResolversTypes['ConditionalRule']>, ParentType, ContextType>;
};

export type PublicationPhaseResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicationPhase'] = ResolversParentTypes['PublicationPhase']> = {
  endsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  phase?: Resolver<ResolversTypes['EnumerationValue'], ParentType, ContextType>;
  startsAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
};

export type PublicationSetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublicationSet'] = ResolversParentTypes['PublicationSet']> = {
  daysLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  phases?: Resolver<ReadonlyArray<ResolversTypes['PublicationPhase']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  retentionUntil?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  visible?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
};

export type PublishVacancyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PublishVacancyPayload'] = ResolversParentTypes['PublishVacancyPayload']> = {
  channels?: Resolver<ReadonlyArray<ResolversTypes['ChannelResult']>, ParentType, ContextType>;
  posting?: Resolver<Maybe<ResolversTypes['Posting']>, ParentType, ContextType>;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  application?: Resolver<Maybe<ResolversTypes['Application']>, ParentType, ContextType, RequireFields<QueryApplicationArgs, 'id'>>;
  applications?: Resolver<Maybe<ResolversTypes['ApplicationConnection']>, ParentType, ContextType, RequireFields<QueryApplicationsArgs, 'first'>>;
  candidate?: Resolver<Maybe<ResolversTypes['Candidate']>, ParentType, ContextType, RequireFields<QueryCandidateArgs, 'id'>>;
  candidateChanges?: Resolver<Maybe<ResolversTypes['CandidateChangeConnection']>, ParentType, ContextType, RequireFields<QueryCandidateChangesArgs, 'first' | 'since' | 'source'>>;
  candidateReads?: Resolver<Maybe<ResolversTypes['CandidateReadConnection']>, ParentType, ContextType, RequireFields<QueryCandidateReadsArgs, 'first'>>;
  candidates?: Resolver<Maybe<ResolversTypes['CandidateConnection']>, ParentType, ContextType, RequireFields<QueryCandidatesArgs, 'first'>>;
  clicks?: Resolver<Maybe<ResolversTypes['ClickConnection']>, ParentType, ContextType, RequireFields<QueryClicksArgs, 'first'>>;
  enumerationValue?: Resolver<Maybe<ResolversTypes['EnumerationValue']>, ParentType, ContextType, RequireFields<QueryEnumerationValueArgs, 'id'>>;
  enumerations?: Resolver<Maybe<ResolversTypes['EnumerationList']>, ParentType, ContextType, Partial<QueryEnumerationsArgs>>;
  insightSeries?: Resolver<Maybe<ResolversTypes['InsightSeries']>, ParentType, ContextType, RequireFields<QueryInsightSeriesArgs, 'interval' | 'period'>>;
  insightSummary?: Resolver<Maybe<ResolversTypes['InsightSummary']>, ParentType, ContextType, Partial<QueryInsightSummaryArgs>>;
  insights?: Resolver<Maybe<ResolversTypes['InsightConnection']>, ParentType, ContextType, RequireFields<QueryInsightsArgs, 'first'>>;
  mutationLog?: Resolver<Maybe<ResolversTypes['MutationLogConnection']>, ParentType, ContextType, RequireFields<QueryMutationLogArgs, 'first'>>;
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Node']>>, ParentType, ContextType, RequireFields<QueryNodesArgs, 'ids'>>;
  organisation?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType, RequireFields<QueryOrganisationArgs, 'id'>>;
  organisations?: Resolver<Maybe<ResolversTypes['OrganisationConnection']>, ParentType, ContextType, RequireFields<QueryOrganisationsArgs, 'first'>>;
  postingRules?: Resolver<ResolversTypes['PostingRules'], ParentType, ContextType, RequireFields<QueryPostingRulesArgs, 'channel'>>;
  postings?: Resolver<Maybe<ResolversTypes['PostingConnection']>, ParentType, ContextType, RequireFields<QueryPostingsArgs, 'first'>>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceInfo']>, ParentType, ContextType>;
  vacancies?: Resolver<Maybe<ResolversTypes['VacancyConnection']>, ParentType, ContextType, RequireFields<QueryVacanciesArgs, 'first' | 'orderBy'>>;
  vacancy?: Resolver<Maybe<ResolversTypes['Vacancy']>, ParentType, ContextType, RequireFields<QueryVacancyArgs, 'id'>>;
  vacancyChanges?: Resolver<Maybe<ResolversTypes['VacancyChangeConnection']>, ParentType, ContextType, RequireFields<QueryVacancyChangesArgs, 'first' | 'since' | 'source'>>;
  vacancyCount?: Resolver<Maybe<ResolversTypes['VacancyCount']>, ParentType, ContextType, Partial<QueryVacancyCountArgs>>;
  vacancyFacets?: Resolver<Maybe<ResolversTypes['VacancyFacets']>, ParentType, ContextType, RequireFields<QueryVacancyFacetsArgs, 'by'>>;
  vacancySnapshot?: Resolver<Maybe<ResolversTypes['VacancyConnection']>, ParentType, ContextType, RequireFields<QueryVacancySnapshotArgs, 'date' | 'first' | 'source'>>;
  validateVacancy?: Resolver<Maybe<ReadonlyArray<ResolversTypes['ChannelValidation']>>, ParentType, ContextType, RequireFields<QueryValidateVacancyArgs, 'channels' | 'input'>>;
  viewer?: Resolver<Maybe<ResolversTypes['Viewer']>, ParentType, ContextType>;
  webhookDeliveries?: Resolver<Maybe<ResolversTypes['WebhookDeliveryConnection']>, ParentType, ContextType, RequireFields<QueryWebhookDeliveriesArgs, 'first'>>;
  webhookEvents?: Resolver<Maybe<ResolversTypes['WebhookEventConnection']>, ParentType, ContextType, RequireFields<QueryWebhookEventsArgs, 'first'>>;
  webhookSubscriptions?: Resolver<Maybe<ReadonlyArray<ResolversTypes['WebhookSubscription']>>, ParentType, ContextType, Partial<QueryWebhookSubscriptionsArgs>>;
};

export type RateLimitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RateLimit'] = ResolversParentTypes['RateLimit']> = {
  limit?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  remaining?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  resetsAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  windowSeconds?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ReferenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Reference'] = ResolversParentTypes['Reference']> = {
  kind?: Resolver<ResolversTypes['ReferenceKind'], ParentType, ContextType>;
  value?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type RemoveJobPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RemoveJobPayload'] = ResolversParentTypes['RemoveJobPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  jobCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  removed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ReportIndexingPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ReportIndexingPayload'] = ResolversParentTypes['ReportIndexingPayload']> = {
  acceptedItems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  error?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  rejectedItems?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type ResumeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Resume'] = ResolversParentTypes['Resume']> = {
  byteLength?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fileName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  sha256?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  url?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
};

export type RichTextResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RichText'] = ResolversParentTypes['RichText']> = {
  html?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  plain?: Resolver<ResolversTypes['String'], ParentType, ContextType, Partial<RichTextPlainArgs>>;
};

export type SaveJobPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveJobPayload'] = ResolversParentTypes['SaveJobPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  jobCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ChannelStatus'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  vacancy?: Resolver<Maybe<ResolversTypes['Vacancy']>, ParentType, ContextType>;
  vacancyId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type SkillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Skill'] = ResolversParentTypes['Skill']> = {
  __resolveType: TypeResolveFn<'FreeSkill' | 'LanguageSkill' | 'OtherSkill' | 'SoftSkill' | 'TechnicalSkill', ParentType, ContextType>;
};

export type SoftSkillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SoftSkill'] = ResolversParentTypes['SoftSkill']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SourceErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceError'] = ResolversParentTypes['SourceError']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  retryAfterSeconds?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  upstreamStatus?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type SourceInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceInfo'] = ResolversParentTypes['SourceInfo']> = {
  attribution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  capabilities?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  configured?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  filters?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  healthy?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  mayRepublish?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  rateLimit?: Resolver<Maybe<ResolversTypes['RateLimit']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type SourceReportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SourceReport'] = ResolversParentTypes['SourceReport']> = {
  error?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  fetchedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  stale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['SourceStatus'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  unsupportedFilters?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type SubscribeWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SubscribeWebhookPayload'] = ResolversParentTypes['SubscribeWebhookPayload']> = {
  subscription?: Resolver<Maybe<ResolversTypes['WebhookSubscription']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  applicationReceived?: SubscriptionResolver<Maybe<ResolversTypes['Application']>, "applicationReceived", ParentType, ContextType, Partial<SubscriptionApplicationReceivedArgs>>;
  candidateChanged?: SubscriptionResolver<Maybe<ResolversTypes['CandidateChange']>, "candidateChanged", ParentType, ContextType, Partial<SubscriptionCandidateChangedArgs>>;
  vacancyChanged?: SubscriptionResolver<Maybe<ResolversTypes['VacancyChange']>, "vacancyChanged", ParentType, ContextType, Partial<SubscriptionVacancyChangedArgs>>;
};

export type TechnicalSkillResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TechnicalSkill'] = ResolversParentTypes['TechnicalSkill']> = {
  code?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  score?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export interface UrlScalarConfig extends GraphQLScalarTypeConfig<ResolversTypes['URL'], any> {
  name: 'URL';
}

export type UnsubscribeWebhookPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UnsubscribeWebhookPayload'] = ResolversParentTypes['UnsubscribeWebhookPayload']> = {
  id?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
};

export type UserErrorResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UserError'] = ResolversParentTypes['UserError']> = {
  code?: Resolver<ResolversTypes['UserErrorCode'], ParentType, ContextType>;
  label?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  path?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  severity?: Resolver<ResolversTypes['Severity'], ParentType, ContextType>;
  upstreamCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type VacancyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Vacancy'] = ResolversParentTypes['Vacancy'], FederationReferenceType extends FederationReferenceTypes['Vacancy'] = FederationReferenceTypes['Vacancy']> = {
  __resolveReference?: ReferenceResolver<Maybe<ResolversTypes['Vacancy']> | FederationReferenceType, FederationReferenceType, ContextType>;
  application?: Resolver<ResolversTypes['ApplicationProcedure'], ParentType, ContextType>;
  applications?: Resolver<Maybe<ResolversTypes['ApplicationConnection']>, ParentType, ContextType, RequireFields<VacancyApplicationsArgs, 'first'>>;
  attribution?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  closesAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  closesOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  contacts?: Resolver<ReadonlyArray<ResolversTypes['Contact']>, ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  department?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  description?: Resolver<Maybe<ResolversTypes['RichText']>, ParentType, ContextType>;
  drivingLicences?: Resolver<ReadonlyArray<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  duplicateOf?: Resolver<Maybe<ResolversTypes['Vacancy']>, ParentType, ContextType>;
  duplicates?: Resolver<Maybe<ReadonlyArray<Maybe<ResolversTypes['Vacancy']>>>, ParentType, ContextType>;
  education?: Resolver<ReadonlyArray<ResolversTypes['EducationRequirement']>, ParentType, ContextType>;
  employerText?: Resolver<Maybe<ResolversTypes['RichText']>, ParentType, ContextType>;
  employment?: Resolver<ResolversTypes['Employment'], ParentType, ContextType>;
  experience?: Resolver<Maybe<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  fields?: Resolver<ReadonlyArray<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  functions?: Resolver<ReadonlyArray<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  imageUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  insight?: Resolver<Maybe<ResolversTypes['Insight']>, ParentType, ContextType, Partial<VacancyInsightArgs>>;
  internationallyOpen?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  jsonLd?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  language?: Resolver<Maybe<ResolversTypes['Locale']>, ParentType, ContextType>;
  languages?: Resolver<ReadonlyArray<ResolversTypes['LanguageRequirement']>, ParentType, ContextType>;
  location?: Resolver<Maybe<ResolversTypes['Location']>, ParentType, ContextType>;
  locked?: Resolver<Maybe<ResolversTypes['Boolean']>, ParentType, ContextType>;
  nativeStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  openings?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  organisation?: Resolver<Maybe<ResolversTypes['Organisation']>, ParentType, ContextType>;
  otherDetails?: Resolver<Maybe<ResolversTypes['RichText']>, ParentType, ContextType>;
  posting?: Resolver<Maybe<ResolversTypes['Posting']>, ParentType, ContextType>;
  publicationSets?: Resolver<ReadonlyArray<ResolversTypes['PublicationSet']>, ParentType, ContextType>;
  publishedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  publishedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  raw?: Resolver<Maybe<ResolversTypes['JSON']>, ParentType, ContextType>;
  references?: Resolver<ReadonlyArray<ResolversTypes['Reference']>, ParentType, ContextType>;
  requirements?: Resolver<Maybe<ResolversTypes['RichText']>, ParentType, ContextType>;
  securityScreening?: Resolver<Maybe<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  skills?: Resolver<ReadonlyArray<ResolversTypes['Skill']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  startsOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['VacancyStatus'], ParentType, ContextType>;
  structureGroup?: Resolver<Maybe<ResolversTypes['EnumerationValue']>, ParentType, ContextType>;
  title?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  updatedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  updatedOn?: Resolver<Maybe<ResolversTypes['Date']>, ParentType, ContextType>;
  url?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type VacancyChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VacancyChange'] = ResolversParentTypes['VacancyChange']> = {
  changedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  nativeStatus?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  sourceId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  vacancy?: Resolver<Maybe<ResolversTypes['Vacancy']>, ParentType, ContextType>;
  vacancyId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type VacancyChangeConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VacancyChangeConnection'] = ResolversParentTypes['VacancyChangeConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['VacancyChangeEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['VacancyChange']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceReport']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type VacancyChangeEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VacancyChangeEdge'] = ResolversParentTypes['VacancyChangeEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['VacancyChange']>, ParentType, ContextType>;
};

export type VacancyConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VacancyConnection'] = ResolversParentTypes['VacancyConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['VacancyEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Vacancy']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceReport']>, ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type VacancyCountResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VacancyCount'] = ResolversParentTypes['VacancyCount']> = {
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceReport']>, ParentType, ContextType>;
  total?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type VacancyEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VacancyEdge'] = ResolversParentTypes['VacancyEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['Vacancy']>, ParentType, ContextType>;
};

export type VacancyFacetsResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VacancyFacets'] = ResolversParentTypes['VacancyFacets']> = {
  counts?: Resolver<ReadonlyArray<ResolversTypes['FacetCount']>, ParentType, ContextType>;
  sources?: Resolver<ReadonlyArray<ResolversTypes['SourceReport']>, ParentType, ContextType>;
};

export type VacancyPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VacancyPayload'] = ResolversParentTypes['VacancyPayload']> = {
  error?: Resolver<Maybe<ResolversTypes['SourceError']>, ParentType, ContextType>;
  replayed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['ChannelStatus'], ParentType, ContextType>;
  userErrors?: Resolver<ReadonlyArray<ResolversTypes['UserError']>, ParentType, ContextType>;
  vacancy?: Resolver<Maybe<ResolversTypes['Vacancy']>, ParentType, ContextType>;
  vacancyId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  vacancyUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  scopes?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type WebhookDeliveryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDelivery'] = ResolversParentTypes['WebhookDelivery']> = {
  applicationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  attempts?: Resolver<ReadonlyArray<ResolversTypes['WebhookDeliveryAttempt']>, ParentType, ContextType>;
  client?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  createdAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  messageId?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  settledAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WebhookDeliveryStatus'], ParentType, ContextType>;
};

export type WebhookDeliveryAttemptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDeliveryAttempt'] = ResolversParentTypes['WebhookDeliveryAttempt']> = {
  at?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  durationMs?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  fault?: Resolver<Maybe<ResolversTypes['WebhookDeliveryFault']>, ParentType, ContextType>;
  httpStatus?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WebhookDeliveryConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDeliveryConnection'] = ResolversParentTypes['WebhookDeliveryConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WebhookDeliveryEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['WebhookDelivery']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WebhookDeliveryEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookDeliveryEdge'] = ResolversParentTypes['WebhookDeliveryEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['WebhookDelivery']>, ParentType, ContextType>;
};

export type WebhookEventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookEvent'] = ResolversParentTypes['WebhookEvent']> = {
  about?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
  attempts?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  client?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endedAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  errorCode?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  errorMessage?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  event?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  kind?: Resolver<ResolversTypes['ChangeKind'], ParentType, ContextType>;
  nextAttemptAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  receivedAt?: Resolver<ResolversTypes['DateTime'], ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
  sourceId?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  status?: Resolver<ResolversTypes['WebhookEventStatus'], ParentType, ContextType>;
};

export type WebhookEventConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookEventConnection'] = ResolversParentTypes['WebhookEventConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['WebhookEventEdge']>, ParentType, ContextType>;
  nodes?: Resolver<ReadonlyArray<Maybe<ResolversTypes['WebhookEvent']>>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
  totalCount?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type WebhookEventEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookEventEdge'] = ResolversParentTypes['WebhookEventEdge']> = {
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  node?: Resolver<Maybe<ResolversTypes['WebhookEvent']>, ParentType, ContextType>;
};

export type WebhookSubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WebhookSubscription'] = ResolversParentTypes['WebhookSubscription']> = {
  callbackUrl?: Resolver<ResolversTypes['URL'], ParentType, ContextType>;
  createdAt?: Resolver<Maybe<ResolversTypes['DateTime']>, ParentType, ContextType>;
  event?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  pingUrl?: Resolver<Maybe<ResolversTypes['URL']>, ParentType, ContextType>;
  source?: Resolver<ResolversTypes['Source'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Application?: ApplicationResolvers<ContextType>;
  ApplicationConnection?: ApplicationConnectionResolvers<ContextType>;
  ApplicationEdge?: ApplicationEdgeResolvers<ContextType>;
  ApplicationProcedure?: ApplicationProcedureResolvers<ContextType>;
  Attachment?: AttachmentResolvers<ContextType>;
  Candidate?: CandidateResolvers<ContextType>;
  CandidateChange?: CandidateChangeResolvers<ContextType>;
  CandidateChangeConnection?: CandidateChangeConnectionResolvers<ContextType>;
  CandidateChangeEdge?: CandidateChangeEdgeResolvers<ContextType>;
  CandidateConnection?: CandidateConnectionResolvers<ContextType>;
  CandidateEdge?: CandidateEdgeResolvers<ContextType>;
  CandidateRead?: CandidateReadResolvers<ContextType>;
  CandidateReadConnection?: CandidateReadConnectionResolvers<ContextType>;
  CandidateReadEdge?: CandidateReadEdgeResolvers<ContextType>;
  Certificate?: CertificateResolvers<ContextType>;
  ChannelResult?: ChannelResultResolvers<ContextType>;
  ChannelValidation?: ChannelValidationResolvers<ContextType>;
  Click?: ClickResolvers<ContextType>;
  ClickConnection?: ClickConnectionResolvers<ContextType>;
  ClickEdge?: ClickEdgeResolvers<ContextType>;
  ConditionalRule?: ConditionalRuleResolvers<ContextType>;
  Contact?: ContactResolvers<ContextType>;
  Date?: GraphQLScalarType;
  DateTime?: GraphQLScalarType;
  DeleteVacancyPayload?: DeleteVacancyPayloadResolvers<ContextType>;
  DesiredFunction?: DesiredFunctionResolvers<ContextType>;
  DesiredJob?: DesiredJobResolvers<ContextType>;
  Education?: EducationResolvers<ContextType>;
  EducationRequirement?: EducationRequirementResolvers<ContextType>;
  Employment?: EmploymentResolvers<ContextType>;
  Enumeration?: EnumerationResolvers<ContextType>;
  EnumerationList?: EnumerationListResolvers<ContextType>;
  EnumerationValue?: EnumerationValueResolvers<ContextType>;
  Experience?: ExperienceResolvers<ContextType>;
  FacetCount?: FacetCountResolvers<ContextType>;
  FieldRule?: FieldRuleResolvers<ContextType>;
  FreeSkill?: FreeSkillResolvers<ContextType>;
  GeoPoint?: GeoPointResolvers<ContextType>;
  Insight?: InsightResolvers<ContextType>;
  InsightConnection?: InsightConnectionResolvers<ContextType>;
  InsightEdge?: InsightEdgeResolvers<ContextType>;
  InsightGroup?: InsightGroupResolvers<ContextType>;
  InsightKey?: InsightKeyResolvers<ContextType>;
  InsightPoint?: InsightPointResolvers<ContextType>;
  InsightSeries?: InsightSeriesResolvers<ContextType>;
  InsightSummary?: InsightSummaryResolvers<ContextType>;
  JSON?: GraphQLScalarType;
  LanguageRequirement?: LanguageRequirementResolvers<ContextType>;
  LanguageSkill?: LanguageSkillResolvers<ContextType>;
  Locale?: GraphQLScalarType;
  LocalisedText?: LocalisedTextResolvers<ContextType>;
  Location?: LocationResolvers<ContextType>;
  Money?: MoneyResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  MutationLogConnection?: MutationLogConnectionResolvers<ContextType>;
  MutationLogEdge?: MutationLogEdgeResolvers<ContextType>;
  MutationLogEntry?: MutationLogEntryResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  NutsRegion?: NutsRegionResolvers<ContextType>;
  Organisation?: OrganisationResolvers<ContextType>;
  OrganisationConnection?: OrganisationConnectionResolvers<ContextType>;
  OrganisationEdge?: OrganisationEdgeResolvers<ContextType>;
  OtherSkill?: OtherSkillResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Person?: PersonResolvers<ContextType>;
  Posting?: PostingResolvers<ContextType>;
  PostingConnection?: PostingConnectionResolvers<ContextType>;
  PostingEdge?: PostingEdgeResolvers<ContextType>;
  PostingRules?: PostingRulesResolvers<ContextType>;
  PublicationPhase?: PublicationPhaseResolvers<ContextType>;
  PublicationSet?: PublicationSetResolvers<ContextType>;
  PublishVacancyPayload?: PublishVacancyPayloadResolvers<ContextType>;
  Query?: QueryResolvers<ContextType>;
  RateLimit?: RateLimitResolvers<ContextType>;
  Reference?: ReferenceResolvers<ContextType>;
  RemoveJobPayload?: RemoveJobPayloadResolvers<ContextType>;
  ReportIndexingPayload?: ReportIndexingPayloadResolvers<ContextType>;
  Resume?: ResumeResolvers<ContextType>;
  RichText?: RichTextResolvers<ContextType>;
  SaveJobPayload?: SaveJobPayloadResolvers<ContextType>;
  Skill?: SkillResolvers<ContextType>;
  SoftSkill?: SoftSkillResolvers<ContextType>;
  SourceError?: SourceErrorResolvers<ContextType>;
  SourceInfo?: SourceInfoResolvers<ContextType>;
  SourceReport?: SourceReportResolvers<ContextType>;
  SubscribeWebhookPayload?: SubscribeWebhookPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  TechnicalSkill?: TechnicalSkillResolvers<ContextType>;
  URL?: GraphQLScalarType;
  UnsubscribeWebhookPayload?: UnsubscribeWebhookPayloadResolvers<ContextType>;
  UserError?: UserErrorResolvers<ContextType>;
  Vacancy?: VacancyResolvers<ContextType>;
  VacancyChange?: VacancyChangeResolvers<ContextType>;
  VacancyChangeConnection?: VacancyChangeConnectionResolvers<ContextType>;
  VacancyChangeEdge?: VacancyChangeEdgeResolvers<ContextType>;
  VacancyConnection?: VacancyConnectionResolvers<ContextType>;
  VacancyCount?: VacancyCountResolvers<ContextType>;
  VacancyEdge?: VacancyEdgeResolvers<ContextType>;
  VacancyFacets?: VacancyFacetsResolvers<ContextType>;
  VacancyPayload?: VacancyPayloadResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  WebhookDelivery?: WebhookDeliveryResolvers<ContextType>;
  WebhookDeliveryAttempt?: WebhookDeliveryAttemptResolvers<ContextType>;
  WebhookDeliveryConnection?: WebhookDeliveryConnectionResolvers<ContextType>;
  WebhookDeliveryEdge?: WebhookDeliveryEdgeResolvers<ContextType>;
  WebhookEvent?: WebhookEventResolvers<ContextType>;
  WebhookEventConnection?: WebhookEventConnectionResolvers<ContextType>;
  WebhookEventEdge?: WebhookEventEdgeResolvers<ContextType>;
  WebhookSubscription?: WebhookSubscriptionResolvers<ContextType>;
};

