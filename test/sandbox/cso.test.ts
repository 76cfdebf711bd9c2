import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createCso } from '../../sandbox/cso/index.ts';
import { CsoCaller, answerOf, at, firstAccount, object, record, records, secondAccount } from './cso-caller.ts';

const caller = new CsoCaller();
const { cso, clock } = caller;
const emptyFilter = object('RemoteJobFilter');
const emptySelection = object('RemoteJobFieldSelection');
const minute = 60_000;
const unflagged = new Set(['__type__', 'internalReferenceCode']);
const featureFlags = [
  'applicationContact',
  'applicationProcedureContact',
  'applicationTypes',
  'detail',
  'employmentConditions',
  'informationContact',
  'location',
  'onlineJobApplicationTypes',
  'tvDistinction',
];

beforeAll(() => caller.upstream.start());
afterAll(() => caller.upstream.stop());
beforeEach(() => {
  caller.upstream.reset();
  clock.reset();
});

describe('the protocol', () => {
  test('an answer is JSON with a result', async () => {
    const response = await caller.post('getApiKey.json', JSON.stringify(firstAccount), 'application/json; charset=utf-8');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(await response.json()).toEqual({ result: expect.stringMatching(/^[0-9a-f-]{36}$/) });
  });

  test('text/plain is accepted, other types are not', async () => {
    expect((await caller.post('getApiKey.json', JSON.stringify(firstAccount), 'text/plain')).status).toBe(200);
    expect((await caller.post('getApiKey.json', JSON.stringify(firstAccount), 'application/x-www-form-urlencoded')).status).toBe(400);
  });

  test('other verbs than POST are 405, with a message in JSON', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
      const answer = await answerOf(await fetch(`${caller.upstream.baseUrl}getApiKey.json`, { method }));
      expect(answer).toMatchObject({ status: 405, message: expect.stringContaining(method) });
    }
  });

  test('the .json extension, the exact name and a bare path are required', async () => {
    for (const path of ['getApiKey', 'getapikey.json', 'getVacancies.json', 'getApiKey.json?x=1', '../getApiKey.json']) {
      expect((await caller.post(path, JSON.stringify(firstAccount), 'application/json')).status).toBe(400);
    }
  });

  test.each([['{'], ['[]'], ['"text"'], ['null'], ['']])('the body %s is refused', async (body) => {
    expect(await answerOf(await caller.post('getApiKey.json', body, 'application/json'))).toMatchObject({ status: 400 });
  });

  test('missing, null and unknown arguments are refused by name', async () => {
    expect(await caller.send('getApiKey', { username: 'x' })).toMatchObject({ status: 400, message: expect.stringContaining('password') });
    expect(await caller.send('getApiKey', { username: 'x', password: null })).toMatchObject({ status: 400 });
    expect(await caller.send('getApiKey', { ...firstAccount, extra: 1 })).toMatchObject({ status: 400, message: expect.stringContaining('extra') });
    expect(await caller.send('getApiKey', { ...firstAccount, password: 1 })).toMatchObject({ status: 400 });
  });

  test('objects must say their class, in either spelling, full or short, in any case', async () => {
    for (const type of ['RemoteJobFilter', 'remotejobfilter', 'fly.cso.api.v1.filter.RemoteJobFilter']) {
      for (const key of ['__type__', '__TYPE__']) {
        expect((await caller.call('getJobCount', { filter: { [key]: type } })).status).toBe(200);
      }
    }
    for (const filter of [{}, { __type__: 'RemoteJobFieldSelection' }, { __type__: 7 }, { __type__: '' }, []]) {
      expect((await caller.call('getJobCount', { filter })).status).toBe(400);
    }
  });

  test('an attribute that the class does not have is refused', async () => {
    const answer = await caller.call('getJobCount', { filter: object('RemoteJobFilter', { keyword: 'x' }) });
    expect(answer).toMatchObject({ status: 400, message: expect.stringContaining('keyword') });
    expect((await caller.getJob('x', { jobExtraFields: true })).status).toBe(400);
  });

  test.each([
    ['example', ['filter', 'fieldSelection'], ['remoteJobFilter', 'remoteJobFieldSelection']],
    ['table', ['remoteJobFilter', 'remoteJobFieldSelection'], ['filter', 'fieldSelection']],
  ] as const)('with the %s argument names the others are missing arguments', async (names, [filter, selection], [otherFilter, otherSelection]) => {
    cso.switches.argumentNames = names;
    expect((await caller.call('getJobCount', { [filter]: emptyFilter })).status).toBe(200);
    expect((await caller.call('getJobs', { [filter]: emptyFilter, [selection]: emptySelection })).status).toBe(200);
    const refused = await caller.call('getJobs', { [otherFilter]: emptyFilter, [otherSelection]: emptySelection });
    expect(refused).toMatchObject({ status: 400, message: expect.stringContaining('Missing required argument') });
    cso.switches.argumentNames = 'both';
    expect((await caller.call('getJobCount', { [otherFilter]: emptyFilter })).status).toBe(200);
    expect((await caller.call('getJobCount', { [filter]: emptyFilter, [otherFilter]: emptyFilter })).status).toBe(400);
  });
});

describe('keys and accounts', () => {
  test('wrong credentials are 403 with the documented message', async () => {
    const answer = await caller.send('getApiKey', { ...firstAccount, password: 'wrong' });
    expect(answer).toEqual({ status: 403, result: undefined, message: 'Could not find an API user with the given credentials' });
  });

  test('a key lives 20 minutes', async () => {
    const apiKey = await caller.newKey();
    clock.advance(20 * minute - 1000);
    expect((await caller.send('isValidApiKey', { apiKey })).result).toBe(true);
    clock.advance(1000);
    expect((await caller.send('isValidApiKey', { apiKey })).result).toBe(false);
    expect((await caller.send('getOrganisations', { apiKey })).status).toBe(403);
  });

  test('a new key ends the old one of the same account only', async () => {
    const [first, other] = [await caller.newKey(), await caller.newKey(secondAccount)];
    const second = await caller.newKey();
    const valid = await Promise.all([first, second, other].map(async (apiKey) => (await caller.send('isValidApiKey', { apiKey })).result));
    expect(valid).toEqual([false, true, true]);
  });

  test('by the other reading the living key is handed out again', async () => {
    cso.switches.newKey = 'same-while-valid';
    const first = await caller.newKey();
    expect(await caller.newKey()).toBe(first);
    clock.advance(20 * minute);
    expect(await caller.newKey()).not.toBe(first);
  });

  test('a key can be made to die early', async () => {
    const apiKey = await caller.newKey();
    cso.expireKey();
    const answer = await caller.send('getJobEnumerations', { apiKey });
    expect(answer).toMatchObject({ status: 403, message: expect.stringContaining('API key') });
  });

  test('an account without the right is told so, unlike one with a dead key', async () => {
    const apiKey = await caller.newKey(secondAccount);
    for (const [name, args] of [['saveJob', { job: {} }], ['removeJob', { jobCode: 'x' }]] as const) {
      expect(await caller.send(name, { apiKey, ...args })).toMatchObject({ status: 403, message: expect.stringContaining('Permission denied') });
    }
  });

  test('an account sees its own share of the jobs', async () => {
    const apiKey = await caller.newKey(secondAccount);
    const seen = cso.data.jobsFor(secondAccount.username);
    const hidden = cso.data.jobs.find((job) => !seen.includes(job))?.code ?? '';
    expect((await caller.send('getJobCount', { apiKey, filter: emptyFilter })).result).toBe(seen.length);
    expect((await caller.call('getJobCount', { filter: emptyFilter })).result).toBe(800);
    expect(seen.length).toBeLessThan(800);
    expect((await caller.send('getJob', { apiKey, jobCode: hidden, remoteJobFieldSelection: emptySelection })).status).toBe(404);
    expect((await caller.getJob(hidden)).status).toBe(200);
  });
});

describe('reading jobs', () => {
  test('an unknown job is 404', async () => {
    expect(await caller.getJob('01130-000000000000')).toMatchObject({ status: 404, message: expect.stringContaining('01130') });
  });

  test('an empty selection leaves codes and dates', async () => {
    const [job] = cso.data.jobs;
    const { result } = await caller.getJob(job?.code ?? '');
    expect(result).toEqual({
      __type__: 'fly.cso.api.v1.data.job.RemoteJob',
      code: job?.code,
      externalReferenceCode: job?.externalReferenceCode,
      dateCreated: job?.createdMs,
      dateUpdated: job?.updatedMs,
      locked: job?.locked,
      organisation: null,
      content: null,
      features: null,
      publication: null,
    });
  });

  test('the texts come with their part, employer and department by their flags', async () => {
    const job = cso.data.jobs.find(({ content }) => content.employer !== null && content.department !== null);
    const content = async (flags: object) => {
      const { result } = await caller.getJob(job?.code ?? '', { jobContent: object('RemoteJobContentFieldSelection', flags) });
      return at(result, 'content');
    };
    const { name, description, requirements, otherDetails, employer, department } = job?.content ?? {};
    expect(await content({})).toMatchObject({ name, description, requirements, otherDetails, employer: null, department: null });
    expect(await content({ employer: true, department: false })).toMatchObject({ employer: { description: employer }, department: null });
    expect(await content({ department: true })).toMatchObject({ employer: null, department });
  });

  test('each feature comes by its own flag alone', async () => {
    const full = cso.data.jobs.find(({ features }) => features.applicationProcedureContact && features.informationContact && features.tvDistinction);
    const code = full?.code ?? '';
    for (const flag of featureFlags) {
      const { result } = await caller.getJob(code, { jobFeatures: object('RemoteJobFeaturesFieldSelection', { [flag]: true }) });
      const selected = Object.entries(record(at(result, 'features'))).filter(([key, value]) => value !== null && !unflagged.has(key));
      expect(selected.map(([key]) => key)).toEqual([flag === 'detail' ? 'featuresDetail' : flag]);
    }
  });

  test('publication sets and the organisation come by their flags, with dates in milliseconds', async () => {
    const job = cso.data.jobs.find(({ publication }) => publication.sets.length > 0);
    const phase = job?.publication.sets[0]?.phases[0];
    const read = async (flags: object) => {
      const jobPublication = object('RemoteJobPublicationDataFieldSelection', flags);
      return (await caller.getJob(job?.code ?? '', { organisation: true, jobPublication })).result;
    };
    const firstPhase = async () => {
      const [set] = records(at(await read({ publicationSets: true }), 'publication.publicationSets'));
      return records(set?.['publications'])[0];
    };
    const part = { visible: job?.publication.visible, publicationSets: null };
    expect(await read({})).toMatchObject({ organisation: { code: job?.organisation }, publication: part });
    expect(await firstPhase()).toMatchObject({ publicationStatus: { code: phase?.status }, dateStart: phase?.startMs, dateEnd: phase?.endMs });
    cso.switches.publicationDates = 'seconds';
    expect((await firstPhase())?.['dateStart']).toBe((phase?.startMs ?? 0) / 1000);
  });

  test('the generated jobs hold the oddities of the real ones', () => {
    const { jobs } = cso.data;
    expect(jobs.some((job) => job.updatedMs < job.createdMs)).toBe(true);
    expect(jobs.some(({ features }) => features.location.latitude === '')).toBe(true);
    expect(jobs.some(({ features }) => features.location.latitude === null && features.location.postcode !== null)).toBe(true);
    expect(jobs.some(({ features }) => features.detail.regions.includes('BE'))).toBe(true);
    expect(jobs.some(({ content }) => content.description.includes('pwned'))).toBe(true);
  });

  test('the same seed makes the same jobs, a larger scale more', () => {
    const again = createCso({ clock, seed: 1, scale: 1 });
    expect(again.data.jobs.map((job) => job.code)).toEqual(cso.data.jobs.map((job) => job.code));
    const larger = createCso({ clock, seed: 1, scale: 2 });
    expect([larger.data.jobs.length, larger.data.organisations.length]).toEqual([1600, 120]);
  });
});
