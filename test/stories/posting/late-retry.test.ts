import { describe, expect, test } from 'vitest';
import { storeEngines } from '../../store/engines.ts';
import { type Channel, counts, on, publish, publishInput, type PostingStory, startStory, truth, withdraw } from './story.ts';

const channels = ['CSO', 'ICTERGEZOCHT'] as const;

/** Loses the next answer to a new vacancy, which arrives all the same. */
function loseAnswer({ sandbox }: PostingStory, channel: Channel['channel']): void {
  if (channel === 'CSO') sandbox.upstreams.cso.faults.add({ kind: 'reset', when: 'after', path: 'saveJob', times: 1 });
  else sandbox.upstreams.ictergezocht.faults.add({ kind: 'reset', when: 'after', method: 'POST', path: '/vacancy$', times: 1 });
}

function titles({ sandbox }: PostingStory): readonly string[] {
  const { cso, board } = truth(sandbox, 'R-1');
  return [...cso.map(({ content }) => content.name), ...board.map(({ payload }) => payload.title)];
}

describe.each(storeEngines)('an unsettled key that is asked for late, on $engine', (engine) => {
  describe.each(channels)('at %s', (channel) => {
    test('does not undo what a later call changed, and answers what stands', async () => {
      await using story = await startStory(engine);
      loseAnswer(story, channel);
      expect(on(channel, await publish(story, publishInput('R-1'), 'old', [channel])).status).toBe('UNCERTAIN');
      story.later(6000);
      const { vacancyId } = on(channel, await publish(story, publishInput('R-1', { title: 'Nieuwer' }), 'new', [channel]));
      expect(on(channel, await publish(story, publishInput('R-1'), 'old', [channel]))).toMatchObject({ status: 'UPDATED', vacancyId, replayed: false });
      expect(titles(story)).toEqual(['Nieuwer']);
      expect(on(channel, await publish(story, publishInput('R-1'), 'old', [channel]))).toMatchObject({ status: 'UPDATED', vacancyId, replayed: true });
    });

    test('does not post again what was withdrawn in between', async () => {
      await using story = await startStory(engine);
      loseAnswer(story, channel);
      await publish(story, publishInput('R-1'), 'old', [channel]);
      story.later(6000);
      const { vacancyId } = on(channel, await withdraw(story, 'R-1', [channel]));
      expect(on(channel, await publish(story, publishInput('R-1'), 'old', [channel]))).toMatchObject({ status: 'WITHDRAWN', vacancyId });
      expect(counts(story.sandbox, 'R-1')).toEqual({ cso: 0, board: 0 });
    });

    test('is sent where the later call failed', async () => {
      await using story = await startStory(engine, { SOURCE_TIMEOUT_MS: '700' });
      await publish(story, publishInput('R-1'), 'first', [channel]);
      const upstream = channel === 'CSO' ? story.sandbox.upstreams.cso : story.sandbox.upstreams.ictergezocht;
      upstream.faults.add({ kind: 'hang' });
      expect(on(channel, await publish(story, publishInput('R-1', { title: 'Anders' }), 'old', [channel])).status).toBe('UNCERTAIN');
      upstream.faults.clear();
      upstream.faults.add({ kind: 'status', status: 401 });
      expect(on(channel, await publish(story, publishInput('R-1', { title: 'Nieuwer' }), 'new', [channel])).status).toBe('FAILED');
      upstream.faults.clear();
      expect(on(channel, await publish(story, publishInput('R-1', { title: 'Anders' }), 'old', [channel])).status).toBe('UPDATED');
      expect(titles(story)).toEqual(['Anders']);
    });
  });

  test('leaves what was withdrawn of the channel that it had settled', async () => {
    await using story = await startStory(engine);
    loseAnswer(story, 'ICTERGEZOCHT');
    await publish(story, publishInput('R-1'), 'old');
    await withdraw(story, 'R-1', ['CSO']);
    const late = await publish(story, publishInput('R-1'), 'old');
    expect(late.channels).toMatchObject([{ channel: 'CSO', status: 'PUBLISHED', replayed: true }, { channel: 'ICTERGEZOCHT', status: 'PUBLISHED' }]);
    expect(late.posting && on('CSO', late.posting).status).toBe('WITHDRAWN');
    expect(counts(story.sandbox, 'R-1')).toEqual({ cso: 0, board: 1 });
  });

  test('of two unsettled ones, the later has the last word in whatever order they are asked for', async () => {
    await using story = await startStory(engine, { SOURCE_TIMEOUT_MS: '700' });
    await publish(story, publishInput('R-1'), 'first', ['CSO']);
    const { faults } = story.sandbox.upstreams.cso;
    faults.add({ kind: 'hang', path: 'saveJob' });
    const ask = async (key: string) => on('CSO', await publish(story, publishInput('R-1', { title: key }), key, ['CSO'])).status;
    expect([await ask('older'), await ask('newer')]).toEqual(['UNCERTAIN', 'UNCERTAIN']);
    faults.clear();
    expect([await ask('older'), await ask('newer'), await ask('older')]).toEqual(['UPDATED', 'UPDATED', 'UPDATED']);
    expect(titles(story)).toEqual(['newer']);
  });
});
