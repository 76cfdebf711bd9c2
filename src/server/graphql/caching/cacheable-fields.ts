/**
 * The fields of which an answer that may be kept can consist: what comes out of the shared read caches, and what never changes. Whatever is not named
 * here is personal, a caller's own or of the moment it is asked, and makes its whole answer one that nobody keeps; so does a field that is new, until
 * somebody says otherwise. A name says nothing of how a field is read: a read past the caches ends the keeping by itself.
 */
export const cacheableFields: Readonly<Record<string, string>> = {
  Query: 'node nodes vacancy vacancies vacancyCount vacancyFacets vacancySnapshot organisation organisations enumerations enumerationValue postingRules _entities',
  Node: 'id',
  SourceReport: 'source status totalCount unsupportedFilters error fetchedAt stale',
  SourceError: 'code message retryAfterSeconds upstreamStatus',
  PageInfo: 'hasNextPage hasPreviousPage startCursor endCursor',

  Vacancy: `id source sourceId references title description requirements otherDetails status nativeStatus url language openings locked
    createdAt updatedAt publishedAt closesAt updatedOn publishedOn closesOn startsOn organisation employerText department imageUrl location internationallyOpen
    employment education fields functions experience skills languages drivingLicences securityScreening structureGroup application publicationSets
    duplicateOf duplicates jsonLd attribution`,
  VacancyConnection: 'edges nodes pageInfo totalCount sources',
  VacancyEdge: 'cursor node',
  VacancyCount: 'total sources',
  VacancyFacets: 'counts sources',
  FacetCount: 'value count source',
  Reference: 'kind value',
  Employment: 'types contractType hoursMin hoursMax salaryMin salaryMax salaryPeriod salaryText payScales regime schedules contractDuration',
  EducationRequirement: 'value eqfMin eqfMax',
  ApplicationProcedure: 'methods onlineMethods url cvRequired letterRequired instructions',
  PublicationSet: 'phases visible publishedAt daysLeft retentionUntil',
  PublicationPhase: 'phase startsAt endsAt',
  LanguageRequirement: 'language code level label',
  Skill: 'kind',
  LanguageSkill: 'kind code language level',
  TechnicalSkill: 'kind code label score',
  SoftSkill: 'kind code label',
  FreeSkill: 'kind name description',
  OtherSkill: 'kind',
  RichText: 'html plain',
  Location: 'street houseNumber box postalCode city regions countryCode subdivisionCode nuts point raw',
  NutsRegion: 'code level version label',
  GeoPoint: 'latitude longitude',
  Money: 'amount currency',

  Organisation: 'id source code name abbreviation slug sector hpkDays kboNumber kind vacancies',
  OrganisationConnection: 'edges nodes pageInfo totalCount sources',
  OrganisationEdge: 'cursor node',

  EnumerationList: 'nodes sources',
  Enumeration: 'source kind name values fetchedAt',
  EnumerationValue: `id source kind code numericId label translations parent children displayOrder salaryScale salaryMin salaryMax
    eqfMin eqfMax employmentType nuts countryCode subdivisionCode vacancyCount`,
  LocalisedText: 'locale text',

  PostingRules: 'channel fields rules',
  FieldRule: 'path required type maxLength enumeration description',
  ConditionalRule: 'code severity description paths',
};
