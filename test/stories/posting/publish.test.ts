import { describe, expect, test } from 'vitest';
import { storeEngines } from '../../store/engines.ts';
import { both, counts, on, publish, publishInput, startStory, truth, withdraw } from './story.ts';

describe.each(storeEngines)('publishVacancy on $engine', (engine) => {
  test('posts one vacancy on both channels and keeps it', async () => {
    await using story = await startStory(engine);
    const payload = await publish(story, publishInput('R-1'), 'key-1');
    expect(payload.channels).toMatchObject([
      { channel: 'CSO', status: 'PUBLISHED', userErrors: [], error: null, replayed: false },
      { channel: 'ICTERGEZOCHT', status: 'PUBLISHED', userErrors: [], error: null, replayed: false },
    ]);
    const { cso, board } = truth(story.sandbox, 'R-1');
    expect(cso.map(({ code }) => `cso:vacancy:${code}`)).toEqual([on('CSO', payload).vacancyId]);
    expect(board.map(({ vacancyId }) => `ictergezocht:vacancy:${vacancyId}`)).toEqual([on('ICTERGEZOCHT', payload).vacancyId]);
    expect(on('ICTERGEZOCHT', payload).url).toContain('https://');
    expect(payload.posting).toMatchObject({ referenceNumber: 'R-1', channels: [{ channel: 'CSO', status: 'PUBLISHED' }, { channel: 'ICTERGEZOCHT', status: 'PUBLISHED' }] });
  });

  test('the same key and input replay what came of it, with no call of an upstream', async () => {
    await using story = await startStory(engine);
    const first = await publish(story, publishInput('R-1'), 'key-1');
    const before = [story.sandbox.upstreams.cso.requests.length, story.sandbox.upstreams.ictergezocht.requests.length];
    const second = await publish(story, publishInput('R-1'), 'key-1');
    expect(second.channels).toEqual(first.channels.map((channel) => ({ ...channel, replayed: true })));
    expect([story.sandbox.upstreams.cso.requests.length, story.sandbox.upstreams.ictergezocht.requests.length]).toEqual(before);
  });

  test('the same key with another input is refused, and nothing is sent', async () => {
    await using story = await startStory(engine);
    await publish(story, publishInput('R-1'), 'key-1');
    const second = await publish(story, publishInput('R-2'), 'key-1');
    expect(second.channels).toMatchObject(both.map((channel) => ({ channel, status: 'INVALID', userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', path: ['idempotencyKey'] }] })));
    expect(counts(story.sandbox, 'R-2')).toEqual({ cso: 0, board: 0 });
  });

  test('fifty at once with one key make one vacancy on each channel', async () => {
    await using story = await startStory(engine);
    const payloads = await Promise.all(Array.from({ length: 50 }, () => publish(story, publishInput('R-1'), 'key-1')));
    expect(counts(story.sandbox, 'R-1')).toEqual({ cso: 1, board: 1 });
    expect(payloads.filter(({ channels }) => channels.every(({ replayed }) => !replayed))).toHaveLength(1);
    expect(new Set(payloads.map((payload) => on('CSO', payload).vacancyId)).size).toBe(1);
    expect(payloads.every(({ channels }) => channels.every(({ status }) => status === 'PUBLISHED'))).toBe(true);
  });

  test('ten at once with keys of their own and one reference number make one vacancy on each channel', async () => {
    await using story = await startStory(engine);
    const payloads = await Promise.all(Array.from({ length: 10 }, (_, index) => publish(story, publishInput('R-1'), `key-${index}`)));
    expect(counts(story.sandbox, 'R-1')).toEqual({ cso: 1, board: 1 });
    expect(payloads.map((payload) => on('CSO', payload).status).toSorted()).toEqual(['PUBLISHED', ...Array.from({ length: 9 }, () => 'UPDATED')]);
  });

  test('a reference number that was published is changed, and added to a channel that is new', async () => {
    await using story = await startStory(engine);
    const first = await publish(story, publishInput('R-1'), 'key-1', ['CSO']);
    const second = await publish(story, publishInput('R-1', { title: 'Beheerder II' }), 'key-2');
    expect(second.channels).toMatchObject([{ channel: 'CSO', status: 'UPDATED', vacancyId: on('CSO', first).vacancyId }, { channel: 'ICTERGEZOCHT', status: 'PUBLISHED' }]);
    const { cso, board } = truth(story.sandbox, 'R-1');
    expect(cso.map(({ content }) => content.name)).toEqual(['Beheerder II']);
    expect(board.map(({ payload }) => payload.title)).toEqual(['Beheerder II']);
  });

  test('what breaks a channel’s rules is told, all at once and where it stands, and is not sent there', async () => {
    await using story = await startStory(engine);
    const wrong = publishInput('R-1', { postcode: null, contactEmail: 'no address', ictergezocht: { company: { name: '' }, companyUser: { name: '', email: 'neither' } } });
    const payload = await publish(story, wrong, 'key-1');
    expect(payload.channels.map(({ status }) => status)).toEqual(['INVALID', 'INVALID']);
    expect(on('CSO', payload).userErrors.map(({ path }) => path.join('.'))).toEqual(expect.arrayContaining(['input.postcode', 'input.contactEmail']));
    expect(on('ICTERGEZOCHT', payload).userErrors.map(({ path }) => path.join('.'))).toEqual(expect.arrayContaining(['input.ictergezocht.company.name', 'input.ictergezocht.companyUser.email']));
    expect(story.sandbox.upstreams.cso.count('POST', /saveJob/)).toBe(0);
    expect(story.sandbox.upstreams.ictergezocht.count('POST', /vacancy/)).toBe(0);
    expect(payload.posting).toBeNull();
    expect((await publish(story, publishInput('R-1'), 'key-1')).channels.map(({ status }) => status)).toEqual(['PUBLISHED', 'PUBLISHED']);
  });

  test('a channel that fails hides nothing of the other', async () => {
    await using story = await startStory(engine);
    await story.sandbox.upstreams.ictergezocht.stop();
    const payload = await publish(story, publishInput('R-1'), 'key-1');
    expect(payload.channels).toMatchObject([{ status: 'PUBLISHED', error: null }, { status: 'FAILED', error: { code: 'UPSTREAM_UNAVAILABLE' } }]);
    await story.sandbox.upstreams.ictergezocht.start();
    expect((await publish(story, publishInput('R-1'), 'key-2')).channels).toMatchObject([{ status: 'UPDATED' }, { status: 'PUBLISHED' }]);
    expect(counts(story.sandbox, 'R-1')).toEqual({ cso: 1, board: 1 });
  });

  test('costs two calls that change something, and none but those once the lists are known', async () => {
    await using story = await startStory(engine);
    await publish(story, publishInput('R-0'), 'key-0');
    const { cso, ictergezocht } = story.sandbox.upstreams;
    const before = [cso.requests.length, ictergezocht.requests.length];
    await publish(story, publishInput('R-1'), 'key-1');
    expect([cso.requests.slice(before[0]).map(({ path }) => path.split('/').at(-1)), ictergezocht.requests.slice(before[1]).map(({ method, path }) => `${method} ${path}`)]).toEqual([['saveJob.json'], ['POST /vacancy']]);
  });

  test('withdrawn, it is off both channels; again, it stays off; published again, it is new', async () => {
    await using story = await startStory(engine);
    const first = await publish(story, publishInput('R-1'), 'key-1');
    expect((await withdraw(story, 'R-1')).channels).toMatchObject([{ channel: 'CSO', status: 'WITHDRAWN' }, { channel: 'ICTERGEZOCHT', status: 'WITHDRAWN' }]);
    expect(counts(story.sandbox, 'R-1')).toEqual({ cso: 0, board: 0 });
    const calls = story.sandbox.upstreams.cso.requests.length;
    expect((await withdraw(story, 'R-1')).channels.map(({ status }) => status)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
    expect(story.sandbox.upstreams.cso.requests.length).toBe(calls);
    const second = await publish(story, publishInput('R-1'), 'key-2');
    expect(second.channels.map(({ status }) => status)).toEqual(['PUBLISHED', 'PUBLISHED']);
    expect(on('CSO', second).vacancyId).not.toBe(on('CSO', first).vacancyId);
    expect((await withdraw(story, 'nothing')).channels).toMatchObject(both.map(() => ({ status: 'INVALID', userErrors: [{ code: 'NOT_FOUND', path: ['referenceNumber'] }] })));
  });
});
