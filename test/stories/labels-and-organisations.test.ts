import { describe, expect, test } from 'vitest';
import { dataOf, useStory } from '../support/story.ts';
import { callsOf } from '../support/upstream-calls.ts';

const story = useStory({ scale: 0.2 });
const value = '{ code label parent { code label } children { code } nuts { code } eqfMin displayOrder }';

interface Page {
  readonly vacancies: { readonly nodes: readonly Row[]; readonly pageInfo: { readonly endCursor: string } };
}
interface Row {
  readonly id: string;
  readonly organisation: { readonly name: string | null; readonly abbreviation: string | null } | null;
  readonly fields: readonly { readonly code: string; readonly label: string | null }[];
}

function page(source: string, fields: string): string {
  return `query($after: String) { vacancies(first: 100, after: $after, sources: [${source}]) { nodes { id ${fields} } pageInfo { endCursor } } }`;
}

describe('a page of 100 CSO vacancies with labels and organisations', () => {
  const document = page(
    'CSO',
    `organisation { name abbreviation slug sector hpkDays } fields ${value} functions ${value} education { value ${value} eqfMin } location { regions ${value} }
     drivingLicences ${value} securityScreening ${value} structureGroup ${value} employment { contractType ${value} payScales { code salaryMin } } application { methods ${value} }
     publicationSets { phases { phase ${value} startsAt } }`,
  );

  test('costs no call per row: one for the rows, one for all lists, one for all organisations', async () => {
    const gateway = await story.cold();
    const { vacancies } = await dataOf<Page>(gateway, document);
    expect(vacancies.nodes).toHaveLength(100);
    expect(callsOf(story.sandbox)).toEqual({ 'cso getApiKey': 1, 'cso getJobs': 1, 'cso getJobEnumerations': 1, 'cso getOrganisations': 1 });
  });

  test('a second operation within their freshness costs none for lists and organisations', async () => {
    const gateway = await story.cold();
    const { vacancies } = await dataOf<Page>(gateway, document);
    story.sandbox.upstreams.cso.reset();
    const second = await dataOf<Page>(gateway, document, { after: vacancies.pageInfo.endCursor });
    expect(second.vacancies.nodes.length).toBeGreaterThan(0);
    expect(callsOf(story.sandbox)).toEqual({ 'cso getJobs': 1 });
  });

  test('the very same operation within its freshness costs no call at all', async () => {
    const gateway = await story.cold();
    const first = await dataOf<Page>(gateway, document);
    story.sandbox.upstreams.cso.reset();
    expect(await dataOf<Page>(gateway, document)).toEqual(first);
    expect(callsOf(story.sandbox)).toEqual({});
  });

  test('labels and organisations are those of the lists', async () => {
    const { data } = story.sandbox.definitions.cso;
    const { vacancies } = await story.data<Page>(document);
    for (const row of vacancies.nodes) {
      const job = data.jobs.find(({ code }) => row.id === `cso:vacancy:${code}`);
      const organisation = data.organisations.find(({ code }) => code === job?.organisation);
      expect(row.organisation).toMatchObject({ name: organisation?.name, abbreviation: organisation?.abbreviation });
      expect(row.fields.map(({ code, label }) => [code, label])).toEqual(job?.features.detail.jobBranches.map((code) => [code, data.enumerations.jobBranches.find(code)?.label]));
    }
  });

  test('past their freshness lists and organisations are asked for again, once, behind the answer', async () => {
    const gateway = await story.cold();
    await dataOf<Page>(gateway, document);
    story.sandbox.clock.advance(12 * 60 * 60_000);
    story.sandbox.upstreams.cso.reset();
    await dataOf<Page>(gateway, document);
    await dataOf<Page>(gateway, document);
    expect(callsOf(story.sandbox)).toMatchObject({ 'cso getJobs': 1, 'cso getJobEnumerations': 1, 'cso getOrganisations': 1 });
  });
});

describe('a page of 100 of a source that writes its labels on its vacancies', () => {
  test('VDAB: a search and a multi-fetch', async () => {
    const gateway = await story.cold();
    await dataOf(gateway, page('VDAB', `organisation { name kboNumber kind } fields ${value} functions ${value} experience ${value} location { regions ${value} } employment { contractType ${value} regime ${value} schedules ${value} }`));
    expect(callsOf(story.sandbox)).toEqual({ 'vdab GET v2/vacatures': 1, 'vdab POST v2/vacatures': 1 });
  });

  test('Cegid: one call of the export for labels and organisations', async () => {
    const gateway = await story.cold();
    await dataOf(gateway, page('CEGID', 'organisation { name } functions { code label } experience { code label } education { value { label eqfMin } } employment { contractType { label } regime { label } }'));
    expect(callsOf(story.sandbox)).toEqual({ 'cegid POST api/token': 1, 'cegid GET api/exports/v1/vacancies': 1 });
  });

  test('Cegid: parents and children cost one call a list, and none in a second operation', async () => {
    const gateway = await story.cold();
    const document = page('CEGID', `functions ${value} experience ${value}`);
    const { vacancies } = await dataOf<Page>(gateway, document);
    expect(callsOf(story.sandbox)).toEqual({
      'cegid POST api/token': 1,
      'cegid GET api/exports/v1/vacancies': 1,
      'cegid GET api/v1/referentials/primaryProfiles': 1,
      'cegid GET api/v1/referentials/experienceLevels': 1,
    });
    story.sandbox.upstreams.cegid.reset();
    await dataOf(gateway, document, { after: vacancies.pageInfo.endCursor });
    expect(callsOf(story.sandbox)).toEqual({ 'cegid GET api/exports/v1/vacancies': 1 });
  });
});
