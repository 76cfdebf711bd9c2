import { describe, expect, test } from 'vitest';
import { dataOf, useStory } from '../support/story.ts';
import { bodiesOf, callsOf } from '../support/upstream-calls.ts';

const story = useStory();
const nothing = { __type__: 'RemoteJobFieldSelection' };

/** The field selections that CSO is sent for a page whose rows select these fields. */
async function selectionsFor(fields: string): Promise<unknown[]> {
  const gateway = await story.cold();
  await dataOf(gateway, `{ vacancies(first: 5, sources: [CSO]) { nodes { ${fields} } } }`);
  return bodiesOf(story.sandbox.upstreams.cso, /getJobs/).map((body) => body['fieldSelection']);
}

describe('a CSO page asks for what the operation selects', () => {
  test('a page that selects only ids, codes and dates asks for an empty field selection', async () => {
    expect(await selectionsFor('id source sourceId references { kind value } createdAt updatedAt updatedOn')).toEqual([nothing]);
  });

  test('selecting location adds just that', async () => {
    expect(await selectionsFor('id createdAt location { city postalCode point { latitude longitude } }')).toEqual([
      { ...nothing, jobFeatures: { __type__: 'RemoteJobFeaturesFieldSelection', location: true } },
    ]);
  });

  test('selecting the title asks for the texts and for no feature', async () => {
    expect(await selectionsFor('title')).toEqual([{ ...nothing, jobContent: { __type__: 'RemoteJobContentFieldSelection' } }]);
  });

  test('selecting the organisation adds just that', async () => {
    expect(await selectionsFor('organisation { name }')).toEqual([{ ...nothing, organisation: true }]);
  });

  test('what fragments, aliases and both ways to the rows select is asked for together, once', async () => {
    const gateway = await story.cold();
    await dataOf(gateway, 'query($no: Boolean = false) { vacancies(first: 5, sources: [CSO]) { nodes { ...place title @include(if: $no) } edges { node { employer: employerText { html } } } } } fragment place on Vacancy { location { city } }');
    expect(bodiesOf(story.sandbox.upstreams.cso, /getJobs/).map((body) => body['fieldSelection'])).toEqual([
      {
        ...nothing,
        jobContent: { __type__: 'RemoteJobContentFieldSelection', employer: true },
        jobFeatures: { __type__: 'RemoteJobFeaturesFieldSelection', location: true },
      },
    ]);
  });

  test('a vacancy by its id asks for what is selected of it, in one call for all places that ask for it', async () => {
    const [job] = story.sandbox.definitions.cso.data.jobsFor();
    const gateway = await story.cold();
    await dataOf(gateway, 'query($id: ID!) { a: vacancy(id: $id) { createdAt } b: node(id: $id) { ... on Vacancy { location { city } } } }', { id: `cso:vacancy:${job?.code}` });
    expect(bodiesOf(story.sandbox.upstreams.cso, /getJob\.json/).map((body) => body['remoteJobFieldSelection'])).toEqual([
      { ...nothing, jobFeatures: { __type__: 'RemoteJobFeaturesFieldSelection', location: true } },
    ]);
  });
});

test('a page that selects ids alone costs VDAB its search and no details', async () => {
  const gateway = await story.cold();
  await dataOf(gateway, '{ vacancies(first: 5, sources: [VDAB]) { nodes { id sourceId } } }');
  expect(callsOf(story.sandbox)).toEqual({ 'vdab GET v2/vacatures': 1 });
});

test('a page that selects nothing of its rows still says what the sources report', async () => {
  const gateway = await story.cold();
  const { vacancies } = await dataOf<{ vacancies: { sources: { source: string; status: string }[] } }>(gateway, '{ vacancies(first: 1, sources: [CSO]) { sources { source status } } }');
  expect(vacancies.sources).toEqual([{ source: 'CSO', status: 'OK' }]);
  expect(bodiesOf(story.sandbox.upstreams.cso, /getJobs/).map((body) => body['fieldSelection'])).toEqual([nothing]);
});
