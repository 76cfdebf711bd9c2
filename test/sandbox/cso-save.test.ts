import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Answer, CsoCaller, at, object, record, records } from './cso-caller.ts';

const caller = new CsoCaller();
const { cso } = caller;

beforeAll(() => caller.upstream.start());
afterAll(() => caller.upstream.stop());
beforeEach(() => caller.upstream.reset());

const sent = (className: string, attributes: object = {}) => ({ __TYPE__: className, ...attributes });
const codes = (className: string, ...values: readonly string[]) => values.map((code) => sent(className, { code }));
const day = 86_400;
const today = 1_790_000_000;
const hpk = cso.data.enumerations.jobPublicationStatuses.codeOf('HPK/VWNW');
const publicationStatus = (code: string) => sent('JobPublicationStatus', { code });
const phase = (status: string, dateStart: number, dateEnd?: number) =>
  sent('RemoteJobPublication', { publicationStatus: publicationStatus(status), dateStart, dateEnd });
const sets = (...publications: readonly object[]) => [sent('RemoteJobPublicationSet', { publications })];

/** A job of an organisation with pay scales that satisfies every rule, in the wire format of the document's example. */
function validJob(): Record<string, unknown> {
  return sent('RemoteJob', {
    organisation: sent('RemoteOrganisation', { code: '01130' }),
    content: sent('RemoteJobContent', { name: 'Inspecteur', description: 'Je controleert aangiften.', requirements: 'Hbo' }),
    features: sent('RemoteJobFeatures', {
      internalReferenceCode: 'ref-1',
      applicationTypes: codes('JobApplicationType', 'electronic'),
      onlineApplicationTypes: codes('OnlineJobApplicationType', 'EST.02'),
      applicationContact: sent('RemoteJobApplicationContact', { location: sent('RemoteJobAddress', { email: 'werk@example.org' }) }),
      location: sent('RemoteJobLocation', { city: 'Utrecht', postcode: '3511AA' }),
      featuresDetail: sent('RemoteJobFeaturesDetail', {
        regions: codes('Region', 'BRG.0214', 'BRG.0210'),
        jobBranches: codes('JobBranch', 'CVG.12'),
        jobCategories: codes('JobCategory', 'CFT.14'),
        educationLevels: codes('EducationLevel', 'CWD.08'),
      }),
      employmentConditions: sent('RemoteJobEmploymentConditions', {
        hoursMax: 36,
        contractType: sent('ContractType', { code: 'CSD.02' }),
        payScales: codes('PayScale', 'MTBI9LD7', 'FF51QGU7'),
      }),
    }),
    publication: sent('RemoteJobPublicationData', { visible: true, publicationSets: sets(phase('PUB.06', today, today + 30 * day)) }),
  });
}

/** A path and the value that it gets. */
type Change = readonly [string, unknown];

/** A valid job with the value at a path replaced; undefined takes it away. */
function jobWith(...changes: readonly Change[]): Record<string, unknown> {
  const job = validJob();
  for (const [path, value] of changes) {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    let target = job;
    for (const key of keys) target = record(target[key]);
    target[last] = value;
  }
  return job;
}

function save(...changes: readonly Change[]): Promise<Answer> {
  return caller.call('saveJob', { job: jobWith(...changes) });
}

const contact = 'features.applicationContact.location';
const pay = 'features.employmentConditions';
const written = codes('JobApplicationType', 'written');
const byUrl = codes('OnlineJobApplicationType', 'EST.04');
const postalAddress = sent('RemoteJobAddress', { street: 'Postbus 1', postcode: '2500EA', city: 'Den Haag' });
const overlapping = sets(phase('PUB.02', today, today + 9 * day), phase('PUB.04', today + day, today + 5 * day));
const hpkFirst = sets(phase(hpk, today, today + day), phase('PUB.06', today + day, today + 5 * day));
const hpkOverlapping = sets(phase(hpk, today, today + 2 * day), phase('PUB.06', today + day, today + 5 * day));
const municipality = ['organisation.code', '04010'] as const;

describe('saving a job', () => {
  test('a valid job gets a new code and is read back', async () => {
    const { status, result } = await save();
    expect(status).toBe(200);
    expect(result).toMatch(/^01130-\d{12}$/);
    const jobContent = object('RemoteJobContentFieldSelection');
    const jobPublication = object('RemoteJobPublicationDataFieldSelection', { publicationSets: true });
    const job = (await caller.getJob(String(result), { organisation: true, jobContent, jobPublication })).result;
    expect(job).toMatchObject({ organisation: { code: '01130' }, content: { name: 'Inspecteur' }, publication: { visible: true } });
    const [set] = records(at(job, 'publication.publicationSets'));
    expect(records(set?.['publications'])).toMatchObject([{ dateStart: today * 1000, dateEnd: (today + 30 * day) * 1000 }]);
    expect((await caller.codes())[0]).toBe(result);
  });

  test('the same reference may be saved twice', async () => {
    const [first, second] = [await save(), await save()];
    expect(second.status).toBe(200);
    expect(second.result).not.toBe(first.result);
  });

  test('a job with its code is changed in place', async () => {
    const code = String((await save()).result);
    const before = cso.data.jobs.length;
    expect(await save(['code', code], ['content.name', 'Senior inspecteur'])).toMatchObject({ status: 200, result: code });
    expect(cso.data.jobs).toHaveLength(before);
    const { result } = await caller.getJob(code, { jobContent: object('RemoteJobContentFieldSelection') });
    expect(result).toMatchObject({ code, content: { name: 'Senior inspecteur' } });
    expect((await save(['code', '01130-000000000000'])).status).toBe(400);
  });

  test('the answer is a code, a job, or the counts that the document pastes there', async () => {
    cso.switches.saveJobAnswer = 'job';
    const job = { __type__: 'fly.cso.api.v1.data.job.RemoteJob', code: expect.stringMatching(/^01130-/), content: null };
    expect((await save()).result).toMatchObject(job);
    cso.switches.saveJobAnswer = 'counts';
    const count = { __type__: 'fly.cso.api.v1.data.job.RemoteJobEnumerationCount', jobSearchCount: expect.any(Number) };
    expect(records((await save()).result)[0]).toMatchObject(count);
  });

  test.each([
    ['both', 'ref-1', 'ref-1'],
    ['external', 'ref-1', undefined],
    ['internal', null, 'ref-1'],
  ] as const)('its reference is read back in %s', async (savedReference, external, internal) => {
    cso.switches.savedReference = savedReference;
    const { result } = await caller.getJob(String((await save()).result), { jobFeatures: object('RemoteJobFeaturesFieldSelection') });
    expect(at(result, 'externalReferenceCode')).toBe(external);
    expect(at(result, 'features.internalReferenceCode')).toBe(internal);
  });

  test.each([
    'organisation',
    'content.name',
    'content.description',
    'content.requirements',
    'features.internalReferenceCode',
    'features.applicationTypes',
    'features.location.city',
    'features.featuresDetail.educationLevels',
    'features.featuresDetail.jobCategories',
    'features.featuresDetail.jobBranches',
    'features.featuresDetail.regions',
    'features.employmentConditions.hoursMax',
    'features.employmentConditions.contractType',
    'publication.visible',
  ])('%s is required', async (path) => {
    expect(await save([path, undefined])).toMatchObject({ status: 400, message: expect.stringContaining(`${path} is required`) });
  });

  test('all problems are told at once', async () => {
    const { message } = await save(['content.name', ' '], [`${pay}.hoursMax`, null], ['features.location.postcode', null]);
    for (const path of ['content.name', 'hoursMax', 'postcode']) expect(message).toContain(path);
  });

  const accepted: readonly (readonly [string, readonly Change[]])[] = [
    ['an empty publication', [['publication.publicationSets', []]]],
    ['application in writing with an address', [['features.applicationTypes', written], [contact, postalAddress]]],
    ['application by URL with a URL', [['features.onlineApplicationTypes', byUrl], [contact, sent('RemoteJobAddress', { url: 'https://example.org/apply' })]]],
    ['application online without a type', [['features.onlineApplicationTypes', undefined]]],
    ['one foreign region without a postcode', [['features.featuresDetail.regions', codes('Region', 'BE')], ['features.location.postcode', undefined]]],
    ['scales with a description', [[`${pay}.payDescription`, 'in overleg']]],
    ['a description in place of scales', [[`${pay}.payScales`, undefined], [`${pay}.payDescription`, 'in overleg']]],
    ['amounts where there are no scales', [municipality, [`${pay}.payScales`, []], [`${pay}.salaryMin`, 2500], [`${pay}.salaryMax`, 3500.5]]],
    ['a description in place of amounts', [municipality, [`${pay}.payScales`, []], [`${pay}.payDescription`, 'in overleg']]],
    ['phases that overlap without HPK', [['publication.publicationSets', overlapping]]],
    ['an HPK phase that ends when another begins', [['publication.publicationSets', hpkFirst]]],
    ['read-only attributes', [['dateCreated', 1], ['locked', false]]],
    ['employer and department', [['content.employer', sent('RemoteJobEmployer', { description: 'Wij' })], ['content.department', 'Team']]],
  ];

  test.each(accepted)('%s is accepted', async (_what, changes) => {
    expect(await save(...changes)).toMatchObject({ status: 200 });
  });

  const refused: readonly (readonly [string, readonly Change[]])[] = [
    ['the table’s path of the reference', [['internalReferenceCode', 'x']]],
    ['an unknown organisation', [['organisation.code', '99999']]],
    ['an unknown code', [['features.featuresDetail.jobBranches', codes('JobBranch', 'CVG.99')]]],
    ['a part without its class', [['content', { name: 'a', description: 'b', requirements: 'c' }]]],
    ['application in writing without an address', [['features.applicationTypes', codes('JobApplicationType', 'electronic', 'written')]]],
    ['application by e-mail without an e-mail address', [[`${contact}.email`, undefined]]],
    ['application by URL without a URL', [['features.onlineApplicationTypes', byUrl]]],
    ['application online with neither', [['features.onlineApplicationTypes', []], ['features.applicationContact', undefined]]],
    ['an e-mail address that is none', [[`${contact}.email`, 'nobody']]],
    ['a URL that is none', [[`${contact}.url`, 'example']]],
    ['Dutch regions without a postcode', [['features.location.postcode', undefined]]],
    ['two foreign regions', [['features.featuresDetail.regions', codes('Region', 'BE', 'DE')]]],
    ['a Dutch and a foreign region', [['features.featuresDetail.regions', codes('Region', 'BRG.0214', 'DE')]]],
    ['amounts beside scales', [[`${pay}.salaryMin`, 2500]]],
    ['no pay at all', [[`${pay}.payScales`, []]]],
    ['scales where there are none', [municipality]],
    ['a minimum above the maximum', [municipality, [`${pay}.payScales`, []], [`${pay}.salaryMin`, 4000], [`${pay}.salaryMax`, 3000]]],
    ['more hours at least than at most', [[`${pay}.hoursMin`, 40]]],
    ['a phase that ends before it starts', [['publication.publicationSets', sets(phase('PUB.06', today, today - day))]]],
    ['a set without phases', [['publication.publicationSets', sets()]]],
    ['an HPK phase that overlaps another', [['publication.publicationSets', hpkOverlapping]]],
    ['dates in milliseconds', [['publication.publicationSets', sets(phase('PUB.06', today * 1000, (today + day) * 1000))]]],
    ['a phase without its end', [['publication.publicationSets', sets(phase('PUB.06', today))]]],
    ['visibility in words', [['publication.visible', 'yes']]],
  ];

  test.each(refused)('%s is refused and nothing is saved', async (_what, changes) => {
    const before = cso.data.jobs.length;
    expect(await save(...changes)).toMatchObject({ status: 400, message: expect.stringMatching(/.+/) });
    expect(cso.data.jobs).toHaveLength(before);
  });

  test('by the stricter reading an organisation with HPK days must offer an HPK phase', async () => {
    const customs: Change = ['organisation.code', '01140'];
    const without: Change = ['publication.publicationSets', sets(phase('PUB.06', today, today + day))];
    const withHpk: Change = ['publication.publicationSets', sets(phase(hpk, today, today + day), phase('PUB.06', today + day, today + 2 * day))];
    expect((await save(customs, without)).status).toBe(200);
    cso.switches.requireHpk = true;
    expect((await save(customs, without)).status).toBe(400);
    expect((await save(customs, withHpk)).status).toBe(200);
  });
});

describe('removing a job', () => {
  test('a removed job is gone, and removing it again is 404', async () => {
    const jobCode = String((await save()).result);
    expect(await caller.call('removeJob', { jobCode })).toMatchObject({ status: 200, result: jobCode });
    expect((await caller.getJob(jobCode)).status).toBe(404);
    expect(await caller.codes()).not.toContain(jobCode);
    expect((await caller.call('removeJob', { jobCode })).status).toBe(404);
  });
});
