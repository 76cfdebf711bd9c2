import { expect, test } from 'vitest';
import { useStory } from '../support/story.ts';

const story = useStory();
const operations = 20;

test('operations that want one VDAB vacancy each do not wait for each other: the upstream is asked for all at once', async () => {
  const gateway = await story.cold();
  const { vdab } = story.sandbox.upstreams;
  vdab.reset();
  vdab.faults.add({ kind: 'hang', method: 'GET' });
  const caller = new AbortController();
  const ids = story.sandbox.definitions.vdab.data.vacancies.slice(0, operations).map(({ id }) => `vdab:vacancy:${id}`);
  const asked = ids.map((id) => gateway.query('query($id: ID!) { vacancy(id: $id) { title } }', { id }, { signal: caller.signal }));
  await expect.poll(() => vdab.requests.length, { timeout: 4000 }).toBe(operations);
  caller.abort();
  await Promise.allSettled(asked);
});
