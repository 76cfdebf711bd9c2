import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../../sandbox/kit/faults.ts';
import { anyVacancy } from '../../../src/domain/vacancy-filter.ts';
import type { CegidDataSource } from '../../../src/datasources/cegid/index.ts';
import { page, rejection, Site } from './site.ts';

const site = new Site();
const { switches } = site.sandbox;
beforeAll(() => site.upstream.start());
afterEach(() => site.reset());
afterAll(() => site.stop());

async function read(source: CegidDataSource) {
  return (await source.planVacancies(anyVacancy, 'SOURCE_ORDER')).read(page(0, 20));
}

describe.each(['json-array', 'zip'] as const)('a site that fails in the middle of %s', (exportFormat) => {
  test.each<[string, Fault, string]>([
    ['answers 500', { kind: 'status', status: 500 }, 'UPSTREAM_UNAVAILABLE'],
    ['answers 429', { kind: 'status', status: 429, headers: { 'retry-after': '40' } }, 'RATE_LIMITED'],
    ['cuts the connection', { kind: 'reset' }, 'UPSTREAM_UNAVAILABLE'],
    ['cuts its answer off', { kind: 'truncate' }, 'UPSTREAM_INVALID_RESPONSE'],
    ['answers HTML', { kind: 'html' }, 'UPSTREAM_INVALID_RESPONSE'],
    ['answers nothing', { kind: 'empty' }, 'UPSTREAM_INVALID_RESPONSE'],
    ['answers JSON of another shape', { kind: 'wrong-json' }, 'UPSTREAM_INVALID_RESPONSE'],
  ])('and %s is told so', async (_case, fault, code) => {
    switches.exportFormat = exportFormat;
    site.upstream.faults.add({ ...fault, path: 'vacancies' });
    expect(await rejection(read(site.open()))).toMatchObject({ name: 'SourceFailure', source: 'CEGID', code });
  });

  test('and hangs is left at the deadline', async () => {
    switches.exportFormat = exportFormat;
    site.upstream.faults.add({ kind: 'hang', path: 'vacancies' });
    const source = site.operation(site.connect(), { deadline: site.clock.now() + 300 });
    expect(await rejection(read(source))).toMatchObject({ code: 'UPSTREAM_TIMEOUT' });
  });

  test('once is asked again', async () => {
    switches.exportFormat = exportFormat;
    site.upstream.faults.add({ kind: 'truncate', path: 'vacancies', times: 1 });
    expect((await read(site.open())).rows).toHaveLength(20);
    expect(site.asked()).toHaveLength(2);
  });
});

describe('a site', () => {
  test('that gives no token is told by what it did', async () => {
    site.upstream.faults.add({ kind: 'html', path: 'token' });
    expect(await rejection(read(site.open()))).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
    site.upstream.faults.clear();
    site.upstream.faults.add({ kind: 'wrong-json', path: 'token', body: '{"token":"x"}' });
    expect(await rejection(read(site.open()))).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE', message: expect.stringContaining('access_token') });
  });

  test('that is gone is unreachable, and after a few calls left alone', async () => {
    await site.upstream.stop();
    const upstream = site.connect();
    expect(await rejection(read(site.operation(upstream)))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
    expect(upstream.healthy()).toBe(true);
    for (let call = 0; call < 5; call += 1) await rejection(read(site.operation(upstream)));
    expect(upstream.healthy()).toBe(false);
    expect(await rejection(read(site.operation(upstream)))).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE', retryAfterSeconds: expect.any(Number) });
    await site.upstream.start();
  });

  test('is left by a caller that leaves', async () => {
    site.upstream.faults.add({ kind: 'hang', path: 'vacancies' });
    const caller = new AbortController();
    const reading = rejection(read(site.operation(site.connect(), { signal: caller.signal })));
    await expect.poll(() => site.asked()).toHaveLength(1);
    caller.abort();
    expect(await reading).toMatchObject({ name: 'SourceFailure' });
    expect(site.asked()).toHaveLength(1);
  });
});
