import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../../../sandbox/kit/faults.ts';
import type { CsoDataSource } from '../../../src/datasources/cso/index.ts';
import { jobDraft, references } from './draft.ts';
import { CsoHarness } from './source.ts';

const cso = new CsoHarness();
const fresh = references();
beforeAll(() => cso.start());
afterAll(() => cso.stop());
afterEach(async () => {
  cso.upstream.reset();
  await cso.upstream.start();
});

const saved = (reference: string) => cso.sandbox.data.jobs.filter(({ internalReferenceCode }) => internalReferenceCode === reference);
/** An operation that leaves a silent CSO soon. */
const hasty = (connected = cso.connect()): CsoDataSource => cso.operation(connected, { deadline: cso.clock.now() + 400 });
const uncertain = (code: string) => ({ kind: 'uncertain', failure: { source: 'CSO', code } });
const failed = (failure: object) => ({ kind: 'failed', failure: { source: 'CSO', ...failure } });

async function posted(reference: string): Promise<string> {
  const outcome = await cso.open().post(jobDraft({ internalReferenceCode: reference }));
  if (outcome.kind !== 'accepted' || outcome.upstreamId === null) throw new Error(`not posted: ${outcome.kind}`);
  cso.upstream.requests.length = 0;
  return outcome.upstreamId;
}

const faults: readonly (readonly [string, Fault, object])[] = [
  ['silence', { kind: 'hang' }, uncertain('UPSTREAM_TIMEOUT')],
  ['a cut connection', { kind: 'reset' }, uncertain('UPSTREAM_UNAVAILABLE')],
  ['500', { kind: 'status', status: 500 }, uncertain('UPSTREAM_UNAVAILABLE')],
  ['503 with Retry-After', { kind: 'status', status: 503, headers: { 'retry-after': '1' } }, uncertain('UPSTREAM_UNAVAILABLE')],
  ["a proxy's page", { kind: 'html' }, uncertain('UPSTREAM_INVALID_RESPONSE')],
  ["a proxy's 502", { kind: 'html', status: 502 }, uncertain('UPSTREAM_UNAVAILABLE')],
  ['an empty body', { kind: 'empty' }, uncertain('UPSTREAM_INVALID_RESPONSE')],
  ['JSON without a result', { kind: 'wrong-json' }, uncertain('UPSTREAM_INVALID_RESPONSE')],
];
const refusals: readonly (readonly [string, Fault, object])[] = [
  ['429 with Retry-After', { kind: 'status', status: 429, headers: { 'retry-after': '900' } }, failed({ code: 'RATE_LIMITED', upstreamStatus: 429, retryAfterSeconds: 900 })],
  ['429 without', { kind: 'status', status: 429 }, failed({ code: 'RATE_LIMITED', upstreamStatus: 429, retryAfterSeconds: null })],
  ['402', { kind: 'status', status: 402 }, failed({ code: 'UPSTREAM_ERROR', upstreamStatus: 402 })],
  ['405', { kind: 'status', status: 405 }, failed({ code: 'UPSTREAM_ERROR', upstreamStatus: 405 })],
  ['409', { kind: 'status', status: 409 }, failed({ code: 'UPSTREAM_ERROR', upstreamStatus: 409 })],
  ["a proxy's 400", { kind: 'html', status: 400 }, failed({ code: 'UPSTREAM_ERROR', upstreamStatus: 400 })],
  ["a proxy's 404", { kind: 'html', status: 404 }, failed({ code: 'UPSTREAM_ERROR', upstreamStatus: 404 })],
  ['400', { kind: 'status', status: 400, body: '{"message":"scale of 6cc9b104-e5f1-4bf0-8d2f-d979fa53c5b5"}' }, { kind: 'refused', userErrors: [{ code: 'CHANNEL_REFUSED', message: 'scale of …' }] }],
];

describe('a new job', () => {
  describe.each(['before', 'after'] as const)('struck %s CSO’s work', (when) => {
    test.each(faults)('by %s is uncertain, and not sent again', async (_name, fault, expected) => {
      const reference = fresh();
      cso.upstream.faults.add({ ...fault, when, path: 'saveJob' });
      expect(await hasty().post(jobDraft({ internalReferenceCode: reference }))).toMatchObject(expected);
      expect(cso.count('saveJob')).toBe(1);
      await expect.poll(() => saved(reference)).toHaveLength(when === 'after' ? 1 : 0);
    });
  });

  test('whose answer is cut off is uncertain, and not sent again', async () => {
    const reference = fresh();
    cso.upstream.faults.add({ kind: 'truncate', path: 'saveJob' });
    expect(await cso.open().post(jobDraft({ internalReferenceCode: reference }))).toMatchObject(uncertain('UPSTREAM_INVALID_RESPONSE'));
    expect([cso.count('saveJob'), saved(reference).length]).toEqual([1, 1]);
  });

  test.each(refusals)('that is answered %s is not done, and not sent again', async (_name, fault, expected) => {
    cso.upstream.faults.add({ ...fault, path: 'saveJob' });
    expect(await cso.open().post(jobDraft())).toMatchObject(expected);
    expect(cso.count('saveJob')).toBe(1);
  });

  test.each<[string, Fault, string]>([
    ['is silent', { kind: 'hang' }, 'UPSTREAM_TIMEOUT'],
    ['cuts the connection', { kind: 'reset' }, 'UPSTREAM_UNAVAILABLE'],
    ['answers 500', { kind: 'status', status: 500 }, 'UPSTREAM_UNAVAILABLE'],
    ['answers HTML', { kind: 'html' }, 'UPSTREAM_INVALID_RESPONSE'],
    ['refuses the account', { kind: 'status', status: 403 }, 'UPSTREAM_ERROR'],
  ])('failed, unsent, where CSO %s when asked for a key', async (_name, fault, code) => {
    cso.upstream.faults.add({ ...fault, path: 'getApiKey' });
    expect(await hasty().post(jobDraft())).toMatchObject(failed({ code }));
    expect(cso.count('saveJob')).toBe(0);
  });

  test('with a key that died is sent again with another', async () => {
    const reference = fresh();
    const connected = cso.connect();
    await cso.operation(connected).organisationByCode('01130');
    cso.sandbox.expireKey();
    expect(await cso.operation(connected).post(jobDraft({ internalReferenceCode: reference }))).toMatchObject({ kind: 'accepted' });
    expect(cso.calls('saveJob').map(({ status }) => status)).toEqual([403, 200]);
    expect(saved(reference)).toHaveLength(1);
  });

  test('with a key that died failed where no other can be had', async () => {
    const connected = cso.connect();
    await cso.operation(connected).organisationByCode('01130');
    cso.sandbox.expireKey();
    cso.upstream.faults.add({ kind: 'status', status: 500, path: 'getApiKey' });
    expect(await cso.operation(connected).post(jobDraft())).toMatchObject(failed({ code: 'UPSTREAM_UNAVAILABLE' }));
    expect(cso.calls('saveJob').map(({ status }) => status)).toEqual([403]);
  });

  test('to a CSO that cannot be reached is sent again when it can', async () => {
    const reference = fresh();
    // With a key of another process, and no connection that is still open.
    const services = cso.services();
    await cso.operation(cso.connect({}, services)).organisationByCode('01130');
    await cso.upstream.stop();
    const connected = cso.connect({}, { ...services, sleep: () => cso.upstream.start() });
    expect(await cso.operation(connected).post(jobDraft({ internalReferenceCode: reference }))).toMatchObject({ kind: 'accepted' });
    expect([cso.count('saveJob'), saved(reference).length]).toEqual([1, 1]);
  });

  test('for which our own limit has no room failed, unsent', async () => {
    const source = hasty(cso.connect({ rateLimit: { calls: 2, windowSeconds: 60 } }));
    await source.post(jobDraft({ internalReferenceCode: fresh() }));
    expect(await source.post(jobDraft())).toMatchObject(failed({ code: 'RATE_LIMITED', upstreamStatus: null }));
    expect(cso.count('saveJob')).toBe(1);
  });
});

const change = (source: CsoDataSource, code: string, reference: string) => source.change(code, jobDraft({ internalReferenceCode: reference, name: 'Anders' }));
const withdraw = (source: CsoDataSource, code: string) => source.withdraw(code);

describe.each([
  ['a changed job', 'saveJob', change, ['Anders']],
  ['a removal', 'removeJob', withdraw, []],
] as const)('%s', (_what, call, send, names) => {
  const passing = faults.filter(([, { kind, status = 200 }]) => kind === 'reset' || status >= 500);

  describe.each(['before', 'after'] as const)('struck once %s CSO’s work', (when) => {
    test.each(passing)('by %s is sent again', async (_name, fault) => {
      const reference = fresh();
      const code = await posted(reference);
      cso.upstream.faults.add({ ...fault, when, times: 1, path: call });
      expect(await send(cso.open(), code, reference)).toMatchObject({ kind: 'accepted', upstreamId: code });
      expect(cso.count(call)).toBe(2);
      expect(saved(reference).map(({ content }) => content.name)).toEqual(names);
    });
  });

  test.each(faults)('struck by %s throughout may have been done', async (_name, fault, expected) => {
    const reference = fresh();
    const code = await posted(reference);
    cso.upstream.faults.add({ ...fault, path: call });
    expect(await send(hasty(), code, reference)).toMatchObject(expected);
  });

  test.each(refusals)('that is answered %s is not done', async (_name, fault, expected) => {
    const reference = fresh();
    const code = await posted(reference);
    cso.upstream.faults.add({ ...fault, path: call });
    expect(await send(hasty(), code, reference)).toMatchObject(expected);
    expect(saved(reference).map(({ content }) => content.name)).toEqual(['Dijkinspecteur']);
  });

  test('without a key failed, unsent', async () => {
    cso.upstream.faults.add({ kind: 'html', path: 'getApiKey' });
    expect(await send(cso.open(), 'x', 'y')).toMatchObject(failed({ code: 'UPSTREAM_INVALID_RESPONSE' }));
    expect(cso.count(call)).toBe(0);
  });
});

test.each([400, 404])('what CSO says of the call for its key is not taken for its word on the job (%i), nor told to whoever posts', async (status) => {
  const code = await posted(fresh());
  const connected = cso.connect();
  cso.upstream.faults.add({ kind: 'status', status, path: 'getApiKey', body: '{"message":"getApiKey(sandbox-cso, sandbox-cso-password)"}' });
  const outcomes = [await cso.operation(connected).post(jobDraft({ internalReferenceCode: 'never-1' })), await cso.operation(connected).withdraw(code)];
  for (const outcome of outcomes) expect(outcome).toMatchObject(failed({ code: 'UPSTREAM_ERROR', upstreamStatus: status }));
  expect(JSON.stringify(outcomes)).not.toContain('sandbox-cso-password');
});
