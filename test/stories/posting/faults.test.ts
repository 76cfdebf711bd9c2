import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../../sandbox/kit/faults.ts';
import { type StoreEngine, storeEngines } from '../../store/engines.ts';
import { type Channel, counts, on, type PostingStory, publish, publishInput, startStory, withdraw } from './story.ts';

type Trouble = readonly [name: string, fault: Omit<Fault, 'path' | 'method'>];

/** Sent, and no word on whether it was done. */
const unanswered: readonly Trouble[] = (['before', 'after'] as const).flatMap((when): readonly Trouble[] => [
  [`a hanging answer, ${when} the work`, { kind: 'hang', when }],
  [`a reset, ${when} the work`, { kind: 'reset', when }],
  [`a 500, ${when} the work`, { kind: 'status', status: 500, when }],
  [`a page with 502, ${when} the work`, { kind: 'html', status: 502, when }],
  [`a page with 200, ${when} the work`, { kind: 'html', when }],
  [`an empty answer, ${when} the work`, { kind: 'empty', when }],
]);
const halfAnswered: Trouble = ['half an answer', { kind: 'truncate', when: 'after' }];

/** An answer that says that nothing was done. */
const refused: readonly Trouble[] = [
  ['a 429 with Retry-After', { kind: 'status', status: 429, headers: { 'retry-after': '30' } }],
  ['a 429 without Retry-After', { kind: 'status', status: 429 }],
  ['a 401', { kind: 'status', status: 401 }],
];

const posting = { CSO: { upstream: 'cso', path: 'saveJob', count: 'cso' }, ICTERGEZOCHT: { upstream: 'ictergezocht', path: '/vacancy$', count: 'board' } } as const;
const channels = ['CSO', 'ICTERGEZOCHT'] as const;
const quick = { SOURCE_TIMEOUT_MS: '700' };

function strike({ sandbox }: PostingStory, channel: Channel['channel'], fault: Omit<Fault, 'path' | 'method'>): void {
  sandbox.upstreams[posting[channel].upstream].faults.add({ ...fault, method: 'POST', path: posting[channel].path });
}
/** The trouble is over, and so is whatever the upstream was still at work on. */
function mend({ sandbox, later }: PostingStory): void {
  later(6000);
  sandbox.upstreams.cso.faults.clear();
  sandbox.upstreams.ictergezocht.faults.clear();
}

/** One gateway for a table of troubles, each with a reference number of its own. */
function shared(engine: StoreEngine, environment: Readonly<Record<string, string>>): () => PostingStory {
  let story: PostingStory | undefined;
  beforeAll(async () => {
    story = await startStory(engine, environment);
  });
  afterAll(() => story?.[Symbol.asyncDispose]());
  return () => {
    if (story === undefined) throw new Error('the story has not begun');
    return story;
  };
}

describe.each(storeEngines)('a POST in trouble, on $engine', (engine) => {
  describe.each(channels)('at %s', (channel) => {
    const story = shared(engine, quick);

    test.each([...unanswered, halfAnswered])('after %s it is UNCERTAIN, and asked again with its key it is there once', async (name, fault) => {
      const reference = `${channel} ${name}`;
      strike(story(), channel, fault);
      const first = await publish(story(), publishInput(reference), `key ${reference}`, [channel]);
      expect(on(channel, first).status).toBe('UNCERTAIN');
      expect(on(channel, first).error?.code).toMatch(/^UPSTREAM_/);
      mend(story());
      const second = await publish(story(), publishInput(reference), `key ${reference}`, [channel]);
      expect(on(channel, second)).toMatchObject({ status: 'PUBLISHED', vacancyId: expect.stringContaining(':vacancy:') });
      expect(counts(story().sandbox, reference)[posting[channel].count]).toBe(1);
      expect(on(channel, await publish(story(), publishInput(reference), `key ${reference}`, [channel]))).toMatchObject({ status: 'PUBLISHED', replayed: true });
    });

    test('after a lost answer, asked again with another key and other words, it is there once, with those words', async () => {
      const reference = `${channel} reworded`;
      strike(story(), channel, { kind: 'reset', when: 'after' });
      await publish(story(), publishInput(reference), `key 1 ${reference}`, [channel]);
      mend(story());
      const second = await publish(story(), publishInput(reference, { title: 'Anders' }), `key 2 ${reference}`, [channel]);
      expect(on(channel, second).status).toBe('UPDATED');
      const titles = channel === 'CSO'
        ? story().sandbox.definitions.cso.data.jobs.filter((job) => job.internalReferenceCode === reference).map(({ content }) => content.name)
        : story().sandbox.definitions.ictergezocht.data.vacancies.filter(({ payload }) => payload.referenceNumber === reference).map(({ payload }) => payload.title);
      expect(titles).toEqual(['Anders']);
    });

    test('after a lost answer it can be withdrawn', async () => {
      const reference = `${channel} withdrawn`;
      strike(story(), channel, { kind: 'reset', when: 'after' });
      await publish(story(), publishInput(reference), `key ${reference}`, [channel]);
      mend(story());
      expect(on(channel, await withdraw(story(), reference, [channel])).status).toBe('WITHDRAWN');
      expect(counts(story().sandbox, reference)[posting[channel].count]).toBe(0);
    });
  });

  describe.each(channels)('at %s', (channel) => {
    test.each(refused)('after %s it has FAILED; its key replays that, and another key sends it', async (_, fault) => {
      await using story = await startStory(engine, quick);
      strike(story, channel, fault);
      const first = await publish(story, publishInput('R-1'), 'key-1', [channel]);
      expect(on(channel, first).status).toBe('FAILED');
      mend(story);
      expect(on(channel, await publish(story, publishInput('R-1'), 'key-1', [channel]))).toMatchObject({ status: 'FAILED', replayed: true });
      expect(counts(story.sandbox, 'R-1')[posting[channel].count]).toBe(0);
    });

    test('stopped, it has FAILED and nothing is uncertain', async () => {
      await using story = await startStory(engine, quick);
      const upstream = story.sandbox.upstreams[posting[channel].upstream];
      await upstream.stop();
      expect(on(channel, await publish(story, publishInput('R-1'), 'key-1', [channel])).status).toBe('FAILED');
      await upstream.start();
      expect(on(channel, await publish(story, publishInput('R-1'), 'key-2', [channel])).status).toBe('PUBLISHED');
      expect(counts(story.sandbox, 'R-1')[posting[channel].count]).toBe(1);
    });
  });

  test.each([
    [402, 'INSUFFICIENT_CREDITS'],
    [409, 'DUPLICATE'],
  ])('a %i of ICTerGezocht is a user error of its own', async (status, code) => {
    await using story = await startStory(engine, quick);
    strike(story, 'ICTERGEZOCHT', { kind: 'status', status });
    const payload = await publish(story, publishInput('R-1'), 'key-1', ['ICTERGEZOCHT']);
    expect(on('ICTERGEZOCHT', payload)).toMatchObject({ status: 'INVALID', userErrors: [{ code, severity: 'ERROR' }] });
  });
});

describe.each(storeEngines)('what an account cannot see, on $engine', (engine) => {
  test('insights that lag: a lost answer is settled by the board’s own refusal of a second one', async () => {
    await using story = await startStory(engine, quick);
    story.sandbox.definitions.ictergezocht.switches.insightLagMs = 3_600_000;
    strike(story, 'ICTERGEZOCHT', { kind: 'reset', when: 'after' });
    await publish(story, publishInput('R-1'), 'key-1', ['ICTERGEZOCHT']);
    mend(story);
    expect(on('ICTERGEZOCHT', await publish(story, publishInput('R-1'), 'key-1', ['ICTERGEZOCHT']))).toMatchObject({ status: 'PUBLISHED', error: null });
    expect(counts(story.sandbox, 'R-1').board).toBe(1);
  });

  test.each([true, false])('a job with visible: %s whose answer was lost is never posted twice', async (visible) => {
    await using story = await startStory(engine, quick);
    const input = publishInput('R-1');
    const changed = { ...input, cso: { ...input.cso, visible } };
    strike(story, 'CSO', { kind: 'reset', when: 'after' });
    await publish(story, changed, 'key-1', ['CSO']);
    mend(story);
    const second = on('CSO', await publish(story, changed, 'key-1', ['CSO']));
    expect(['PUBLISHED', 'UNCERTAIN']).toContain(second.status);
    expect(counts(story.sandbox, 'R-1').cso).toBe(1);
  });
});

describe.each(storeEngines)('a change in trouble, on $engine', (engine) => {
  test.each([
    ['a 503', { kind: 'status', status: 503, times: 1 }],
    ['a reset after the work', { kind: 'reset', when: 'after', times: 1 }],
  ] as const)('is sent again after %s, since it can be repeated', async (_, fault) => {
    await using story = await startStory(engine);
    await publish(story, publishInput('R-1'), 'key-1');
    story.sandbox.upstreams.ictergezocht.faults.add({ ...fault, method: 'PUT' });
    story.sandbox.upstreams.cso.faults.add({ ...fault, path: 'saveJob' });
    expect((await publish(story, publishInput('R-1', { title: 'Anders' }), 'key-2')).channels.map(({ status }) => status)).toEqual(['UPDATED', 'UPDATED']);
    expect(counts(story.sandbox, 'R-1')).toEqual({ cso: 1, board: 1 });
  });

  test('that stays without an answer is UNCERTAIN, keeps its id, and is made when it is asked again', async () => {
    await using story = await startStory(engine, quick);
    const first = await publish(story, publishInput('R-1'), 'key-1');
    story.sandbox.upstreams.ictergezocht.faults.add({ kind: 'hang', method: 'PUT' });
    story.sandbox.upstreams.cso.faults.add({ kind: 'hang', path: 'saveJob' });
    const second = await publish(story, publishInput('R-1', { title: 'Anders' }), 'key-2');
    expect(second.channels.map(({ status, vacancyId }) => [status, vacancyId])).toEqual(first.channels.map(({ vacancyId }) => ['UNCERTAIN', vacancyId]));
    mend(story);
    expect((await publish(story, publishInput('R-1', { title: 'Anders' }), 'key-2')).channels.map(({ status }) => status)).toEqual(['UPDATED', 'UPDATED']);
    expect(counts(story.sandbox, 'R-1')).toEqual({ cso: 1, board: 1 });
  });
});
