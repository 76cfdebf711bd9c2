import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { guardsOf } from '../../src/authorisation/guards.ts';
import { linkScopes, readScopes } from '../../src/authorisation/read-scopes.ts';
import { readSchema } from '../../src/schema.ts';
import { executableSchema } from '../../src/server/graphql/schema.ts';
import { type Exceptions, uncovered } from './rules/covered.ts';
import { untoldLinks } from './rules/links.ts';

const published = 'published with the vacancy, for whoever wants to apply';
const ofPlace = 'of a place of work, or of an office that a vacancy names';
const exceptions: Exceptions = {
  personal: {
    Contact: published,
    'Vacancy.contacts': published,
    'ApplicationProcedure.email': published,
    'ApplicationProcedure.phone': published,
    'ApplicationProcedure.address': published,
    'ApplicationProcedure.cvRequired': 'whether one is asked for',
    'Location.street': ofPlace,
    'Location.houseNumber': ofPlace,
    'Location.raw': ofPlace,
    'OtherSkill.raw': 'what a vacancy asks for; of a candidate it stands behind the candidate',
  },
  queries: {
    node: 'each id takes the read scope of its type',
    nodes: 'each id takes the read scope of its type',
    postingRules: 'what the channels ask of a vacancy, which is published',
    sources: 'what the graph is made of',
    viewer: 'what a caller may know of itself',
  },
};

const stated = 'a coded value is part of the thing that states it';
const own = 'what the caller itself has just posted';
const tables = {
  entities: Object.keys(readScopes),
  guarded: Object.keys(linkScopes),
  harmless: {
    'Vacancy.organisation': 'the employer is published with the vacancy',
    'SaveJobPayload.vacancy': own,
    'VacancyPayload.vacancy': own,
    'Enumeration.values': 'a list is its values, and is behind their scope',
    ...Object.fromEntries(
      [
        ['Vacancy', 'fields', 'functions', 'experience', 'drivingLicences', 'securityScreening', 'structureGroup'],
        ['Employment', 'contractType', 'payScales', 'regime', 'schedules', 'contractDuration'],
        ['ApplicationProcedure', 'methods', 'onlineMethods'],
        ['EducationRequirement', 'value'],
        ['PublicationPhase', 'phase'],
        ['Location', 'regions'],
        ['DesiredJob', 'regions'],
        ['FacetCount', 'value'],
      ].flatMap(([type, ...fields]) => fields.map((field) => [`${type}.${field}`, stated])),
    ),
  },
  announced: [],
};

describe('the schema', () => {
  test('asks a scope for everything that is personal and for everything that changes something', () => {
    expect(uncovered(readSchema(), exceptions)).toEqual([]);
  });

  test('leads from noun to noun only where that takes the scope of what it leads to, or is harmless for a reason', () => {
    expect(untoldLinks(readSchema(), tables)).toEqual([]);
  });

  test('has a scope for every entity, and guards nothing that composition would lift', () => {
    const { entities } = guardsOf(executableSchema());
    expect([...entities.keys()].toSorted()).toEqual(['Application', 'Candidate', 'EnumerationValue', 'Organisation', 'Vacancy']);
  });
});

describe('a schema is refused that', () => {
  const none: Exceptions = { personal: {}, queries: {} };
  const read = '@requiresScopes(scopes: [["vacancies:read"]])';
  const closed = '@requiresScopes(scopes: [["candidates:read"]])';
  const query = `type Query { vacancy: Vacancy ${read} }`;

  test.each([
    ['shows a personal field to everybody', `${query} type Vacancy { title: String recruiterEmail: String }`, ['Vacancy.recruiterEmail may be personal data, and everybody may read it']],
    ['leads to a person without a scope', `${query} type Vacancy { author: Person } type Person { name: String }`, ['Vacancy.author may be personal data, and everybody may read it', 'Person.name may be personal data, and everybody may read it']],
    ['takes a public scope for one that keeps anybody out', `${query} type Vacancy { person: Person ${read} } type Person @requiresScopes(scopes: [["vacancies:read"], ["admin"]]) { name: String }`, ['Vacancy.person may be personal data, and everybody may read it', 'Person.name may be personal data, and everybody may read it']],
    ['closes one way to a type, and not another', `type Query { candidate: Person ${closed} staff: Person ${read} } type Person { name: String }`, ['Query.staff may be personal data, and everybody may read it', 'Person.name may be personal data, and everybody may read it']],
    ['shows it by way of an interface', `type Query { thing: Thing ${read} } interface Thing { id: ID } type Click implements Thing { id: ID ip: String }`, ['Click.ip may be personal data, and everybody may read it']],
    ['lets everybody change something', `${query} type Vacancy { title: String } type Mutation { close: Boolean }`, ['Mutation.close asks for no scope']],
    ['lets everybody listen', `${query} type Vacancy { title: String } type Subscription { closed: Boolean }`, ['Subscription.closed asks for no scope']],
    ['has a query without a scope', 'type Query { vacancy: Int }', ['Query.vacancy asks for no scope, and is not named as open to everybody']],
  ])('%s', (_, sdl, problems) => {
    expect(uncovered(parse(sdl), none).toSorted()).toEqual(problems.toSorted());
  });

  test('needs an exception no more', () => {
    expect(uncovered(parse(`${query} type Vacancy { title: String }`), { personal: { 'Vacancy.email': 'gone' }, queries: {} })).toEqual(['Vacancy.email is an exception for nothing']);
  });

  test('has a link that is in no table', () => {
    const sdl = 'type Query { a: A } type A { id: ID vacancies: VacancyConnection own: [Vacancy] @requiresScopes(scopes: [["admin"]]) } type VacancyConnection { nodes: [Vacancy] } type Vacancy { id: ID other: Vacancy }';
    const none = { entities: ['Vacancy'], guarded: [], harmless: {}, announced: [] };
    expect(untoldLinks(parse(sdl), none)).toEqual(['A.vacancies leads to a thing with a read scope: it takes a place in the table of links, or a reason why it is harmless']);
    expect(untoldLinks(parse(sdl), { ...none, guarded: ['A.vacancies', 'B.vacancy'] })).toEqual(['B.vacancy is in a table, and not in the schema']);
  });
});

test('everything that covers a field closes it: what is behind a scope that is not everybody’s is not told of', () => {
  const sdl = 'type Query { candidate: Candidate @requiresScopes(scopes: [["candidates:read"]]) } type Candidate { person: Person } type Person { email: String }';
  expect(uncovered(parse(sdl), { personal: {}, queries: {} })).toEqual([]);
});
