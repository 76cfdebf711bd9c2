import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/domain/days.ts';
import { dayOf, InsightTruth } from '../../support/insight-truth.ts';
import { on, publish, publishInput, startStory, type PostingStory } from '../posting/story.ts';
import { sqlite } from '../../store/engines.ts';

const environment = { ICTERGEZOCHT_END_DATE: 'inclusive', CSO_START_ROW_BASE: '0' };
const insights = (story: PostingStory) => story.sandbox.upstreams.ictergezocht.count('GET', /vacancy\/insight/);

async function posted(story: PostingStory, reference: string): Promise<string> {
  const { vacancyId } = on('ICTERGEZOCHT', await publish(story, publishInput(reference), `key ${reference}`, ['ICTERGEZOCHT']));
  return String(vacancyId);
}

describe('the figures of vacancies', () => {
  test('cost one reading of the period for all of an operation', async () => {
    await using story = await startStory(sqlite, environment);
    const ids = [await posted(story, 'R-1'), await posted(story, 'R-2'), await posted(story, 'R-3')];
    const { vacancies } = story.sandbox.definitions.ictergezocht.data;
    const today = dayOf(Date.now());
    const [, second] = ids;
    const sourceId = Number(second?.split(':').at(-1));
    for (const at of [1, 2, 3]) story.sandbox.definitions.ictergezocht.recordClick(sourceId, Date.now() - at * 1000, '192.0.2.4');
    const before = insights(story);
    const { data, errors } = await story.gateway.query<{ nodes: readonly { readonly id: string; readonly insight: { readonly clicks: number; readonly cost: number } | null }[] }>(
      'query ($ids: [ID!]!, $period: PeriodInput) { nodes(ids: $ids) { ... on Vacancy { id insight(period: $period) { clicks cost applications vacancy { title } } } } }',
      { ids, period: { from: addDays(today, -1), to: addDays(today, 1) } },
    );
    expect(errors).toEqual([]);
    const cents = vacancies.find(({ vacancyId }) => vacancyId === sourceId)?.cpcCents ?? 0;
    expect(data?.nodes).toEqual(ids.map((id) => ({ id, insight: { clicks: id === second ? 3 : 0, cost: id === second ? (3 * cents) / 100 : 0, applications: 0, vacancy: { title: 'Beheerder netwerken' } } })));
    // 303 vacancies are seven pages.
    expect(insights(story) - before).toBe(7);
  });

  test('are null, without a call, for a source that tells none', async () => {
    await using story = await startStory(sqlite, environment);
    const { data, errors } = await story.gateway.query<{ vacancies: { nodes: readonly { readonly insight: unknown }[] } }>('{ vacancies(first: 10, sources: [VDAB, CSO]) { nodes { insight { clicks } } } }');
    expect(errors).toEqual([]);
    expect(new Set(data?.vacancies.nodes.map(({ insight }) => insight))).toEqual(new Set([null]));
    expect(insights(story)).toBe(0);
  });

  test('that cannot be read cost their field, and name the source', async () => {
    await using story = await startStory(sqlite, environment);
    const id = await posted(story, 'R-1');
    story.sandbox.upstreams.ictergezocht.faults.add({ kind: 'status', status: 403, path: 'insight' });
    const { data, errors } = await story.gateway.query('query ($id: ID!) { vacancy(id: $id) { title insight { clicks } } }', { id });
    expect(data).toEqual({ vacancy: { title: 'Beheerder netwerken', insight: null } });
    expect(errors).toMatchObject([{ path: ['vacancy', 'insight'], extensions: { code: 'UPSTREAM_ERROR', source: 'ICTERGEZOCHT', upstreamStatus: 403 } }]);
  });
});

test('an insight’s vacancy is what the caller posted, and null where it posted none', async () => {
  await using story = await startStory(sqlite, environment);
  await posted(story, 'R-9');
  const known = new InsightTruth(story.sandbox).vacancies[0]?.payload.referenceNumber;
  const { data, errors } = await story.gateway.query(
    'query ($numbers: [String!]) { insights(filter: { referenceNumbers: $numbers }) { nodes { referenceNumber vacancy { title source } } } }',
    { numbers: ['R-9', known] },
  );
  expect(errors).toEqual([]);
  expect(data).toEqual({ insights: { nodes: [{ referenceNumber: known, vacancy: null }, { referenceNumber: 'R-9', vacancy: { title: 'Beheerder netwerken', source: 'ICTERGEZOCHT' } }] } });
});
