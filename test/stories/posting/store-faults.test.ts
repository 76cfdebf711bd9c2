import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { counts, on, publish, publishInput, startStory, withdraw } from './story.ts';
import { sqlite } from '../../store/engines.ts';

/** A posting story whose store can be made to refuse writes of a kind. */
async function breakableStory() {
  const where = await sqlite.place();
  const story = await startStory({ engine: sqlite.engine, place: async () => where });
  const database = new DatabaseSync(join(where.dataDir, 'werkgraph.sqlite'), { timeout: 5000 });
  return {
    ...story,
    /** @param writes such as `UPDATE ON audit` */
    refuse: (writes: string, when = 'true') => database.exec(`CREATE TRIGGER broken BEFORE ${writes} WHEN ${when} BEGIN SELECT RAISE(ABORT, 'broken'); END`),
    async [Symbol.asyncDispose]() {
      database.close();
      await story[Symbol.asyncDispose]();
    },
  };
}

test('a withdrawal whose end cannot be kept on one channel is told on the other, after both have come to an end', async () => {
  await using story = await breakableStory();
  await publish(story, publishInput('R-1'), 'key-1');
  story.refuse('UPDATE ON posting_channels', "NEW.channel = 'CSO'");
  story.sandbox.upstreams.ictergezocht.faults.add({ kind: 'latency', ms: 300, method: 'DELETE' });
  const payload = await withdraw(story, 'R-1');
  expect(on('ICTERGEZOCHT', payload).status).toBe('WITHDRAWN');
  expect(on('CSO', payload)).toMatchObject({ status: 'UNCERTAIN', error: { code: 'INTERNAL_SERVER_ERROR' } });
  expect(counts(story.sandbox, 'R-1').board).toBe(0);
});

test('a publish is answered as it went where its end cannot be written to the log, and that is told to the operator', async () => {
  await using story = await breakableStory();
  story.refuse('UPDATE ON audit');
  const payload = await publish(story, publishInput('R-1'), 'key-1');
  expect(payload.channels.map(({ status }) => status)).toEqual(['PUBLISHED', 'PUBLISHED']);
  expect(story.gateway.logged.some((line) => line.includes('mutation log'))).toBe(true);
});

test('nothing is sent that cannot be written to the log', async () => {
  await using story = await breakableStory();
  story.refuse('INSERT ON audit');
  await expect(publish(story, publishInput('R-1'), 'key-1')).rejects.toThrow('INTERNAL_SERVER_ERROR');
  expect(counts(story.sandbox, 'R-1')).toEqual({ cso: 0, board: 0 });
});
