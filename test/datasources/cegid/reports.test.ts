import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../../sandbox/kit/faults.ts';
import type { IndexingItem, IndexingReport } from '../../../src/domain/indexing.ts';
import { Site } from './site.ts';

const site = new Site();
const accepted = site.sandbox.reports;
beforeAll(() => site.upstream.start());
afterEach(() => site.reset());
afterAll(() => site.stop());

const createdAt = new Date('2026-11-01T08:00:00.750Z');
const updatedAt = new Date('2026-11-20T09:30:00Z');
const item = (id: string, changes: Partial<IndexingItem> = {}): IndexingItem => ({ id, createdAt, updatedAt, status: 'SUCCESS', messages: [], ...changes });
const many = (count: number): IndexingReport => ({ of: 'VACANCIES', items: Array.from({ length: count }, (_, index) => item(`ref-${index}`)) });
const calls = () => site.upstream.count('POST', /reports$/);

describe('a report', () => {
  test('is sent as the site takes it, messages as texts', async () => {
    const before = accepted.length;
    const items = [item('ans@example.org'), item('piet@example.org', { status: 'ERROR', messages: ['No CV.', 'No name.'] }), item('jo@example.org', { status: 'ERROR' })];
    expect(await site.open().reportIndexing({ of: 'CANDIDATES', items })).toEqual({ acceptedItems: 3, rejectedItems: 0, userErrors: [], failure: null });
    const dates = { date: '2026-11-01T08:00:00Z', lastUpdateDate: '2026-11-20T09:30:00Z' };
    expect(accepted.slice(before)).toEqual([
      {
        reportType: 'candidates',
        items: [
          { id: 'ans@example.org', ...dates, status: 'success' },
          { id: 'piet@example.org', ...dates, status: 'error', messages: ['No CV.', 'No name.'] },
          { id: 'jo@example.org', ...dates, status: 'error' },
        ],
      },
    ]);
  });

  test('of vacancies goes a hundred items a call, or as many as is configured', async () => {
    const before = accepted.length;
    expect(await site.open().reportIndexing(many(201))).toMatchObject({ acceptedItems: 201 });
    expect(accepted.slice(before).map(({ reportType, items }) => [reportType, items.length])).toEqual([
      ['vacancies', 100],
      ['vacancies', 100],
      ['vacancies', 1],
    ]);
    await site.open({ reportItems: 150 }).reportIndexing(many(201));
    expect(accepted.slice(before + 3).map(({ items }) => items.length)).toEqual([150, 51]);
    expect(site.tokens()).toBe(2);
  });

  test('that the document rules out is refused whole, with every reason, unsent', async () => {
    const outcome = await site.open().reportIndexing({ of: 'VACANCIES', items: [item('a'), item(' '), item('b', { messages: ['fine'] })] });
    expect(outcome).toMatchObject({ acceptedItems: 0, rejectedItems: 3, failure: null, userErrors: [{ code: 'REQUIRED', path: ['items', '1', 'id'] }, { code: 'CONFLICT', path: ['items', '2', 'messages'] }] });
    expect(await site.open().reportIndexing({ of: 'VACANCIES', items: [] })).toMatchObject({ rejectedItems: 0, userErrors: [{ code: 'REQUIRED', path: ['items'] }] });
    expect(site.upstream.requests).toEqual([]);
  });

  test('of which the site refuses a part loses that part only', async () => {
    site.upstream.faults.add({ kind: 'status', status: 400, path: 'reports', times: 1, body: '{"code":"BadRequest","message":"items[3].id is unknown"}' });
    const outcome = await site.open({ reportItems: 10 }).reportIndexing(many(21));
    expect(outcome).toMatchObject({ acceptedItems: 11, rejectedItems: 10, failure: null, userErrors: [{ code: 'CHANNEL_REFUSED', path: ['items'], message: expect.stringMatching(/Items 0 to 9 .*items\[3\]\.id is unknown/) }] });
  });

  test('of one item that is refused names it', async () => {
    site.upstream.faults.add({ kind: 'status', status: 422, path: 'reports', body: '' });
    expect(await site.open({ reportItems: 1 }).reportIndexing(many(2))).toMatchObject({ rejectedItems: 2, userErrors: [{ path: ['items', '0'] }, { path: ['items', '1'] }] });
  });

  describe.each(['before', 'after'] as const)('struck %s the site’s work', (when) => {
    test.each<[string, Fault, string]>([
      ['silence', { kind: 'hang' }, 'UPSTREAM_TIMEOUT'],
      ['a cut connection', { kind: 'reset' }, 'UPSTREAM_UNAVAILABLE'],
      ['500', { kind: 'status', status: 500 }, 'UPSTREAM_UNAVAILABLE'],
      ['429', { kind: 'status', status: 429, headers: { 'retry-after': '5' } }, 'RATE_LIMITED'],
      ["a proxy's page", { kind: 'html' }, 'UPSTREAM_INVALID_RESPONSE'],
      ['402', { kind: 'status', status: 402 }, 'UPSTREAM_ERROR'],
      ['409', { kind: 'status', status: 409 }, 'UPSTREAM_ERROR'],
    ])('by %s is not sent again, and the rest is not sent', async (_name, fault, code) => {
      const source = site.operation(site.connect({ reportItems: 10 }), { deadline: site.clock.now() + 400 });
      site.upstream.faults.add({ kind: 'latency', ms: 0, path: 'reports', times: 1 }, { ...fault, path: 'reports', when });
      expect(await source.reportIndexing(many(30))).toMatchObject({ acceptedItems: 10, rejectedItems: 0, failure: { source: 'CEGID', code } });
      expect(calls()).toBe(2);
    });
  });

  test('that is answered with nothing is accepted: what it answers is unsaid', async () => {
    site.upstream.faults.add({ kind: 'empty', path: 'reports', when: 'after' });
    expect(await site.open().reportIndexing(many(1))).toMatchObject({ acceptedItems: 1, failure: null });
  });

  test('with a token that ended is sent again with another', async () => {
    const upstream = site.connect();
    await site.operation(upstream).reportIndexing(many(1));
    site.sandbox.expireTokens();
    const before = accepted.length;
    expect(await site.operation(upstream).reportIndexing(many(2))).toMatchObject({ acceptedItems: 2 });
    expect(accepted.length - before).toBe(1);
  });

  test('to a site that cannot be reached is sent when it can', async () => {
    await site.upstream.stop();
    const services = site.services();
    const token = site.upstream.start().then(() => site.operation(site.connect({}, services)).reportIndexing(many(1)));
    await token;
    await site.upstream.stop();
    const before = accepted.length;
    const upstream = site.connect({}, { ...services, sleep: () => site.upstream.start() });
    expect(await site.operation(upstream).reportIndexing(many(1))).toMatchObject({ acceptedItems: 1 });
    expect(accepted.length - before).toBe(1);
  });
});
