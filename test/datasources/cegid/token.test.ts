import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { anyVacancy } from '../../../src/domain/vacancy-filter.ts';
import type { CegidDataSource } from '../../../src/datasources/cegid/index.ts';
import { memoryStore, type SharedStore } from '../../../src/http/shared.ts';
import { page, rejection, Site } from './site.ts';

const site = new Site();
beforeAll(() => site.upstream.start());
afterEach(() => site.reset());
afterAll(() => site.stop());

/** Calls that nothing but the token has in common. */
async function read(source: CegidDataSource, offset: number): Promise<number> {
  const plan = await source.planVacancies(anyVacancy, 'SOURCE_ORDER');
  return (await plan.read(page(offset, 1))).rows.length;
}

describe('the token', () => {
  test('is one for two hundred concurrent first calls', async () => {
    const upstream = site.connect();
    const counts = await Promise.all(Array.from({ length: 200 }, (_, offset) => read(site.operation(upstream), offset)));
    expect(counts).toEqual(Array.from({ length: 200 }, () => 1));
    expect(site.tokens()).toBe(1);
    expect(site.upstream.count('GET', /vacancies$/)).toBe(200);
  });

  test('is asked for with a secret whose +, /, = and & are encoded', async () => {
    await read(site.open(), 0);
    const [request] = site.upstream.requests;
    expect(request?.body).toBe('client_id=sandbox-cegid&client_secret=sandbox%2Bcegid%2Fsecret%3D%261&grant_type=client_credentials&scope=MatchingIndexation');
    expect(request?.headers).toMatchObject({ 'content-type': 'application/x-www-form-urlencoded' });
  });

  test('is sent as the document writes it', async () => {
    await read(site.open(), 0);
    expect(site.upstream.requests.at(-1)?.headers.authorization).toMatch(/^bearer \w{69}$/);
  });

  test('is replaced a minute before it ends, once, and no call fails', async () => {
    const upstream = site.connect();
    await read(site.operation(upstream), 0);
    site.clock.advance(1_130_000);
    await read(site.operation(upstream), 1);
    expect(site.tokens()).toBe(1);
    site.clock.advance(15_000);
    await Promise.all([2, 3, 4].map((offset) => read(site.operation(upstream), offset)));
    await expect.poll(() => site.tokens()).toBe(2);
    site.clock.advance(60_000);
    await read(site.operation(upstream), 5);
    expect(site.upstream.requests.map(({ status }) => status).filter((status) => status !== 200)).toEqual([]);
    expect(site.tokens()).toBe(2);
  });

  test('that dies early costs one renewal and one repeat for all calls that met it', async () => {
    const upstream = site.connect();
    await read(site.operation(upstream), 0);
    site.sandbox.expireTokens();
    site.upstream.requests.length = 0;
    await Promise.all([1, 2, 3].map((offset) => read(site.operation(upstream), offset)));
    expect(site.tokens()).toBe(1);
    const statuses = site.upstream.requests.filter(({ path }) => path !== '/api/token').map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 200, 200, 401, 401, 401]);
  });

  test('that is refused after its renewal too is a failure, not a loop', async () => {
    site.upstream.faults.add({ kind: 'status', status: 401, path: 'vacancies' });
    expect(await rejection(read(site.open(), 0))).toMatchObject({ name: 'SourceFailure', source: 'CEGID', code: 'UPSTREAM_ERROR', upstreamStatus: 401 });
    expect(site.tokens()).toBe(2);
    expect(site.asked()).toHaveLength(2);
  });

  test('is shared by replicas', async () => {
    const shared = memoryStore(() => site.clock.now());
    const replicas = [site.connect({}, site.services(shared)), site.connect({}, site.services(shared))];
    await Promise.all(replicas.map((replica, offset) => read(site.operation(replica), offset)));
    expect(site.tokens()).toBe(1);
  });

  test('that dies early with every other of the site is renewed, also where another replica left one of those', async () => {
    let kept = memoryStore(() => site.clock.now());
    const shared: SharedStore = { get: (key) => kept.get(key), set: (...entry) => kept.set(...entry), delete: (key) => kept.delete(key), lock: (...turn) => kept.lock(...turn) };
    const [one, two] = [site.connect({}, site.services(shared)), site.connect({}, site.services(shared))];
    await read(site.operation(one), 0);
    // What they share restarted with nothing kept.
    kept = memoryStore(() => site.clock.now());
    await read(site.operation(two), 1);
    site.sandbox.expireTokens();
    expect(await read(site.operation(one), 2)).toBe(1);
    expect(site.tokens()).toBe(3);
  });

  test('that is refused to a wrong secret is told without the secret', async () => {
    const error = await rejection(read(site.open({ clientSecret: 'geheim+van/iemand' }), 0));
    expect(error).toMatchObject({ code: 'UPSTREAM_ERROR', upstreamStatus: 401 });
    expect(JSON.stringify(error) + String(error)).not.toContain('geheim');
    expect(site.asked()).toEqual([]);
  });

  test('that a site has no path for does not read as though the things themselves were not there', async () => {
    site.upstream.faults.add({ kind: 'status', status: 404, method: 'POST', path: 'token' });
    const source = site.open();
    for (const ask of [() => source.enumerationValue('countries', 'x'), () => source.unsubscribeWebhook('hook-1')]) {
      expect(await rejection(ask())).toMatchObject({ code: 'UPSTREAM_ERROR', upstreamStatus: 404 });
    }
    site.upstream.faults.clear();
    expect(site.asked()).toEqual([]);
  });

  test('may live as short as a site likes', async () => {
    site.sandbox.switches.tokenSeconds = 30;
    const upstream = site.connect();
    await read(site.operation(upstream), 0);
    site.clock.advance(31_000);
    await read(site.operation(upstream), 1);
    expect(site.tokens()).toBe(2);
    expect(site.upstream.requests.every(({ status }) => status === 200)).toBe(true);
  });
});
