import { describe, expect, test } from 'vitest';
import type { TestGateway } from '../support/gateway.ts';
import { useStory } from '../support/story.ts';
import { callsOf } from '../support/upstream-calls.ts';

const story = useStory();

/** What an operation costs on a cold gateway when it is asked so many times at once. */
async function costOf(times: number, document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Record<string, number>> {
  const gateway: TestGateway = await story.cold();
  const { upstreams } = story.sandbox;
  for (const upstream of Object.values(upstreams)) {
    upstream.reset();
    // Each answer takes long enough for the others to be in flight with it.
    upstream.faults.add({ kind: 'latency', ms: 60 });
  }
  const answers = await Promise.all(Array.from({ length: times }, () => gateway.query(document, variables)));
  for (const { data, errors } of answers) {
    expect(errors).toEqual([]);
    expect(data).toEqual(answers[0]?.data);
  }
  return callsOf(story.sandbox);
}

const operations: Readonly<Record<string, string>> = {
  'vacancies of three sources with titles and totals': '{ vacancies(first: 10) { totalCount nodes { id title organisation { name sector } fields { label } } sources { source status totalCount } } }',
  'vacancies with a filter that is applied here': '{ vacancies(first: 5, filter: { title: "adviseur" }) { nodes { id title } } }',
  counts: '{ vacancyCount(filter: { countryCodes: ["NL"] }) { total sources { source totalCount } } }',
  facets: '{ vacancyFacets(by: REGION, sources: [CSO]) { counts { count value { code } } } }',
  'candidates, which are never kept': '{ candidates(first: 5) { nodes { id updatedOn person { lastName } attachments { id } } } }',
  enumerations: '{ enumerations { nodes { name values { code } } } }',
  organisations: '{ organisations(first: 10, sources: [CSO]) { nodes { id name } } }',
};

describe('two identical operations in flight at the same time by the same caller cost the upstream calls of one', () => {
  test.each(Object.entries(operations))('%s', async (_name, document) => {
    const one = await costOf(1, document);
    expect(Object.keys(one)).not.toEqual([]);
    expect(await costOf(2, document)).toEqual(one);
  });

  test('nodes by their ids', async () => {
    const { vdab, cso, cegid } = story.sandbox.definitions;
    const ids = [
      ...vdab.data.vacancies.slice(0, 5).map(({ id }) => `vdab:vacancy:${id}`),
      ...cso.data.jobs.slice(0, 5).map(({ code }) => `cso:vacancy:${code}`),
      ...cegid.data.vacancies.slice(0, 3).map(({ reference }) => `cegid:vacancy:${encodeURIComponent(reference)}`),
    ];
    const document = 'query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Vacancy { title } } }';
    expect(await costOf(2, document, { ids })).toEqual(await costOf(1, document, { ids }));
  });
});

test('ten are as cheap as two', async () => {
  const document = '{ vacancies(first: 6) { nodes { id title } } }';
  expect(await costOf(10, document)).toEqual(await costOf(1, document));
});

test('two that come one after the other share what is kept, and nothing else', async () => {
  const gateway = await story.cold();
  const document = '{ candidates(first: 1, sources: [VDAB]) { nodes { id updatedOn } } }';
  await gateway.query(document);
  await gateway.query(document);
  expect(callsOf(story.sandbox)).toEqual({ 'vdab GET v1/kandidaten': 2 });
});
