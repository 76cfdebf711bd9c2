import { describe, expect, test } from 'vitest';
import { storeEngines } from '../../store/engines.ts';
import { counts, on, publish, publishInput, type PostingStory, resolve, startStory, truth } from './story.ts';

/** A posting whose answers were lost. */
async function uncertain(story: PostingStory, when: 'before' | 'after') {
  story.sandbox.upstreams.cso.faults.add({ kind: 'reset', when, path: 'saveJob' });
  const { posting } = await publish(story, publishInput('R-1'), 'key-1', ['CSO']);
  story.sandbox.upstreams.cso.faults.clear();
  expect(posting?.channels).toMatchObject([{ status: 'UNCERTAIN' }]);
  return { id: String(posting?.id), channel: 'CSO' };
}

describe.each(storeEngines)('resolvePosting on $engine', (engine) => {
  test('settles by the caller’s word that the vacancy is there, and the next publish changes it', async () => {
    await using story = await startStory(engine);
    const word = await uncertain(story, 'after');
    const vacancyId = `cso:vacancy:${truth(story.sandbox, 'R-1').cso[0]?.code}`;
    const settled = await resolve(story, { ...word, published: true, vacancyId });
    expect(settled.channels).toMatchObject([{ status: 'PUBLISHED', vacancyId, userErrors: [] }]);
    expect(settled.posting?.channels).toMatchObject([{ status: 'PUBLISHED', vacancyId }]);
    expect(on('CSO', await publish(story, publishInput('R-1'), 'key-1', ['CSO']))).toMatchObject({ status: 'PUBLISHED', vacancyId });
    expect(on('CSO', await publish(story, publishInput('R-1', { title: 'Anders' }), 'key-2', ['CSO']))).toMatchObject({ status: 'UPDATED', vacancyId });
    expect(counts(story.sandbox, 'R-1').cso).toBe(1);
  });

  test('settles by the caller’s word that it is not there, and the next publish posts it', async () => {
    await using story = await startStory(engine);
    const word = await uncertain(story, 'before');
    expect((await resolve(story, { ...word, published: false })).channels).toMatchObject([{ status: 'FAILED', vacancyId: null }]);
    expect(on('CSO', await publish(story, publishInput('R-1'), 'key-1', ['CSO'])).status).toBe('PUBLISHED');
    expect(counts(story.sandbox, 'R-1').cso).toBe(1);
  });

  test('is refused for what is certain, for what is not there, and for a vacancy of somebody else', async () => {
    await using story = await startStory(engine);
    const word = await uncertain(story, 'after');
    const other = story.sandbox.definitions.cso.data.jobs.find(({ internalReferenceCode }) => internalReferenceCode !== 'R-1');
    expect((await resolve(story, { ...word, published: true, vacancyId: `cso:vacancy:${other?.code}` })).channels).toMatchObject([{ status: 'INVALID', userErrors: [{ code: 'NOT_OWNED', path: ['vacancyId'] }] }]);
    await resolve(story, { ...word, published: true });
    expect((await resolve(story, { ...word, published: false })).channels).toMatchObject([{ userErrors: [{ code: 'CONFLICT', path: ['channel'] }] }]);
    expect((await resolve(story, { ...word, id: 'nothing', published: false })).channels).toMatchObject([{ userErrors: [{ code: 'NOT_FOUND', path: ['id'] }] }]);
  });
});
