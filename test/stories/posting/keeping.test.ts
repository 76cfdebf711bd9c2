import { expect, test } from 'vitest';
import { ConfigError } from '../../../src/config.ts';
import { startSandbox } from '../../../sandbox/index.ts';
import { storeEngines } from '../../store/engines.ts';
import { startGateway } from '../../support/gateway.ts';
import { openStore } from '../../../src/store/index.ts';
import { on, publish, publishInput, storeEnvironment, withdraw } from './story.ts';

const dayMs = 24 * 60 * 60 * 1000;

test.each(storeEngines)('an outcome outlasts a restart, and its key is free after IDEMPOTENCY_DAYS, on $engine', async ({ place }) => {
  const sandbox = await startSandbox();
  const where = await place();
  const startAfter = (days: number) => startGateway({ sandbox, environment: { ...storeEnvironment(where), IDEMPOTENCY_DAYS: '8' }, now: () => Date.now() + days * dayMs });
  const statuses: unknown[] = [];
  for (const [days, title] of [[0, 'One'], [7.9, 'One'], [8.1, 'Two']] as const) {
    const gateway = await startAfter(days);
    const { status, replayed } = on('ICTERGEZOCHT', await publish({ gateway }, publishInput('R-1', { title }), 'key-1', ['ICTERGEZOCHT']));
    statuses.push([status, replayed]);
    await gateway.close();
  }
  expect(statuses).toEqual([['PUBLISHED', false], ['PUBLISHED', true], ['UPDATED', false]]);
  await sandbox.close();
  await where.remove();
});

test.each(storeEngines)('what was sent of a posting that is off is kept for as long as outcomes are, on $engine', async ({ place }) => {
  const sandbox = await startSandbox();
  const where = await place();
  const kept: unknown[] = [];
  for (const days of [0, 7.9, 8.1]) {
    const gateway = await startGateway({ sandbox, environment: { ...storeEnvironment(where), IDEMPOTENCY_DAYS: '8' }, now: () => Date.now() + days * dayMs });
    if (days === 0) {
      for (const reference of ['on', 'off']) await publish({ gateway }, publishInput(reference), reference, ['ICTERGEZOCHT']);
      await withdraw({ gateway }, 'off', ['ICTERGEZOCHT']);
    }
    const store = await openStore({ ...where, now: Date.now });
    const drafts = async () => (await store.postings.page({ client: 'anonymous', referenceNumber: null, first: 5, after: null })).rows.map(({ referenceNumber, channels }) => [referenceNumber, channels[0]?.draft !== null]);
    // The purge at start goes on beside the first answers.
    await expect.poll(drafts, { timeout: 10_000 }).toContainEqual(['off', days < 8]);
    kept.push(Object.fromEntries(await drafts()));
    await store.close();
    await gateway.close();
  }
  expect(kept).toEqual([{ on: true, off: true }, { on: true, off: true }, { on: true, off: false }]);
  await sandbox.close();
  await where.remove();
});

test.each(storeEngines)('the log of mutations is kept for AUDIT_DAYS, on $engine', async ({ place }) => {
  const where = await place();
  const store = await openStore({ ...where, now: Date.now });
  await store.audit.begin([{ client: 'portal-x', operation: 'publishVacancy', channel: null, target: null, inputHash: null }]);
  const rows: number[] = [];
  for (const days of [9.9, 10.1]) {
    const gateway = await startGateway({ environment: { ...storeEnvironment(where), AUDIT_DAYS: '10' }, now: () => Date.now() + days * dayMs });
    await expect.poll(() => store.audit.count(null), { timeout: 10_000 }).toBe(days < 10 ? 1 : 0);
    rows.push(await store.audit.count(null));
    await gateway.close();
  }
  expect(rows).toEqual([1, 0]);
  await store.close();
  await where.remove();
});

test.each([
  [{ DATA_DIR: '/dev/null/data' }, /^DATA_DIR: /],
  [{ DATABASE_URL: 'postgres://someone:hush-hush@127.0.0.1:9/none' }, /^DATABASE_URL: /],
])('a store that cannot be opened is told by name, without its password: %o', async (environment, message) => {
  const refusal = await startGateway({ environment }).then(
    () => null,
    (error: unknown) => error,
  );
  expect(refusal).toBeInstanceOf(ConfigError);
  expect(String(refusal instanceof Error && refusal.message)).toMatch(message);
  expect(String(refusal)).not.toContain('hush-hush');
});
