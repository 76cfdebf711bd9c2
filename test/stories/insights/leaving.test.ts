import { expect, test, vi } from 'vitest';
import { addDays } from '../../../src/domain/days.ts';
import { dayOf } from '../../support/insight-truth.ts';
import { askAndWait } from '../../support/leaving-client.ts';
import { useStory } from '../../support/story.ts';

const story = useStory({ scale: 0.5, environment: { ICTERGEZOCHT_END_DATE: 'inclusive' } });
const board = () => story.sandbox.upstreams.ictergezocht;

test.each([
  ['a summary', 'insightSummary(period: $period) { complete }', 1],
  ['a series', 'insightSeries(period: $period) { complete }', 5],
  ['a page of clicks', 'clicks(period: $period, first: 100) { totalCount }', 1],
  ['a page of insights', 'insights(period: $period, first: 100) { totalCount }', 1],
])('a client that leaves %s stops its upstream calls', async (_case, field, underWay) => {
  const today = dayOf(story.sandbox.clock.now());
  board().faults.add({ kind: 'hang' });
  const caller = askAndWait(story.gateway.url, `query ($period: PeriodInput!) { ${field} }`, { period: { from: addDays(today, -40), to: today } });
  await vi.waitFor(() => expect(board().requests).toHaveLength(underWay));
  await caller.leave();
  board().faults.clear();
  // Whoever asks next is answered, while nothing more comes for the one that left.
  const { insightSummary } = await story.data<{ insightSummary: { complete: boolean } }>('{ insightSummary(period: { from: "2015-01-01", to: "2015-01-02" }) { complete } }');
  expect(insightSummary.complete).toBe(true);
  expect(board().requests.slice(underWay).filter(({ query }) => !query.includes('2015-01-01'))).toEqual([]);
  story.sandbox.clock.advance(3_600_000);
});
