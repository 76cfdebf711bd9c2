import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { anyVacancy } from '../../../src/domain/vacancy-filter.ts';
import type { CsoDataSource } from '../../../src/datasources/cso/index.ts';
import { jobDraft, open, references } from './draft.ts';
import { argumentsOf, CsoHarness } from './source.ts';

const cso = new CsoHarness();
const { data, switches } = cso.sandbox;
const fresh = references();
beforeAll(() => cso.start());
afterAll(() => cso.stop());
afterEach(() => cso.upstream.reset());

const title = new Set(['title'] as const);
const saved = (reference: string) => data.jobs.filter(({ internalReferenceCode }) => internalReferenceCode === reference);

async function posted(source: CsoDataSource, reference = fresh()): Promise<string> {
  const outcome = await source.post(jobDraft({ internalReferenceCode: reference }));
  if (outcome.kind !== 'accepted' || outcome.upstreamId === null) throw new Error(`not posted: ${JSON.stringify(outcome)}`);
  return outcome.upstreamId;
}

describe('a job', () => {
  test('is saved in one call and a key, under the code that CSO gives it', async () => {
    const reference = fresh();
    const outcome = await cso.open().post(jobDraft({ internalReferenceCode: reference }));
    const [job] = saved(reference);
    expect(outcome).toEqual({ kind: 'accepted', upstreamId: job?.code, url: null, raw: { result: job?.code }, upstreamStatus: 200 });
    expect(job).toMatchObject({ organisation: '01130', content: { name: 'Dijkinspecteur' }, features: { location: { city: 'Utrecht', postcode: '3511AA' } }, publication: { visible: true } });
    expect(cso.upstream.requests.map(({ path }) => path.split('/').at(-1))).toEqual(['getApiKey.json', 'saveJob.json']);
    expect(argumentsOf(cso.calls('saveJob')[0])).toMatchObject({ apiKey: cso.sandbox.liveKey(), job: { __TYPE__: 'RemoteJob' } });
  });

  test('is saved with the moments that were stated, to the second', async () => {
    const reference = fresh();
    const from = Date.parse('2026-12-01T08:00:00Z');
    await cso.open().post(jobDraft({ internalReferenceCode: reference, publicationSets: [open(from, from + 1_000_000)] }));
    expect(saved(reference)[0]?.publication.sets[0]?.phases).toEqual([{ status: 'PUB.06', startMs: from, endMs: from + 1_000_000 }]);
  });

  test('is saved where CSO answers with a job, or with the counts of its document, which are kept as they came', async () => {
    const reference = fresh();
    switches.saveJobAnswer = 'job';
    expect(await cso.open().post(jobDraft({ internalReferenceCode: reference }))).toMatchObject({ kind: 'accepted', upstreamId: saved(reference)[0]?.code, raw: { result: { code: saved(reference)[0]?.code } } });
    switches.saveJobAnswer = 'counts';
    expect(await cso.open().post(jobDraft({ internalReferenceCode: fresh() }))).toMatchObject({ kind: 'accepted', upstreamId: null, raw: { result: expect.arrayContaining([expect.objectContaining({ jobSearchCount: expect.any(Number) })]) } });
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['a word', 'OK'],
    ['a truth', true],
    ['nothing documented', { what: ['ever'] }],
  ])('that is answered 200 with %s is accepted, without a code', async (_name, result) => {
    cso.upstream.faults.add({ kind: 'wrong-json', path: 'saveJob', body: JSON.stringify({ result }) });
    expect(await cso.open().post(jobDraft())).toEqual({ kind: 'accepted', upstreamId: null, url: null, raw: { result }, upstreamStatus: 200 });
  });

  test('is changed in its place, and removed', async () => {
    const source = cso.open();
    const reference = fresh();
    const code = await posted(source, reference);
    expect(await source.change(code, jobDraft({ internalReferenceCode: reference, name: 'Sluiswachter' }))).toMatchObject({ kind: 'accepted', upstreamId: code });
    expect(saved(reference).map((job) => [job.code, job.content.name])).toEqual([[code, 'Sluiswachter']]);
    expect(await source.withdraw(code)).toEqual({ kind: 'accepted', upstreamId: code, url: null, raw: { result: code }, upstreamStatus: 200 });
    expect(saved(reference)).toEqual([]);
  });

  test('keeps its code where CSO does not repeat it', async () => {
    const source = cso.open();
    const code = await posted(source);
    switches.saveJobAnswer = 'counts';
    expect(await source.change(code, jobDraft())).toMatchObject({ kind: 'accepted', upstreamId: code });
  });

  test('that is new is new whatever extra says', async () => {
    const source = cso.open();
    const reference = fresh();
    const code = await posted(source, reference);
    const other = fresh();
    expect(await source.post(jobDraft({ internalReferenceCode: other, extra: { code, externalReferenceCode: 'E-1' } }))).toMatchObject({ kind: 'accepted', upstreamId: expect.not.stringMatching(code) });
    expect([saved(reference).length, saved(other)[0]?.externalReferenceCode]).toEqual([1, 'E-1']);
  });

  test('that is gone already counts as removed, and cannot be changed', async () => {
    const source = cso.open();
    expect(await source.withdraw('01130-999999999999')).toMatchObject({ kind: 'accepted', upstreamId: '01130-999999999999', upstreamStatus: 404 });
    expect(await source.change('01130-999999999999', jobDraft())).toMatchObject({ kind: 'refused', userErrors: [{ code: 'CHANNEL_REFUSED', message: expect.stringContaining('01130-999999999999') }], upstreamStatus: 400 });
  });

  test('that CSO does not take is refused in its words, all of them', async () => {
    const outcome = await cso.open().post(jobDraft({ city: null, postcode: null, hoursMax: null }));
    expect(outcome).toMatchObject({ kind: 'refused', upstreamStatus: 400, userErrors: [{ code: 'CHANNEL_REFUSED', severity: 'ERROR', path: [] }] });
    const [error] = outcome.kind === 'refused' ? outcome.userErrors : [];
    for (const part of ['features.location.city', 'features.location.postcode', 'hoursMax']) expect(error?.message).toContain(part);
  });

  test('of an account without the right fails, and tells nothing of the account', async () => {
    const source = cso.open({ username: 'sandbox-cso-2', password: 'sandbox-cso-2-password' });
    const reference = fresh();
    expect(await source.post(jobDraft({ internalReferenceCode: reference }))).toMatchObject({ kind: 'failed', failure: { code: 'UPSTREAM_ERROR', upstreamStatus: 403, message: expect.not.stringContaining('sandbox') } });
    expect(saved(reference)).toEqual([]);
  });
});

describe('what was kept', () => {
  test('is read anew after a change: the job, pages and counts, but not the lists', async () => {
    const connected = cso.connect();
    const operation = () => cso.operation(connected);
    const code = await posted(operation());
    const search = async () => {
      const plan = await operation().planVacancies({ ...anyVacancy, title: 'Dijkinspecteur bij nacht' }, 'SOURCE_ORDER');
      const [page, count] = [await plan.read({ offset: 0, limit: 5, fields: title, values: true }), await plan.count()];
      return [page.rows.length, count.value];
    };
    const name = async () => (await operation().vacancyById(code, title)).value?.title;
    await operation().enumerations({ kinds: null, names: null });
    expect([await search(), await name()]).toEqual([[0, 0], 'Dijkinspecteur']);
    await operation().change(code, jobDraft({ name: 'Dijkinspecteur bij nacht' }));
    expect([await search(), await name()]).toEqual([[1, 1], 'Dijkinspecteur bij nacht']);
    await operation().withdraw(code);
    expect([await search(), await name()]).toEqual([[0, 0], undefined]);
    await operation().enumerations({ kinds: null, names: null });
    expect(cso.count('getJobEnumerations')).toBe(1);
  });

  test('is read anew after a call that may have been done', async () => {
    const connected = cso.connect();
    const code = await posted(cso.operation(connected));
    await cso.operation(connected).vacancyById(code, title);
    cso.upstream.faults.add({ kind: 'html', path: 'saveJob', when: 'after' });
    expect(await cso.operation(connected).change(code, jobDraft({ name: 'Anders' }))).toMatchObject({ kind: 'uncertain' });
    expect((await cso.operation(connected).vacancyById(code, title)).value?.title).toBe('Anders');
  });

  test('in an operation is read anew after its own change', async () => {
    const source = cso.open();
    const code = await posted(source);
    expect((await source.vacancyById(code, title)).value?.title).toBe('Dijkinspecteur');
    await source.change(code, jobDraft({ name: 'Anders' }));
    expect((await source.vacancyById(code, title)).value?.title).toBe('Anders');
  });

  test('is not taken from a read that began before the change', async () => {
    const connected = cso.connect();
    const code = await posted(cso.operation(connected));
    cso.upstream.faults.add({ kind: 'hang', path: 'getJob', times: 1 });
    const early = cso.operation(connected, { deadline: cso.clock.now() + 400 }).vacancyById(code, title).catch(() => 'left');
    await expect.poll(() => cso.count('getJob')).toBe(1);
    await cso.operation(connected).change(code, jobDraft({ name: 'Anders' }));
    expect((await cso.operation(connected).vacancyById(code, title)).value?.title).toBe('Anders');
    await early;
  });

  test('stays where nothing was done', async () => {
    const connected = cso.connect();
    const code = await posted(cso.operation(connected));
    await cso.operation(connected).vacancyById(code, title);
    expect(await cso.operation(connected).change(code, jobDraft({ city: null }))).toMatchObject({ kind: 'refused' });
    await cso.operation(connected).vacancyById(code, title);
    expect(cso.count('getJob')).toBe(1);
  });
});
