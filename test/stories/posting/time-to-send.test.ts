import { describe, expect, test } from 'vitest';
import { storeEngines } from '../../store/engines.ts';
import { counts, on, publish, publishInput, startStory } from './story.ts';

const tight = { SOURCE_TIMEOUT_MS: '1200', OPERATION_TIMEOUT_MS: '1600' };

describe.each(storeEngines)('the time that a sending has, on $engine', (engine) => {
  test('is not taken up by lists that hang', async () => {
    await using story = await startStory(engine, tight);
    const { faults } = story.sandbox.upstreams.cso;
    faults.add({ kind: 'hang', path: 'getJobEnumerations|getOrganisations' });
    faults.add({ kind: 'latency', ms: 800, path: 'saveJob' });
    expect(on('CSO', await publish(story, publishInput('R-1'), 'key-1', ['CSO']))).toMatchObject({ status: 'PUBLISHED', error: null });
    expect(counts(story.sandbox, 'R-1').cso).toBe(1);
  });

  test('is not taken up by looking for what was sent before', async () => {
    await using story = await startStory(engine, tight);
    const { faults } = story.sandbox.upstreams.ictergezocht;
    faults.add({ kind: 'reset', method: 'POST', path: '/vacancy$' });
    expect(on('ICTERGEZOCHT', await publish(story, publishInput('R-1'), 'key-1', ['ICTERGEZOCHT'])).status).toBe('UNCERTAIN');
    faults.clear();
    faults.add({ kind: 'latency', ms: 1000, path: 'insight|/vacancy$' });
    expect(on('ICTERGEZOCHT', await publish(story, publishInput('R-1'), 'key-1', ['ICTERGEZOCHT'])).status).toBe('PUBLISHED');
    expect(counts(story.sandbox, 'R-1').board).toBe(1);
  });
});
