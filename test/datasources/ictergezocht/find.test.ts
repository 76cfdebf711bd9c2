import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Board } from './board.ts';
import { vacancyDraft } from './draft.ts';

/** With several pages of insights. */
const board = new Board(undefined, 1);
const { switches, data } = board.sandbox;
const dayMs = 24 * 60 * 60_000;
beforeAll(() => board.upstream.start());
afterEach(() => board.reset());
afterAll(() => board.stop());

const known = data.vacancies.filter(({ account, deletedMs }) => account === 'A' && deletedMs === undefined);
const referenceOf = (index: number): string => known.at(index)?.payload.referenceNumber ?? '';

describe('looking for a vacancy', () => {
  test('finds its reference number on any page of the insights', async () => {
    expect(known.length).toBeGreaterThan(50);
    for (const index of [0, 49, 50, -1]) {
      expect(await board.open().find(vacancyDraft({ referenceNumber: referenceOf(index) }))).toEqual({ kind: 'found', upstreamId: String(known.at(index)?.vacancyId), url: null });
    }
  });

  test('that arrived without an answer finds it, past every cache', async () => {
    const source = board.open();
    const draft = vacancyDraft({ referenceNumber: 'lost-1' });
    expect(await source.find(draft)).toEqual({ kind: 'absent' });
    board.upstream.faults.add({ kind: 'reset', method: 'POST', when: 'after' });
    expect(await source.post(draft)).toMatchObject({ kind: 'uncertain' });
    expect(await source.find(draft)).toMatchObject({ kind: 'found', upstreamId: String(data.vacancies.at(-1)?.vacancyId) });
  });

  test('that did not arrive reads every page before it says so', async () => {
    expect(await board.open().find(vacancyDraft({ referenceNumber: 'never' }))).toEqual({ kind: 'absent' });
    const ofAccount = data.vacancies.filter(({ account }) => account === 'A').length;
    expect(board.asked()).toHaveLength(Math.ceil(ofAccount / 50));
  });

  test('in insights that lag says absent, and posting again says that it is there', async () => {
    switches.insightLagMs = 60_000;
    const draft = vacancyDraft({ referenceNumber: 'late-1' });
    const source = board.open();
    board.upstream.faults.add({ kind: 'status', status: 500, method: 'POST', when: 'after', times: 1 });
    expect(await source.post(draft)).toMatchObject({ kind: 'uncertain' });
    expect(await source.find(draft)).toEqual({ kind: 'absent' });
    expect(await source.post(draft)).toMatchObject({ kind: 'refused', userErrors: [{ code: 'DUPLICATE' }] });
    board.clock.advance(61_000);
    expect(await board.open().find(draft)).toMatchObject({ kind: 'found' });
  });

  test('takes the newest of several, and not one that is known to be another', async () => {
    const referenceNumber = 'again-1';
    const first = await board.posted(referenceNumber);
    await board.open().withdraw(first);
    const draft = vacancyDraft({ referenceNumber });
    expect(await board.open().find(draft, { not: [first] })).toEqual({ kind: 'absent' });
    const second = await board.posted(referenceNumber);
    expect(await board.open().find(draft)).toMatchObject({ upstreamId: second });
    expect(await board.open().find(draft, { not: [second] })).toMatchObject({ upstreamId: first });
  });

  test('passes over one that was published days before it was sent', async () => {
    const referenceNumber = 'before-1';
    const id = await board.posted(referenceNumber);
    const now = board.clock.now();
    const draft = vacancyDraft({ referenceNumber });
    expect(await board.open().find(draft, { since: new Date(now) })).toMatchObject({ upstreamId: id });
    expect(await board.open().find(draft, { since: new Date(now + 3 * dayMs) })).toEqual({ kind: 'absent' });
  });

  test('is unknown while the insights cannot be read, or a part of them', async () => {
    const draft = vacancyDraft({ referenceNumber: 'never' });
    board.upstream.faults.add({ kind: 'status', status: 403 });
    expect(await board.open().find(draft)).toMatchObject({ kind: 'unknown', failure: { code: 'UPSTREAM_ERROR', upstreamStatus: 403 } });
    board.upstream.faults.clear();
    board.upstream.faults.add({ kind: 'wrong-json', body: '{"rel":{},"items":[{"vacancyId":"x","referenceNumber":"never"},7]}' });
    expect(await board.open().find(draft)).toEqual({ kind: 'unknown', failure: null });
  });

  test('is unknown where the list has more pages than are read', async () => {
    expect(await board.open({ maxPages: 1 }).find(vacancyDraft({ referenceNumber: 'never' }))).toMatchObject({ kind: 'unknown', failure: { code: 'UPSTREAM_INVALID_RESPONSE' } });
  });

  test('is unknown where the next page is elsewhere, which is not asked', async () => {
    switches.relNextOrigin = 'http://192.0.2.1';
    expect(await board.open().find(vacancyDraft({ referenceNumber: referenceOf(-1) }))).toMatchObject({ kind: 'unknown', failure: { code: 'UPSTREAM_INVALID_RESPONSE' } });
    expect(board.asked()).toHaveLength(1);
  });

  test('without a reference number is unknown without a call', async () => {
    expect(await board.open().find(vacancyDraft({ referenceNumber: null }))).toEqual({ kind: 'unknown', failure: null });
    expect(board.asked()).toEqual([]);
  });
});
