import { expect, test } from 'vitest';
import { compare, deviations } from '../../bench/quotas/check.ts';

/** Where replicas meet, in tests that need it. */
const redisUrl = process.env['TEST_REDIS_URL'] || null;

/** Freshness varies by chance at the gateway: of some 100 to 250 calls a fiftieth or two more or less. */
const tolerance = 0.1;

test('gateways ask the upstream for pages and for rows as often as the simulation says', { timeout: 300_000 }, async () => {
  const compared = await compare({ operations: 400, minutes: 50, seed: 'measured', redisUrl });
  expect(compared.map(({ name }) => name)).toEqual(['one process', 'two replicas, each by itself', ...(redisUrl === null ? [] : ['two replicas on one Redis'])]);
  expect(compared.filter(({ measured: { pages, rows } }) => pages < 50 || rows < 50)).toEqual([]);
  const off = compared.map((one) => ({ name: one.name, ...deviations(one) }));
  expect(off.filter(({ pages, rows }) => Math.abs(pages) > tolerance || Math.abs(rows) > tolerance)).toEqual([]);
  const [alone = 0, apart = 0, together = alone] = compared.map(({ measured: { pages, rows } }) => pages + rows);
  expect(apart).toBeGreaterThan(Math.max(alone, together));
});
