import { describe, expect, test } from 'vitest';
import { type ArgumentPlace, operationOf, placesOf, variablesWith } from '../support/argument-paths.ts';
import { type Refusal, refusalOf, refused } from '../support/refusal.ts';
import { useStory } from '../support/story.ts';
import { callsOf } from '../support/upstream-calls.ts';

const story = useStory();

/** Every root field that reads from an upstream. */
const rootFields = [
  'node',
  'nodes',
  'vacancy',
  'vacancies',
  'vacancyCount',
  'vacancyFacets',
  'vacancySnapshot',
  'vacancyChanges',
  'candidate',
  'candidates',
  'candidateChanges',
  'organisation',
  'organisations',
  'enumerations',
  'enumerationValue',
];
const places = rootFields.flatMap(placesOf);
/** What stands where something must. */
const required = { source: 'VDAB', date: '2026-01-31', since: '2026-01-01T00:00:00Z', by: 'REGION', latitude: 51, longitude: 4, km: 10, id: 'cso:vacancy:1', ids: ['cso:vacancy:1'] };

function nameOf({ field, path }: ArgumentPlace): string {
  return `${field}(${path.join('.')})`;
}

/** How each of the values is taken at a place. */
async function refusalsOf(place: ArgumentPlace, values: readonly unknown[]): Promise<Refusal[]> {
  const refusals: Refusal[] = [];
  for (const value of values) refusals.push(await refusalOf(story.gateway, place.path.join('.'), operationOf(place.field), variablesWith(place, value, required)));
  return refusals;
}

function each(type: string, only: (place: ArgumentPlace) => boolean = () => true) {
  return places.filter((place) => place.type === type && only(place)).map((place) => [nameOf(place), place] as const);
}

describe('ids of another form than "<source>:<type>:<upstream id>"', () => {
  const malformed = ['', 'x', 'cso', 'cso:vacancy', 'cso:vacancy:', ':vacancy:1', 'cso::1', 'CSO:vacancy:1', 'cso:Vacancy:1', 'linkedin:vacancy:1', 'cso:job:1', 'cso:vacancy:a b', 'cso:vacancy:a\nb', ' cso:vacancy:1', 'Q1NPOnZhY2FuY3k6MQ=='];
  test.each(each('ID'))('%s', async (_name, place) => {
    expect(await refusalsOf(place, malformed)).toEqual(malformed.map(() => refused));
  });
});

describe('ids of another kind of thing', () => {
  const wrong: Readonly<Record<string, readonly string[]>> = {
    node: ['vdab:candidate:1', 'vdab:change:1', 'vdab:attachment:1', 'ictergezocht:application:1'],
    nodes: ['vdab:candidate:1'],
    vacancy: ['cso:organisation:1', 'cso:enumeration:regions/NL', 'vdab:candidate:1'],
    candidate: ['vdab:vacancy:1'],
    organisation: ['cso:vacancy:1'],
    enumerationValue: ['cso:vacancy:1'],
    vacancies: ['cso:vacancy:1'],
    vacancyCount: ['cso:vacancy:1'],
    vacancyFacets: ['cso:vacancy:1'],
  };
  test.each(each('ID', ({ path }) => path.at(-1) !== 'after'))('%s', async (_name, place) => {
    const ids = wrong[place.field] ?? [];
    expect(ids).not.toEqual([]);
    expect(await refusalsOf(place, ids)).toEqual(ids.map(() => refused));
  });
});

describe('a page size of none, of more than a hundred, or less than none', () => {
  test.each(each('Int', ({ path }) => path.join() === 'first'))('%s', async (_name, place) => {
    const sizes = [0, 101, -1, -100, 1.5, 2 ** 31, 'ten', '10', true];
    expect(await refusalsOf(place, sizes)).toEqual(sizes.map(() => refused));
  });
});

describe('a source that is none', () => {
  test.each(each('Source'))('%s', async (_name, place) => {
    const sources = ['LINKEDIN', 'cso', '', 1];
    expect(await refusalsOf(place, sources)).toEqual(sources.map(() => refused));
  });

  test.each(['vacancies', 'vacancyCount', 'vacancyFacets', 'candidates', 'organisations', 'enumerations'])('%s of an empty list of sources', async (field) => {
    const { errors } = await story.gateway.query(operationOf(field), { by: 'REGION', sources: [] });
    expect(errors.map(({ extensions }) => [extensions.code, extensions['argument']])).toEqual([['BAD_USER_INPUT', 'sources']]);
    expect(callsOf(story.sandbox)).toEqual({});
  });
});

describe('an unknown value of an enum of the schema', () => {
  test.each(places.filter(({ isEnum, type }) => isEnum && type !== 'Source').map((place) => [nameOf(place), place] as const))('%s', async (_name, place) => {
    expect(await refusalsOf(place, ['NO_SUCH_VALUE'])).toEqual([refused]);
  });
});

describe('dates that are none', () => {
  test.each(each('DateTime'))('%s', async (_name, place) => {
    const dates = ['yesterday', '', '2026-01-01', '2026-13-01T00:00:00Z', '2026-02-30T00:00:00Z', '2026-01-01T25:00:00Z', '2026-01-01 10:00', '20260101T000000Z', '2026-01-01T00:00:00', 5, {}];
    expect(await refusalsOf(place, dates)).toEqual(dates.map(() => refused));
  });

  test.each(each('Date'))('%s', async (_name, place) => {
    const dates = ['yesterday', '', '2026-02-30', '2026-13-01', '2026-1-1', '01-02-2026', '2026-01-01T00:00:00Z', '0000-00-00', 20260101];
    expect(await refusalsOf(place, dates)).toEqual(dates.map(() => refused));
  });
});

describe('half a character, which no address and no upstream can be told', () => {
  test.each(each('ID', ({ path }) => path.at(-1) !== 'after'))('%s', async (_name, place) => {
    const ids = ['vacancy', 'candidate', 'organisation', 'enumeration'].map((kind) => `cegid:${kind}:a\ud800`);
    expect(await refusalsOf(place, ids)).toEqual(ids.map(() => refused));
  });

  test.each(each('String'))('%s', async (_name, place) => {
    expect(await refusalsOf(place, ['\ud800', 'a\udfffb'])).toEqual([refused, refused]);
  });

  test.each(each('JSON'))('%s', async (_name, place) => {
    expect(await refusalsOf(place, [{ parameter: '\ud800' }, { parameter: ['a', '\udfff'] }])).toEqual([refused, refused]);
  });
});

describe('a string of 1 MB', () => {
  const megabyte = 'a'.repeat(1_000_000);
  test.each(places.filter(({ type }) => ['String', 'ID', 'DateTime', 'Date'].includes(type)).map((place) => [nameOf(place), place] as const))('%s', async (_name, place) => {
    expect(await refusalsOf(place, [megabyte])).toEqual([refused]);
  });

  test.each(each('JSON'))('%s', async (_name, place) => {
    expect(await refusalsOf(place, [{ parameter: megabyte }, { [megabyte]: 'value' }, megabyte])).toEqual([refused, refused, refused]);
  });
});

describe('numbers out of their range', () => {
  const wrong: Readonly<Record<string, readonly unknown[]>> = {
    eqfLevels: [0, 9, -1, 1.5],
    publishedWithinDays: [-1, 100_000, 0.5],
    salaryMin: [-1, 1e9],
    salaryMax: [-1, 1e9],
    latitude: [-90.1, 91],
    longitude: [-181, 180.5],
    km: [0, -5, 1e6],
    distanceKm: [-1, 1e6],
    sinceDays: [-1, 1e6],
  };
  test.each(places.filter(({ type, path }) => (type === 'Int' || type === 'Float') && path.join() !== 'first').map((place) => [nameOf(place), place] as const))('%s', async (_name, place) => {
    const values = wrong[place.path.at(-1) ?? ''];
    expect(values).toBeDefined();
    expect(await refusalsOf(place, values ?? [])).toEqual(values?.map(() => refused));
  });
});
