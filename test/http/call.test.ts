import { expect, test } from 'vitest';
import { compose, type Wrap } from '../../src/http/call.ts';
import { get, json, upstream } from './server.ts';

/** Leaves its name in a header on the way in. */
function mark(name: string): Wrap {
  return (next) => (request) => next({ ...request, headers: { 'x-trace': `${request.headers?.['x-trace'] ?? ''}${name}` } });
}

test('the first wrapper is the outermost', async () => {
  await using server = await upstream((response) => json(response, {}));
  await compose(mark('a'), mark('b'), mark('c'))(server.transport().json)(get('/'));
  expect(server.seen[0]?.headers['x-trace']).toBe('abc');
});

test('no wrapper at all leaves the call as it is', async () => {
  await using server = await upstream((response) => json(response, 1));
  const { json: call } = server.transport();
  expect(compose()(call)).toBe(call);
});
