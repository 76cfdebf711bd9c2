import { describe, expect, test } from 'vitest';
import { LeaseLost, type OperationStart, turnOperation } from '../../src/store/operations.ts';
import { storeEngines } from './engines.ts';
import { openTestStore } from './open.ts';

const leaseMs = 5000;
/** A lease that has run out as it begins. */
const runsOut = 0;
const start = { client: 'portal-x', key: 'K-1', operation: 'publishVacancy', inputHash: 'aa', holder: 'one', leaseMs } as const satisfies OperationStart;

describe.each(storeEngines)('operations on $engine', (engine) => {
  test('of fifty at once with one key, one is new and the others find it running', async () => {
    await using test = await openTestStore(engine);
    const begun = await Promise.all(Array.from({ length: 50 }, () => test.store.operations.begin(start)));
    expect(begun.filter(({ kind }) => kind === 'new')).toHaveLength(1);
    expect(begun.filter(({ kind }) => kind === 'running')).toHaveLength(49);
  });

  test('what was settled is replayed as it was', async () => {
    await using test = await openTestStore(engine);
    const { operations } = test.store;
    const id = await beginNew(operations.begin(start));
    const outcome = { channels: [{ status: 'PUBLISHED', title: 'Ærøskøbing 🚲' }] };
    await operations.finish(id, 'one', outcome);
    expect(await operations.begin(start)).toEqual({ kind: 'replay', outcome });
  });

  test.each([{ inputHash: 'bb' }, { operation: 'saveJob' }])('a key belongs to its first input: %o conflicts', async (change) => {
    await using test = await openTestStore(engine);
    await test.store.operations.begin(start);
    expect(await test.store.operations.begin({ ...start, ...change })).toEqual({ kind: 'conflict' });
  });

  test('a key is its caller’s own', async () => {
    await using test = await openTestStore(engine);
    await test.store.operations.begin(start);
    expect(await test.store.operations.begin({ ...start, client: 'portal-y', inputHash: 'bb' })).toMatchObject({ kind: 'new' });
  });

  test('one whose lease ran out is resumed by one only, with its steps', async () => {
    await using test = await openTestStore(engine);
    const { operations } = test.store;
    const id = await beginNew(operations.begin(start));
    await operations.recordStep({ id, holder: 'one', leaseMs }, 'CSO', { phase: 'sending' });
    await operations.recordStep({ id, holder: 'one', leaseMs }, 'CSO', { phase: 'done', status: 'PUBLISHED' });
    await operations.recordStep({ id, holder: 'one', leaseMs: runsOut }, 'ICTERGEZOCHT', { phase: 'sending' });
    const begun = await Promise.all(['two', 'three', 'four'].map((holder) => operations.begin({ ...start, holder })));
    const resumed = begun.filter((one) => one.kind === 'resume');
    expect(resumed).toEqual([{ kind: 'resume', id, steps: new Map([['CSO', { phase: 'done', status: 'PUBLISHED' }], ['ICTERGEZOCHT', { phase: 'sending' }]]) }]);
    expect(begun.filter(({ kind }) => kind === 'running')).toHaveLength(2);
  });

  test('a renewed lease is not taken over', async () => {
    await using test = await openTestStore(engine);
    const { operations } = test.store;
    const id = await beginNew(operations.begin({ ...start, leaseMs: runsOut }));
    expect(await operations.renewLease({ id, holder: 'one', leaseMs })).toBe(true);
    expect(await operations.begin({ ...start, holder: 'two' })).toEqual({ kind: 'running' });
  });

  test('a step that is recorded renews the lease', async () => {
    await using test = await openTestStore(engine);
    const { operations } = test.store;
    const id = await beginNew(operations.begin({ ...start, leaseMs: runsOut }));
    await operations.recordStep({ id, holder: 'one', leaseMs }, 'CSO', { phase: 'sending' });
    expect(await operations.begin({ ...start, holder: 'two' })).toEqual({ kind: 'running' });
  });

  test('of a step and a takeover at once one is done', async () => {
    await using test = await openTestStore(engine);
    const { operations } = test.store;
    for (let round = 0; round < 30; round += 1) {
      const key = `K-${round}`;
      const id = await beginNew(operations.begin({ ...start, key, leaseMs: runsOut }));
      const [recorded, begun] = await Promise.all([
        operations.recordStep({ id, holder: 'one', leaseMs }, 'CSO', 'sending').then(() => true, () => false),
        operations.begin({ ...start, key, holder: 'two' }),
      ]);
      expect(begun.kind).toBe(recorded ? 'running' : 'resume');
    }
  });

  test('a process whose clock is an hour off takes over nothing that runs', async () => {
    await using test = await openTestStore(engine);
    const { operations } = test.store;
    await operations.begin(start);
    for (const hours of [1, -1]) {
      test.clock.at += hours * 3_600_000;
      expect(await operations.begin({ ...start, holder: 'two' })).toEqual({ kind: 'running' });
    }
  });

  test('who lost the lease records nothing, settles nothing and hears so', async () => {
    await using test = await openTestStore(engine);
    const { operations } = test.store;
    const id = await beginNew(operations.begin({ ...start, leaseMs: runsOut }));
    expect(await operations.begin({ ...start, holder: 'two' })).toEqual({ kind: 'resume', id, steps: new Map() });
    await expect(operations.recordStep({ id, holder: 'one', leaseMs }, 'CSO', { phase: 'sending' })).rejects.toThrow(LeaseLost);
    expect(await operations.renewLease({ id, holder: 'one', leaseMs })).toBe(false);
    await operations.finish(id, 'one', { late: true });
    expect(await operations.begin({ ...start, holder: 'three' })).toEqual({ kind: 'running' });
  });

  test('one that is let go unsettled is resumed at once', async () => {
    await using test = await openTestStore(engine);
    const { operations } = test.store;
    const id = await beginNew(operations.begin(start));
    await operations.release(id, 'one');
    expect(await operations.begin({ ...start, holder: 'two' })).toEqual({ kind: 'resume', id, steps: new Map() });
  });

  test('one that is discarded frees its key', async () => {
    await using test = await openTestStore(engine);
    const id = await beginNew(test.store.operations.begin(start));
    await test.store.operations.discard(id, 'one');
    expect(await test.store.operations.begin({ ...start, inputHash: 'bb' })).toMatchObject({ kind: 'new' });
  });

  test('a purge forgets what was settled before an instant, whenever it began', async () => {
    await using test = await openTestStore(engine);
    const { operations } = test.store;
    const old = await beginNew(operations.begin(start));
    const late = await beginNew(operations.begin({ ...start, key: 'late' }));
    await operations.recordStep({ id: old, holder: 'one', leaseMs }, 'CSO', { phase: 'done' });
    await operations.finish(old, 'one', { done: true });
    test.clock.at += 1000;
    await operations.finish(late, 'one', { done: true });
    const now = new Date(test.clock.at);
    expect(await operations.purge({ ended: now, open: now })).toBe(1);
    expect(await operations.begin(start)).toMatchObject({ kind: 'new' });
    expect(await operations.begin({ ...start, key: 'late' })).toMatchObject({ kind: 'replay' });
  });

  test('a purge forgets what nobody settled, turns among it before the rest, and nothing that runs', async () => {
    await using test = await openTestStore(engine);
    const { operations } = test.store;
    const dead = { ...start, leaseMs: runsOut };
    await operations.begin({ ...start, key: 'runs' });
    await operations.begin({ ...dead, key: 'unsettled' });
    await operations.begin({ ...dead, key: 'turn', operation: turnOperation });
    const before = new Date(test.clock.at);
    test.clock.at += 1000;
    const now = new Date(test.clock.at);
    expect(await operations.purge({ ended: now, open: before })).toBe(1);
    expect(await operations.purge({ ended: now, open: now })).toBe(1);
    expect(await operations.begin({ ...start, key: 'unsettled' })).toMatchObject({ kind: 'new' });
    expect(await operations.begin({ ...start, key: 'runs' })).toEqual({ kind: 'running' });
  });
});

async function beginNew(begun: Promise<{ readonly kind: string; readonly id?: string }>): Promise<string> {
  const { kind, id } = await begun;
  if (kind !== 'new' || id === undefined) throw new Error(`expected a new operation, not ${kind}`);
  return id;
}
