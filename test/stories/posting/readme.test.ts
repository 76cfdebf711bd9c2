import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { counts, type Payload } from './story.ts';

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
const [, section = ''] = /\n## Post a vacancy\n([\s\S]*?)\n## /.exec(readme) ?? [];
/** What the section's commands send, in their order. */
const bodies = [...section.matchAll(/-d '(\{[\s\S]*?\n\})'/g)].map(([, body = '']): { query: string; variables?: { input: Record<string, unknown> } } => JSON.parse(body));

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

async function send({ query, variables = { input: {} } }: { query: string; variables?: { input: Record<string, unknown> } }): Promise<Payload> {
  const { data, errors } = await gateway.query<Record<string, Payload>>(query, variables);
  expect(errors).toEqual([]);
  const [payload] = Object.values(data ?? {});
  if (payload === undefined) throw new Error('there is no answer');
  return payload;
}

test('the README’s posting goes from its errors to both channels, a replay, a change and a removal', async () => {
  const [wrong, right, removal] = bodies;
  if (wrong === undefined || right?.variables === undefined || removal === undefined) throw new Error('the README lacks a command');
  const refused = await send(wrong);
  expect(refused.channels.map(({ status }) => status)).toEqual(['INVALID', 'INVALID']);
  expect(refused.channels.every(({ userErrors }) => userErrors.length > 2)).toBe(true);
  expect((await send(right)).channels.map(({ status, replayed }) => [status, replayed])).toEqual([['PUBLISHED', false], ['PUBLISHED', false]]);
  expect((await send(right)).channels.map(({ status, replayed }) => [status, replayed])).toEqual([['PUBLISHED', true], ['PUBLISHED', true]]);
  const change = { query: right.query.replace('second', 'third'), variables: { input: { ...right.variables.input, title: 'Senior network engineer' } } };
  expect((await send(change)).channels.map(({ status }) => status)).toEqual(['UPDATED', 'UPDATED']);
  expect(counts(gateway.sandbox, 'WG-1')).toEqual({ cso: 1, board: 1 });
  expect((await send(removal)).channels.map(({ status }) => status)).toEqual(['WITHDRAWN', 'WITHDRAWN']);
  expect(counts(gateway.sandbox, 'WG-1')).toEqual({ cso: 0, board: 0 });
});
