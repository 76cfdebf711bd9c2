import { expect, test } from 'vitest';
import { useStory } from '../support/story.ts';

const story = useStory();

test('an entity of a type that is none is the caller’s mistake', async () => {
  const { errors } = await story.gateway.query('{ _entities(representations: [{__typename: "Foo", id: "x"}]) { __typename } }');
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT', argument: 'representations' }, path: ['_entities'] }]);
  expect(errors[0]?.message).toContain('"Foo"');
});

test('a document that is nested too deeply is refused with a sentence', async () => {
  const { status, errors } = await story.gateway.query(`${'{a'.repeat(4000)}${'}'.repeat(4000)}`);
  expect(status).toBe(400);
  expect(errors).toMatchObject([{ message: 'The document is nested too deeply to be read.', extensions: { code: 'BAD_USER_INPUT' } }]);
});

test('Redis that stays away is told once a minute, with why', async () => {
  const gateway = await story.cold({ REDIS_URL: 'redis://127.0.0.1:1', LOG_LEVEL: 'warn' });
  await gateway.query('{ vacancies(first: 1, sources: [VDAB]) { nodes { id } } }');
  const told = gateway.logged.filter((line) => line.includes('Redis'));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain('ECONNREFUSED');
});
