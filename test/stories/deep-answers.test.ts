import { expect, test } from 'vitest';
import { useStory } from '../support/story.ts';

const story = useStory();

test('an answer that is nested without end costs its own part, and nothing of the others', async () => {
  const { vacancies } = await story.data<{ vacancies: { nodes: { id: string }[] } }>('{ vacancies(first: 1, sources: [VDAB]) { nodes { id } } }');
  const id = vacancies.nodes[0]?.id ?? '';
  const local = id.split(':')[2] ?? '';
  const gateway = await story.cold();
  const deep = '['.repeat(20_000) + ']'.repeat(20_000);
  const body = `{"vacatureReferentie":{"interneReferentie":"${local}"},"status":"GEPUBLICEERD","foo":${deep}}`;
  story.sandbox.upstreams.vdab.faults.add({ kind: 'status', status: 200, path: `vacatures/${local}`, headers: { 'content-type': 'application/json' }, body });
  const { status, data, errors } = await gateway.query<{ vacancy: unknown; other: { nodes: unknown[] } }>(
    `{ vacancy(id: "${id}") { id raw } other: vacancies(first: 1, sources: [CSO]) { nodes { id raw } } }`,
  );
  expect([status, data?.vacancy, data?.other.nodes.length]).toEqual([200, null, 1]);
  expect(errors.map(({ extensions }) => extensions)).toEqual([{ code: 'UPSTREAM_INVALID_RESPONSE', source: 'VDAB' }]);
});
