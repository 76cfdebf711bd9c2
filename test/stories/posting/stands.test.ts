import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../sandbox/kit/faults.ts';
import { storeEngines } from '../../store/engines.ts';
import { type Channel, counts, on, type Payload, publish, publishInput, type PostingStory, resolve, startStory, truth, withdraw } from './story.ts';

const quick = { SOURCE_TIMEOUT_MS: '700' };
const { cso: csoInput } = publishInput('unused');
const job = { ...csoInput, internalReferenceCode: 'R-1', name: 'Inspecteur', description: 'Je controleert aangiften.', requirements: 'Hbo', city: 'Utrecht', postcode: '3511AA', hoursMax: 36, payDescription: 'in overleg', applicationEmail: 'werk@example.org' };
const vacancy = { referenceNumber: 'R-1', title: 'Ontwikkelaar', description: '<p>Je bouwt software.</p>', location: 'Delft', company: { name: 'Voorbeeld' } };

/** A new vacancy by its channel's own call, whatever stands under the reference number. */
const create = {
  CSO: ['mutation ($input: SaveJobInput!, $key: String) { result: saveJob(input: $input, idempotencyKey: $key) { status vacancyId userErrors { code } } }', job],
  ICTERGEZOCHT: ['mutation ($input: VacancyInput!, $key: String) { result: createVacancy(input: $input, idempotencyKey: $key) { status vacancyId userErrors { code } } }', vacancy],
} as const;
const channels = ['CSO', 'ICTERGEZOCHT'] as const;
type Name = Channel['channel'];

async function created({ gateway }: PostingStory, channel: Name, key: string | null = null, change: object = {}) {
  const [document, input] = create[channel];
  const { data, errors } = await gateway.query<{ result: { status: string; vacancyId: string | null; userErrors: { code: string }[] } }>(document, { input: { ...input, ...change }, key });
  if (data === null) throw new Error(JSON.stringify(errors));
  return data.result;
}

/** The channel as `postings` tells it. */
async function kept({ gateway }: PostingStory, channel: Name) {
  const { data } = await gateway.query<{ postings: { nodes: Payload[] } }>('{ postings(referenceNumber: "R-1") { nodes { channels { channel status vacancyId } } } }');
  const [posting] = data?.postings.nodes ?? [];
  if (posting === undefined) throw new Error('there is no posting');
  return on(channel, posting);
}

const upstreamOf = { CSO: 'cso', ICTERGEZOCHT: 'ictergezocht' } as const;
/** Statuses that say that nothing was done, and ask for no pause that outlasts the trouble. */
const failing = { CSO: 429, ICTERGEZOCHT: 401 } as const;
function strike({ sandbox }: PostingStory, channel: Name, fault: Fault): void {
  sandbox.upstreams[upstreamOf[channel]].faults.add({ method: 'POST', path: channel === 'CSO' ? 'saveJob' : '/vacancy$', ...fault });
}
function mend({ sandbox, later }: PostingStory): void {
  later(6000);
  for (const { faults } of [sandbox.upstreams.cso, sandbox.upstreams.ictergezocht]) faults.clear();
}

describe.each(storeEngines)('what stands of a posting, on $engine', (engine) => {
  describe.each(channels)('at %s', (channel) => {
    test('outlasts a new vacancy that FAILED', async () => {
      await using story = await startStory(engine, quick);
      const { vacancyId } = await created(story, channel);
      strike(story, channel, { kind: 'status', status: failing[channel] });
      expect(await created(story, channel)).toMatchObject({ status: 'FAILED' });
      mend(story);
      expect(await kept(story, channel)).toMatchObject({ status: 'PUBLISHED', vacancyId });
      expect(on(channel, await withdraw(story, 'R-1', [channel]))).toMatchObject({ status: 'WITHDRAWN', vacancyId });
    });

    test('outlasts a new vacancy whose answer was lost, once that turns out not to be there', async () => {
      await using story = await startStory(engine, quick);
      const { vacancyId } = await created(story, channel);
      strike(story, channel, { kind: 'reset', when: 'before' });
      expect(await created(story, channel, 'k')).toMatchObject({ status: 'UNCERTAIN' });
      mend(story);
      strike(story, channel, { kind: 'status', status: channel === 'CSO' ? 429 : 409 });
      expect((await created(story, channel, 'k')).status).toBe(channel === 'CSO' ? 'FAILED' : 'INVALID');
      mend(story);
      expect(await kept(story, channel)).toMatchObject({ status: 'PUBLISHED', vacancyId });
    });

    test('is what the next publish changes, where a new vacancy’s answer was lost and it is not there', async () => {
      await using story = await startStory(engine, quick);
      const { vacancyId } = await created(story, channel);
      strike(story, channel, { kind: 'reset', when: 'before' });
      await created(story, channel);
      mend(story);
      expect(on(channel, await publish(story, publishInput('R-1'), 'key-1', [channel]))).toMatchObject({ status: 'UPDATED', vacancyId });
      expect(counts(story.sandbox, 'R-1')).toEqual(channel === 'CSO' ? { cso: 1, board: 0 } : { cso: 0, board: 1 });
    });

    test('stands again by the caller’s word that a new vacancy is not there', async () => {
      await using story = await startStory(engine, quick);
      const { vacancyId } = await created(story, channel);
      strike(story, channel, { kind: 'reset', when: 'before' });
      await created(story, channel);
      mend(story);
      const { data } = await story.gateway.query<{ postings: { nodes: { id: string }[] } }>('{ postings(referenceNumber: "R-1") { nodes { id } } }');
      await resolve(story, { id: String(data?.postings.nodes[0]?.id), channel, published: false });
      expect(await kept(story, channel)).toMatchObject({ status: 'PUBLISHED', vacancyId });
    });

    test('comes off although a new vacancy’s answer was lost and it does not show, which stays UNCERTAIN', async () => {
      await using story = await startStory(engine, quick);
      const { vacancyId } = await created(story, channel);
      strike(story, channel, { kind: 'reset', when: 'before' });
      await created(story, channel);
      mend(story);
      expect(on(channel, await withdraw(story, 'R-1', [channel])).status).toBe('UNCERTAIN');
      expect(counts(story.sandbox, 'R-1')).toEqual({ cso: 0, board: 0 });
      expect(on(channel, await withdraw(story, 'R-1', [channel])).status).toBe('UNCERTAIN');
      // By the caller's word that the new one is not there, nothing is.
      const { data } = await story.gateway.query<{ postings: { nodes: { id: string }[] } }>('{ postings(referenceNumber: "R-1") { nodes { id } } }');
      await resolve(story, { id: String(data?.postings.nodes[0]?.id), channel, published: false });
      expect(await kept(story, channel)).toMatchObject({ status: 'WITHDRAWN', vacancyId });
    });

    test('stays, and is told of, where it cannot be taken off with a new vacancy', async () => {
      await using story = await startStory(engine, quick);
      const { vacancyId } = await created(story, channel);
      strike(story, channel, { kind: 'reset', when: 'before' });
      await created(story, channel);
      mend(story);
      story.sandbox.upstreams[upstreamOf[channel]].faults.add({ method: channel === 'CSO' ? 'POST' : 'DELETE', path: channel === 'CSO' ? 'removeJob' : '/vacancy', kind: 'status', status: failing[channel] });
      expect(on(channel, await withdraw(story, 'R-1', [channel])).status).toBe('UNCERTAIN');
      mend(story);
      const { data } = await story.gateway.query<{ postings: { nodes: { id: string }[] } }>('{ postings(referenceNumber: "R-1") { nodes { id } } }');
      await resolve(story, { id: String(data?.postings.nodes[0]?.id), channel, published: false });
      expect(await kept(story, channel)).toMatchObject({ status: 'PUBLISHED', vacancyId });
      expect(on(channel, await withdraw(story, 'R-1', [channel]))).toMatchObject({ status: 'WITHDRAWN', vacancyId });
    });

    test('is WITHDRAWN still after a publish that FAILED', async () => {
      await using story = await startStory(engine, quick);
      const { vacancyId } = on(channel, await publish(story, publishInput('R-1'), 'key-1', [channel]));
      await withdraw(story, 'R-1', [channel]);
      strike(story, channel, { kind: 'status', status: failing[channel] });
      expect(on(channel, await publish(story, publishInput('R-1'), 'key-2', [channel]))).toMatchObject({ status: 'FAILED' });
      expect(await kept(story, channel)).toMatchObject({ status: 'WITHDRAWN', vacancyId });
    });
  });

  test('comes off with a new vacancy whose answer was lost, where that is there', async () => {
    await using story = await startStory(engine, quick);
    await created(story, 'CSO');
    strike(story, 'CSO', { kind: 'reset', when: 'after' });
    expect(await created(story, 'CSO')).toMatchObject({ status: 'UNCERTAIN' });
    mend(story);
    expect(counts(story.sandbox, 'R-1').cso).toBe(2);
    expect(on('CSO', await withdraw(story, 'R-1', ['CSO'])).status).toBe('WITHDRAWN');
    expect(counts(story.sandbox, 'R-1').cso).toBe(0);
    expect(await kept(story, 'CSO')).toMatchObject({ status: 'WITHDRAWN' });
  });

  test('outlasts a DUPLICATE of it, and can be read and withdrawn', async () => {
    await using story = await startStory(engine);
    const { vacancyId } = await created(story, 'ICTERGEZOCHT');
    expect(await created(story, 'ICTERGEZOCHT', null, { title: 'Nogmaals' })).toMatchObject({ status: 'INVALID', userErrors: [{ code: 'DUPLICATE' }] });
    expect(await kept(story, 'ICTERGEZOCHT')).toMatchObject({ status: 'PUBLISHED', vacancyId });
    expect((await story.gateway.query('query ($id: ID!) { vacancy(id: $id) { title } }', { id: vacancyId })).data).toEqual({ vacancy: { title: 'Ontwikkelaar' } });
    expect(on('ICTERGEZOCHT', await withdraw(story, 'R-1', ['ICTERGEZOCHT']))).toMatchObject({ status: 'WITHDRAWN', vacancyId });
    expect(counts(story.sandbox, 'R-1').board).toBe(0);
  });

  test.each([
    [401, 'FAILED'],
    [402, 'INVALID'],
    [409, 'INVALID'],
  ])('keeps its id where it is gone upstream and a %i kept it from being posted anew', async (status, outcome) => {
    await using story = await startStory(engine, quick);
    const { vacancyId } = on('ICTERGEZOCHT', await publish(story, publishInput('R-1'), 'key-1', ['ICTERGEZOCHT']));
    for (const one of truth(story.sandbox, 'R-1').board) one.deletedMs = Date.now();
    strike(story, 'ICTERGEZOCHT', { kind: 'status', status });
    expect(on('ICTERGEZOCHT', await publish(story, publishInput('R-1', { title: 'Anders' }), 'key-2', ['ICTERGEZOCHT'])).status).toBe(outcome);
    mend(story);
    expect(await kept(story, 'ICTERGEZOCHT')).toMatchObject({ status: 'PUBLISHED', vacancyId });
    expect(on('ICTERGEZOCHT', await publish(story, publishInput('R-1', { title: 'Anders' }), 'key-3', ['ICTERGEZOCHT'])).status).toBe('PUBLISHED');
    expect(counts(story.sandbox, 'R-1').board).toBe(1);
  });

  test.each([402, 409])('is WITHDRAWN still after a publish that is INVALID by a %i', async (status) => {
    await using story = await startStory(engine);
    const { vacancyId } = on('ICTERGEZOCHT', await publish(story, publishInput('R-1'), 'key-1', ['ICTERGEZOCHT']));
    await withdraw(story, 'R-1', ['ICTERGEZOCHT']);
    strike(story, 'ICTERGEZOCHT', { kind: 'status', status });
    expect(on('ICTERGEZOCHT', await publish(story, publishInput('R-1'), 'key-2', ['ICTERGEZOCHT'])).status).toBe('INVALID');
    expect(await kept(story, 'ICTERGEZOCHT')).toMatchObject({ status: 'WITHDRAWN', vacancyId });
  });
});
