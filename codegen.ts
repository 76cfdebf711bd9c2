import type { CodegenConfig } from '@graphql-codegen/cli';

/** A type of the domain that a GraphQL type's resolvers get as their parent. */
function model(file: string, name: string): string {
  return `../${file}.ts#${name} as ${name}Model`;
}

const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  importExtension: '.ts',
  emitLegacyCommonJSImports: false,
  generates: {
    'src/generated/resolvers.ts': {
      plugins: [
        { add: { content: '/* Generated from schema/ by "npm run codegen". Do not edit. */' } },
        'typescript',
        'typescript-resolvers',
      ],
      config: {
        federation: true,
        contextType: '../context.ts#Context',
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        immutableTypes: true,
        useIndexSignature: false,
        avoidOptionals: { field: true, object: true, inputValue: false },
        inputMaybeValue: 'T | null | undefined',
        scalars: {
          ID: 'string',
          DateTime: 'Date',
          Date: 'string',
          URL: 'string',
          JSON: 'unknown',
          Locale: 'string',
          _FieldSet: 'string',
          _Any: 'unknown',
        },
        mappers: {
          Vacancy: model('domain/vacancy', 'Vacancy'),
          Contact: model('domain/vacancy', 'Contact'),
          Employment: model('domain/vacancy', 'Employment'),
          EducationRequirement: model('domain/vacancy', 'EducationRequirement'),
          ApplicationProcedure: model('domain/vacancy', 'ApplicationProcedure'),
          PublicationSet: model('domain/vacancy', 'PublicationSet'),
          PublicationPhase: model('domain/vacancy', 'PublicationPhase'),
          VacancyConnection: model('federate/page', 'VacancyPage'),
          VacancyEdge: model('federate/page', 'VacancyEdge'),
          VacancyChange: model('domain/change', 'Change'),
          CandidateChange: model('domain/change', 'Change'),
          VacancyChangeConnection: model('federate/page', 'ChangePage'),
          VacancyChangeEdge: model('federate/page', 'ChangeEdge'),
          CandidateChangeConnection: model('federate/page', 'ChangePage'),
          CandidateChangeEdge: model('federate/page', 'ChangeEdge'),
          VacancyCount: model('federate/count', 'VacancyCount'),
          VacancyFacets: model('federate/facets', 'VacancyFacets'),
          FacetCount: model('federate/facets', 'SourcedFacetCount'),
          Candidate: model('domain/candidate', 'Candidate'),
          CandidateConnection: model('federate/page', 'CandidatePage'),
          CandidateEdge: model('federate/page', 'CandidateEdge'),
          Person: model('domain/candidate', 'Person'),
          DesiredJob: model('domain/candidate', 'DesiredJob'),
          Attachment: model('domain/candidate', 'CandidateAttachment'),
          Skill: model('domain/skill', 'Skill'),
          LanguageSkill: model('domain/skill', 'LanguageSkill'),
          TechnicalSkill: model('domain/skill', 'TechnicalSkill'),
          SoftSkill: model('domain/skill', 'SoftSkill'),
          FreeSkill: model('domain/skill', 'FreeSkill'),
          OtherSkill: model('domain/skill', 'OtherSkill'),
          Organisation: model('domain/organisation', 'Organisation'),
          OrganisationConnection: model('federate/page', 'OrganisationPage'),
          OrganisationEdge: model('federate/page', 'OrganisationEdge'),
          Enumeration: model('domain/enumeration', 'Enumeration'),
          EnumerationList: model('federate/enumerations', 'EnumerationList'),
          EnumerationValue: model('domain/enumeration', 'EnumerationValue'),
          Location: model('domain/location', 'Location'),
          RichText: model('domain/rich-text', 'RichText'),
          SourceReport: model('domain/report', 'SourceReport'),
          SourceInfo: model('context', 'SourceInfo'),
          Viewer: model('context', 'Viewer'),
        },
      },
    },
  },
};

export default config;
