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

/** The same at ICTerGezocht, where the vacancy arrived. */
async function uncertainOnBoard(story: PostingStory) {
  story.sandbox.upstreams.ictergezocht.faults.add({ kind: 'reset', when: 'after', method: 'POST', path: '/vacancy$' });
  const { posting } = await publish(story, publishInput('R-1'), 'key-1', ['ICTERGEZOCHT']);
  story.sandbox.upstreams.ictergezocht.faults.clear();
  return { id: String(posting?.id), channel: 'ICTERGEZOCHT', published: true };
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

  describe('at ICTerGezocht, which has no way to read a vacancy', () => {
    test('a vacancy is claimed by its reference number in the insights', async () => {
      await using story = await startStory(engine);
      const word = await uncertainOnBoard(story);
      const vacancyId = `ictergezocht:vacancy:${truth(story.sandbox, 'R-1').board[0]?.vacancyId}`;
      expect((await resolve(story, { ...word, vacancyId })).channels).toMatchObject([{ status: 'PUBLISHED', vacancyId, userErrors: [] }]);
    });

    test('nobody takes over a vacancy of another reference number, or one that does not show', async () => {
      await using story = await startStory(engine);
      const word = await uncertainOnBoard(story);
      const stranger = story.sandbox.definitions.ictergezocht.data.vacancies.find(({ account, deletedMs, payload }) => account === 'A' && deletedMs === undefined && payload.referenceNumber !== 'R-1');
      for (const id of [stranger?.vacancyId, 999_999_999]) {
        const vacancyId = `ictergezocht:vacancy:${id}`;
        expect((await resolve(story, { ...word, vacancyId })).channels).toMatchObject([{ status: 'INVALID', userErrors: [{ code: 'NOT_OWNED', path: ['vacancyId'] }] }]);
        const { data } = await story.gateway.query('mutation ($id: ID!) { deleteVacancy(id: $id) { deletedId userErrors { code } } }', { id: vacancyId });
        expect(data).toEqual({ deleteVacancy: { deletedId: null, userErrors: [{ code: 'NOT_OWNED' }] } });
      }
      expect(stranger?.deletedMs).toBeUndefined();
    });

    test('what cannot be told just now stays UNCERTAIN, and says why', async () => {
      await using story = await startStory(engine);
      const word = await uncertainOnBoard(story);
      story.sandbox.upstreams.ictergezocht.faults.add({ kind: 'status', status: 403, path: 'insight' });
      const vacancyId = `ictergezocht:vacancy:${truth(story.sandbox, 'R-1').board[0]?.vacancyId}`;
      expect((await resolve(story, { ...word, vacancyId })).channels).toMatchObject([{ status: 'UNCERTAIN', vacancyId: null, error: { code: expect.stringContaining('UPSTREAM_') } }]);
    });
  });
});
