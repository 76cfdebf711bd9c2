import { expect, test } from 'vitest';
import { useStory } from '../../support/story.ts';
import { callsOf } from '../../support/upstream-calls.ts';

const story = useStory();
const calls = 2;
const orders = ['PUBLISHED_DESC', 'SOURCE_ORDER'];
const pages = orders.map((orderBy, index) => `p${index}: vacancies(sources: [CSO], first: ${index + 2}, orderBy: ${orderBy}) { nodes { id } sources { source status error { code message } } }`);
const document = `{ ${pages.join(' ')} r: vacancies(sources: [VDAB], first: 3) { nodes { id } sources { source status error { code message } } } }`;

interface Page {
  readonly sources: readonly { readonly status: string; readonly error: { readonly code: string } | null }[];
}

test('an operation that would cause more upstream calls than one may gets what they brought, and is told', async () => {
  const gateway = await story.cold({ UPSTREAM_CALLS_PER_OPERATION: String(calls) });
  const { data } = await gateway.query<Record<string, Page>>(document);
  const reports = Object.values(data ?? {}).flatMap(({ sources }) => sources);
  expect(reports.some(({ status }) => status === 'OK')).toBe(true);
  expect(reports.filter(({ status }) => status === 'FAILED').map(({ error }) => error?.code)).toContain('QUERY_TOO_EXPENSIVE');
  const asked = Object.entries(callsOf(story.sandbox)).filter(([name]) => name !== 'cso getApiKey');
  expect(asked.reduce((sum, [, calls]) => sum + calls, 0)).toBe(calls);
});

test('with as many as one may, nothing is missing', async () => {
  const { data, errors } = await (await story.cold()).query<Record<string, Page>>(document);
  expect(errors).toEqual([]);
  expect(Object.values(data ?? {}).flatMap(({ sources }) => sources.map(({ status }) => status))).toEqual(['OK', 'OK', 'OK']);
});
