import { describe, expect, test } from 'vitest';
import type { CandidateRead } from '../../src/store/candidate-reads.ts';
import { storeEngines } from './engines.ts';
import { openTestStore, startAt } from './open.ts';

const read: CandidateRead = { client: 'recruiter', rootField: 'candidates', purpose: 'vacature R-1', candidateIds: ['vdab:candidate:1', 'vdab:candidate:2'] };

describe.each(storeEngines)('the log of reads of candidates on $engine', (engine) => {
  test('is read back the newest first, of everybody or of one candidate', async () => {
    await using test = await openTestStore(engine);
    const { candidateReads } = test.store;
    await candidateReads.record([read]);
    test.clock.at += 1000;
    await candidateReads.record([{ ...read, rootField: 'candidate', purpose: null, candidateIds: ['vdab:candidate:2'] }, { ...read, rootField: '_entities', candidateIds: [] }]);
    const all = await candidateReads.page({ candidateId: null, first: 2, after: null });
    expect(all).toMatchObject({ more: true, rows: [{ at: new Date(startAt + 1000) }, { at: new Date(startAt + 1000) }] });
    const last = all.rows.at(-1);
    expect(await candidateReads.page({ candidateId: null, first: 2, after: { at: startAt + 1000, id: String(last?.id) } })).toMatchObject({ more: false, rows: [{ ...read, at: new Date(startAt) }] });
    expect((await candidateReads.page({ candidateId: 'vdab:candidate:2', first: 5, after: null })).rows.map(({ rootField }) => rootField)).toEqual(['candidate', 'candidates']);
    expect([await candidateReads.count(null), await candidateReads.count('vdab:candidate:1'), await candidateReads.count('vdab:candidate:3')]).toEqual([3, 1, 0]);
  });

  test('keeps a read of very many whole, in several rows', async () => {
    await using test = await openTestStore(engine);
    const { candidateReads } = test.store;
    const candidateIds = Array.from({ length: 1201 }, (_, index) => `vdab:candidate:${index}`);
    await candidateReads.record([{ ...read, candidateIds }]);
    const { rows } = await candidateReads.page({ candidateId: null, first: 5, after: null });
    expect(rows.map((row) => row.candidateIds.length).toSorted()).toEqual([201, 500, 500]);
    expect(rows.flatMap((row) => row.candidateIds).toSorted()).toEqual(candidateIds.toSorted());
  });

  test('forgets what is older than it is kept, and what it was found by', async () => {
    await using test = await openTestStore(engine);
    const { candidateReads } = test.store;
    await candidateReads.record([read]);
    test.clock.at += 1000;
    await candidateReads.record([read]);
    expect(await candidateReads.purge(new Date(startAt + 1000))).toBe(1);
    expect([await candidateReads.count(null), await candidateReads.count('vdab:candidate:1')]).toEqual([1, 1]);
  });
});
