import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { jobDraft, open, references } from './draft.ts';
import { argumentsOf, CsoHarness } from './source.ts';

const cso = new CsoHarness();
const { data, switches } = cso.sandbox;
const fresh = references();
const dayMs = 24 * 60 * 60_000;
beforeAll(() => cso.start());
afterAll(() => cso.stop());
afterEach(() => {
  cso.upstream.reset();
  cso.clock.reset();
});

const onlyPublic = { username: 'sandbox-cso-2', password: 'sandbox-cso-2-password' };
const hidden = { visible: false };
/** An organisation that was made without a job that is hidden. */
const openOrganisation = data.organisations.find(({ code }) => !data.jobs.some((job) => job.organisation === code && !job.publication.visible))?.code ?? '';
const codeOf = (reference: string) => data.jobs.find(({ internalReferenceCode }) => internalReferenceCode === reference)?.code;

/** Sends a job whose answer is lost, after CSO's work or before it. */
async function lose(draft: ReturnType<typeof jobDraft>, when: 'before' | 'after', source = cso.open()): Promise<void> {
  cso.upstream.faults.add({ kind: 'reset', path: 'saveJob', when, times: 1 });
  expect(await source.post(draft)).toMatchObject({ kind: 'uncertain' });
}

describe('looking for a job that was sent', () => {
  test.each(['both', 'external', 'internal'] as const)('finds it by its reference where CSO reads that back as %s', async (savedReference) => {
    switches.savedReference = savedReference;
    const reference = fresh();
    const draft = jobDraft({ internalReferenceCode: reference });
    await lose(draft, 'after');
    expect(await cso.open().find(draft)).toEqual({ kind: 'found', upstreamId: codeOf(reference), url: null });
  });

  test('asks for the organisation’s jobs of that name, past the cache', async () => {
    const reference = fresh();
    const draft = jobDraft({ internalReferenceCode: reference, name: 'Dijkgraaf' });
    const source = cso.open({ startRowBase: 0 });
    expect(await source.find(draft)).toMatchObject({ kind: 'absent' });
    await lose(draft, 'after', source);
    cso.upstream.requests.length = 0;
    expect(await source.find(draft)).toMatchObject({ kind: 'found' });
    expect(cso.calls('getJobs').map((call) => argumentsOf(call)['filter'])).toMatchObject([{ contentFilter: { name: 'Dijkgraaf' }, organisations: [{ code: '01130' }] }]);
  });

  test('finds one that is hidden, and one that is not shown yet', async () => {
    const later = { publicationSets: [open(Date.now() + dayMs, Date.now() + 9 * dayMs)] };
    for (const changes of [hidden, later]) {
      const reference = fresh();
      const draft = jobDraft({ internalReferenceCode: reference, ...changes });
      await lose(draft, 'after');
      expect(await cso.open().find(draft)).toMatchObject({ kind: 'found', upstreamId: codeOf(reference) });
    }
  });

  test('finds one that CSO calls by another name', async () => {
    const reference = fresh();
    await lose(jobDraft({ internalReferenceCode: reference, name: 'Kantonnier' }), 'after');
    expect(await cso.open().find(jobDraft({ internalReferenceCode: reference, name: 'Wegwerker' }))).toMatchObject({ kind: 'found', upstreamId: codeOf(reference) });
  });

  test.each([0, 1] as const)('reads every page, from row %i on', async (startRowBase) => {
    switches.startRowBase = startRowBase;
    const [last] = data.jobs.filter(({ organisation }) => organisation === '01130').slice(-1);
    const draft = jobDraft({ internalReferenceCode: last?.internalReferenceCode ?? '', name: 'Een andere naam' });
    expect(await cso.open({ pageSize: 3 }).find(draft)).toMatchObject({ kind: 'found', upstreamId: last?.code });
  });

  test('says that it is not there once every job of the organisation was read', async () => {
    const draft = jobDraft({ internalReferenceCode: fresh() });
    await lose(draft, 'before');
    const source = cso.open({ pageSize: 3 });
    expect(await source.find(draft)).toEqual({ kind: 'absent' });
    const ofOrganisation = data.jobs.filter(({ organisation }) => organisation === '01130').length;
    expect(cso.count('getJobs')).toBeGreaterThanOrEqual(Math.ceil(ofOrganisation / 3));
  });

  test('takes the newest of several, and none that is known to be another; of one that is older than the sending it cannot tell', async () => {
    const reference = fresh();
    const draft = jobDraft({ internalReferenceCode: reference });
    await cso.open().post(draft);
    const first = codeOf(reference) ?? '';
    cso.clock.advance(60 * 60_000);
    const since = new Date(cso.clock.now());
    expect(await cso.open().find(draft)).toMatchObject({ upstreamId: first });
    expect(await cso.open().find(draft, { since })).toEqual({ kind: 'unknown', failure: null });
    expect(await cso.open().find(draft, { not: [first] })).toEqual({ kind: 'absent' });
    await lose(draft, 'after');
    const second = codeOf(reference) ?? '';
    expect(second).not.toBe(first);
    expect(await cso.open().find(draft)).toMatchObject({ upstreamId: second });
    expect(await cso.open().find(draft, { since })).toMatchObject({ upstreamId: second });
  });
});

test('a hidden job is absent where its organisation has none to see, but another shows that the account sees such', async () => {
  const draft = jobDraft({ internalReferenceCode: fresh(), organisationCode: openOrganisation, ...hidden });
  expect(await cso.open().find(draft)).toEqual({ kind: 'absent' });
  expect(await cso.open(onlyPublic).find(draft)).toEqual({ kind: 'unknown', failure: null });
});

describe('whether it is there is unknown', () => {
  test('where it is hidden and the account was not seen to see such jobs', async () => {
    const draft = jobDraft({ internalReferenceCode: fresh(), ...hidden });
    await lose(draft, 'after');
    expect(await cso.open(onlyPublic).find(draft)).toEqual({ kind: 'unknown', failure: null });
    expect(await cso.open().find(draft)).toMatchObject({ kind: 'found' });
  });

  test('where it is open to few and the account sees only what is open to everybody', async () => {
    const intern = [{ publications: [{ status: 'PUB.02', startsAt: new Date(Date.now() - dayMs), endsAt: new Date(Date.now() + dayMs) }] }];
    expect(await cso.open(onlyPublic).find(jobDraft({ internalReferenceCode: fresh(), publicationSets: intern }))).toEqual({ kind: 'unknown', failure: null });
    expect(await cso.open(onlyPublic).find(jobDraft({ internalReferenceCode: fresh() }))).toEqual({ kind: 'absent' });
  });

  test('where the list has more pages than are read', async () => {
    expect(await cso.open({ pageSize: 3, findPages: 1 }).find(jobDraft({ internalReferenceCode: fresh() }))).toEqual({ kind: 'unknown', failure: null });
  });

  test('where a row cannot be read, or a job of that name tells no reference', async () => {
    const draft = jobDraft({ internalReferenceCode: fresh() });
    for (const row of ['null', '{"code":"01130-1","content":{"name":"dijkinspecteur"},"features":{}}']) {
      cso.upstream.faults.add({ kind: 'wrong-json', path: 'getJobs', body: `{"result":[${row}]}` });
      expect(await cso.open({ startRowBase: 0 }).find(draft)).toEqual({ kind: 'unknown', failure: null });
      cso.upstream.faults.clear();
    }
  });

  test('while CSO cannot be asked', async () => {
    for (const path of ['getApiKey', 'getJobs', 'getJobEnumerations']) {
      cso.upstream.faults.add({ kind: 'status', status: 500, path });
      expect(await cso.open({ startRowBase: 0 }).find(jobDraft({ internalReferenceCode: fresh() }))).toMatchObject({ kind: 'unknown', failure: { code: 'UPSTREAM_UNAVAILABLE' } });
      cso.upstream.faults.clear();
    }
  });

  test('of a job without a reference, an organisation or a name, and no call is made', async () => {
    for (const changes of [{ internalReferenceCode: null }, { organisationCode: null }, { name: null }]) expect(await cso.open().find(jobDraft(changes))).toEqual({ kind: 'unknown', failure: null });
    expect(cso.upstream.requests).toEqual([]);
  });
});
