import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkVdabConfig, type VdabConfig, vdabDefaults } from '../../../src/datasources/vdab/config.ts';
import { vdab } from '../../../src/datasources/vdab/index.ts';
import { capabilityNames } from '../../../src/domain/capabilities.ts';
import { failureOf, lastRequest, lines, services, someVacancies, startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());
beforeEach(() => world.reset());

function id(): string {
  return someVacancies(world, 1)[0]?.id ?? '';
}

describe('the key', () => {
  it('goes with every call, and nothing else does that VDAB did not ask for', async () => {
    await world.key().operation().vacancyById(id());
    const { headers } = lastRequest(world);
    expect(headers).toMatchObject({ 'x-ibm-client-id': 'sandbox-vdab-client-id', accept: 'application/json' });
    expect(headers).not.toHaveProperty('authorization');
    expect(headers).not.toHaveProperty('cookie');
  });

  it('that VDAB does not know is told as a refusal, once, without the key', async () => {
    const failure = await failureOf(world.key({ clientId: 'wrong-key' }).operation().vacancyById(id()));
    expect(failure).toMatchObject({ code: 'UPSTREAM_ERROR', upstreamStatus: 401, message: 'The upstream refused the call with 401.' });
    expect(lines(world)).toHaveLength(1);
  });

  it.each([true, false])('has a bearer token beside it where that is configured, and VDAB wants it: %s', async (requireBearer) => {
    world.vdab.switches.requireBearer = requireBearer;
    const bearer = world.key({ bearerToken: world.vdab.switches.bearerToken });
    expect((await bearer.operation().vacancyById(id())).value?.sourceId).toBe(id());
    expect(lastRequest(world).headers.authorization).toBe(`Bearer ${world.vdab.switches.bearerToken}`);
  });

  it('alone is refused by a VDAB that wants a bearer token', async () => {
    world.vdab.switches.requireBearer = true;
    expect(await failureOf(world.key().operation().vacancyById(id()))).toMatchObject({ upstreamStatus: 401 });
  });
});

describe('a base URL', () => {
  it('is taken with and without its closing slash, and with other paths below it', async () => {
    const bare = world.key({ baseUrl: world.upstream.baseUrl.replace(/\/$/, '') });
    expect((await bare.operation().vacancyById(id())).value).not.toBeNull();
    const deeper = world.key({ baseUrl: `${world.upstream.baseUrl}v2/`, vacanciesPath: 'vacatures' });
    expect((await deeper.operation().vacancyById(id())).value).not.toBeNull();
    expect(lines(world)).toEqual([`GET v2/vacatures/${id()}`, `GET v2/vacatures/${id()}`]);
  });
});

describe('a rate limit', () => {
  it('that is configured is kept: what does not fit is refused without a call', async () => {
    const limited = world.key({ rateLimit: { requests: 2, windowSeconds: 60 } });
    const [first, second, third] = someVacancies(world, 3);
    await limited.operation().vacancyById(first?.id ?? '');
    await limited.operation().vacancyById(second?.id ?? '');
    expect(limited.shared.client.limit()).toMatchObject({ limit: 2, remaining: 0, windowSeconds: 60 });
    const failure = await failureOf(limited.operation({ deadline: world.clock.now() + 50 }).vacancyById(third?.id ?? ''));
    expect(failure).toMatchObject({ code: 'RATE_LIMITED', retryAfterSeconds: expect.any(Number), upstreamStatus: null });
    expect(lines(world)).toHaveLength(2);
  });

  it('is none where none is known', () => {
    expect(world.key().shared.client.limit()).toBeNull();
  });
});

describe('the door', () => {
  it('opens one operation after another on one key', async () => {
    const config = { ...vdabDefaults, baseUrl: world.upstream.baseUrl, clientId: world.vdab.switches.clientId };
    const connected = vdab.connect(config, services(world.clock, []));
    const open = () => connected.open({ signal: new AbortController().signal, deadline: world.clock.now() + 5000 });
    expect((await open().vacancyById?.(id(), new Set()))?.value?.sourceId).toBe(id());
    await open().vacancyById?.(id(), new Set());
    expect(lines(world)).toHaveLength(1);
    expect(connected.healthy()).toBe(true);
    expect(connected.rateLimit()).toBeNull();
    const source = open();
    const abilities = Object.entries(capabilityNames).flatMap(([method, name]) => (method in source ? [name] : []));
    expect(abilities).toEqual(['vacancies.byIds', 'vacancies.search', 'vacancies.snapshot', 'vacancies.changes', 'candidates.byIds', 'candidates.search', 'candidates.changes', 'organisations.list']);
    await connected.close();
    expect(await failureOf(open().candidateById?.(world.vdab.data.candidates[0]?.id ?? '', new Set()) ?? Promise.resolve())).toMatchObject({ code: 'UPSTREAM_UNAVAILABLE' });
  });

  it('names VDAB as the source of its data', () => {
    expect(vdab.profile).toMatchObject({ source: 'VDAB', name: 'VDAB', attribution: 'Bron: VDAB', mayRepublish: true });
  });
});

describe('a configuration is refused at once', () => {
  it.each<[keyof VdabConfig, Partial<VdabConfig>]>([
    ['clientId', { clientId: '' }],
    ['clientId', { clientId: 'a\r\nb: c' }],
    ['bearerToken', { bearerToken: 'two words' }],
    ['multiFetchProperty', { multiFetchProperty: '' }],
    ['multiFetchSize', { multiFetchSize: 0 }],
    ['multiFetchSize', { multiFetchSize: 1.5 }],
    ['bulkWindowDays', { bulkWindowDays: 0 }],
    ['bulkWindowDays', { bulkWindowDays: Number.NaN }],
    ['maxListFields', { maxListFields: 0 }],
    ['initialPageSize', { initialPageSize: -1 }],
  ])('for its %s: %j', (setting, wrong) => {
    expect(() => checkVdabConfig({ ...vdabDefaults, clientId: 'key', ...wrong })).toThrow(`VDAB: ${setting} is to be`);
  });

  it('and taken where nothing is wrong with it', () => {
    expect(() => checkVdabConfig({ ...vdabDefaults, clientId: 'key', bearerToken: 'token', initialPageSize: 500, maxListFields: 3 })).not.toThrow();
  });
});
