import { expect, test } from 'vitest';
import { isDeep } from '../../src/http/depth.ts';
import { failure, get, json, upstream } from './server.ts';

const lists = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);
const objects = (levels: number): string => '{"a":"[","b":1,"c":'.repeat(levels) + '1' + '}'.repeat(levels);

test.each([
  ['lists', lists],
  ['objects', objects],
])('%s in one another are taken up to a bound', async (_name, nested) => {
  let levels = 200;
  await using server = await upstream((response) => void response.end(nested(levels)));
  const { json: call } = server.transport();
  expect(JSON.stringify((await call(get('/a'))).body)).toBe(nested(levels));
  for (levels of [201, 20_000, 300_000]) {
    expect(await failure(call(get('/a?b=c')))).toMatchObject({ name: 'BodyError', kind: 'too-deep', message: 'GET /a: answer nested deeper than its bound' });
  }
});

test('what explains a refusal is not kept where it is too deep', async () => {
  await using server = await upstream((response) => {
    response.writeHead(400).end(lists(20_000));
  });
  expect(await failure(server.transport().json(get('/')))).toMatchObject({ status: 400, body: null });
});

test('neither a broad value nor brackets in texts are deep', async () => {
  const broad = { texts: ['['.repeat(5000)], rows: Array.from({ length: 5000 }, (_, id) => ({ id, '[[': {} })) };
  await using server = await upstream((response) => json(response, broad));
  expect((await server.transport().json(get('/'))).body).toEqual(broad);
  expect([isDeep(null), isDeep('['), isDeep([[]], 2), isDeep([[]], 1)]).toEqual([false, false, false, true]);
});
