import { describe, expect, test } from 'vitest';
import type { JobDraft, VacancyDraft } from '../../src/domain/posting/drafts.ts';
import type { ChannelChange, PostingChange, Taken } from '../../src/store/postings.ts';
import { storeEngines } from './engines.ts';
import { openTestStore, startAt } from './open.ts';

const vacancy: VacancyDraft = {
  referenceNumber: 'R-1', title: 'Beheerder', description: '<p>Ops & <b>netwerk</b></p>', location: 'Den Haag', countryCode: 'NL', education: null, experience: null,
  employment: null, hours: '36', salary: null, industry: null, company: { name: 'Duin', logoUrl: null, description: null, typeId: 2 },
  companyUser: null, atsId: null, autoDeleteDate: '2027-01-31', customFields: [{ name: 'team', value: 'ζ' }],
};
const noJob: JobDraft = {
  jobCode: null, internalReferenceCode: 'R-1', organisationCode: null, name: null, description: null, requirements: null, otherDetails: null, employer: null, department: null,
  openings: null, applicationTypes: null, onlineApplicationTypes: null, applicationEmail: null, applicationUrl: null, applicationAddress: null, city: null, postcode: null,
  educationLevels: null, jobCategories: null, jobBranches: null, regions: null, hoursMin: null, hoursMax: null, contractType: null, payScales: null, salaryMin: null, salaryMax: null,
  payDescription: null, applicationContact: null, applicationProcedureContact: null, informationContact: null, drivingLicences: null, securityScreening: null, structureGroup: null,
  visible: null, publicationSets: null, extra: null,
};
const onBoard: ChannelChange = {
  channel: 'ICTERGEZOCHT', status: 'PUBLISHED', upstreamId: '4711', url: 'https://board.example/4711', userErrors: [], error: null, draft: { channel: 'ICTERGEZOCHT', vacancy },
};
const uncertain: ChannelChange = {
  channel: 'CSO', status: 'UNCERTAIN', upstreamId: null, url: null,
  userErrors: [{ code: 'DUPLICATE', severity: 'WARNING', message: 'Seen before.', path: ['input', 'title'], label: null, upstreamCode: null }],
  error: { code: 'UPSTREAM_TIMEOUT', message: 'CSO took too long.', retryAfterSeconds: null, upstreamStatus: null },
  draft: { channel: 'CSO', job: { ...noJob, publicationSets: [{ publications: [{ status: '1', startsAt: new Date(startAt), endsAt: new Date(startAt + 1000) }] }] } },
};
const change: PostingChange = { client: 'portal-x', referenceNumber: 'R-1', title: 'Beheerder', channels: [onBoard] };

describe.each(storeEngines)('postings on $engine', (engine) => {
  test('what was kept is read back as it was, dates and nulls too', async () => {
    await using test = await openTestStore(engine);
    const at = new Date(startAt);
    const saved = await test.store.postings.save({ ...change, channels: [onBoard, uncertain] });
    const expected = { id: saved.id, client: 'portal-x', referenceNumber: 'R-1', title: 'Beheerder', createdAt: at, updatedAt: at, channels: [{ ...uncertain, stood: null, turn: startAt, settledTurn: 0, updatedAt: at }, { ...onBoard, stood: null, turn: startAt, settledTurn: startAt, updatedAt: at }] };
    expect(saved).toEqual(expected);
    expect(await test.store.postings.byReference('portal-x', 'R-1')).toEqual(expected);
    expect(await test.store.postings.byId(saved.id)).toEqual(expected);
  });

  test('what stood beside an uncertain sending is read back with its dates', async () => {
    await using test = await openTestStore(engine);
    const stood = { ...uncertain, draft: uncertain.draft, upstreamId: '01130-1', status: 'UPDATED' as const, gone: false };
    await test.store.postings.save({ ...change, channels: [{ ...uncertain, stood }] });
    expect((await test.store.postings.byReference('portal-x', 'R-1'))?.channels).toMatchObject([{ status: 'UNCERTAIN', stood }]);
    await test.store.postings.save({ ...change, channels: [{ ...uncertain, status: 'WITHDRAWN', stood }] });
    expect((await test.store.postings.byReference('portal-x', 'R-1'))?.channels).toMatchObject([{ status: 'WITHDRAWN', stood: null }]);
  });

  test('turns only rise, whatever the clock says, and an uncertain call settles nothing', async () => {
    await using test = await openTestStore(engine);
    const turns: unknown[] = [];
    const save = async (channel: ChannelChange, by?: Taken) => {
      const { channels: [kept] } = await test.store.postings.save({ ...change, channels: [channel], ...(by !== undefined && { by }) });
      turns.push([kept && kept.turn - startAt, kept && kept.settledTurn - startAt]);
    };
    await save(onBoard);
    test.clock.at -= 5000;
    await save(onBoard);
    await save({ ...onBoard, status: 'UNCERTAIN' });
    await save(onBoard, { turn: startAt, settles: true });
    await save(onBoard, { turn: startAt + 9, settles: false });
    expect(turns).toEqual([[0, 0], [1, 1], [2, 1], [2, 1], [9, 1]]);
  });

  test('a reference number is kept once for its caller; channels that a change does not name stay', async () => {
    await using test = await openTestStore(engine);
    const { postings } = test.store;
    const first = await postings.save(change);
    test.clock.at += 5000;
    const second = await postings.save({ ...change, title: 'Beheerder II', channels: [uncertain] });
    expect(second).toMatchObject({ id: first.id, title: 'Beheerder II', createdAt: first.createdAt, updatedAt: new Date(test.clock.at) });
    expect(second.channels).toMatchObject([{ channel: 'CSO', status: 'UNCERTAIN' }, { channel: 'ICTERGEZOCHT', status: 'PUBLISHED', updatedAt: first.createdAt }]);
    expect(await postings.save({ ...change, client: 'portal-y' })).not.toMatchObject({ id: first.id });
  });

  test('what was sent of an uncertain posting is forgotten in the end, also of what stood before it, which stays known by its id', async () => {
    await using test = await openTestStore(engine);
    const { postings } = test.store;
    const stood = { ...onBoard, gone: false };
    await postings.save({ ...change, channels: [{ ...onBoard, status: 'UNCERTAIN', upstreamId: null, url: null, stood }] });
    const open = new Date(startAt);
    await postings.forgetDrafts({ ended: new Date(startAt + 1), open });
    expect((await postings.byReference('portal-x', 'R-1'))?.channels).toMatchObject([{ status: 'UNCERTAIN', draft: onBoard.draft, stood }]);
    await postings.forgetDrafts({ ended: open, open: new Date(startAt + 1) });
    expect((await postings.byReference('portal-x', 'R-1'))?.channels).toMatchObject([{ status: 'UNCERTAIN', draft: null, stood: { ...stood, draft: null } }]);
  });

  test('fifty saves of one reference number at once keep one posting', async () => {
    await using test = await openTestStore(engine);
    const saved = await Promise.all(Array.from({ length: 50 }, () => test.store.postings.save(change)));
    expect(new Set(saved.map(({ id }) => id)).size).toBe(1);
    expect(await test.store.postings.count('portal-x', null)).toBe(1);
  });

  test('a vacancy of a channel leads to whoever posted it', async () => {
    await using test = await openTestStore(engine);
    await test.store.postings.save(change);
    expect(await test.store.postings.byUpstreamId('ICTERGEZOCHT', '4711')).toMatchObject([{ client: 'portal-x', referenceNumber: 'R-1' }]);
    expect(await test.store.postings.byUpstreamId('CSO', '4711')).toEqual([]);
    expect(await test.store.postings.byId('nothing')).toBeNull();
  });

  test('who posted a vacancy stays known after its posting has got another', async () => {
    await using test = await openTestStore(engine);
    await test.store.postings.save(change);
    await test.store.postings.save({ ...change, channels: [{ ...onBoard, upstreamId: '4712' }] });
    await test.store.postings.save({ ...change, client: 'portal-y' });
    expect(await test.store.postings.postersOf('ICTERGEZOCHT', '4711')).toEqual(['portal-x', 'portal-y']);
    expect(await test.store.postings.postersOf('ICTERGEZOCHT', '4712')).toEqual(['portal-x']);
    expect(await test.store.postings.postersOf('CSO', '4711')).toEqual([]);
    expect((await test.store.postings.postedUnder('R-1', 'ICTERGEZOCHT')).map(({ client, upstreamId }) => `${client} ${upstreamId}`)).toEqual(['portal-x 4711', 'portal-y 4711', 'portal-x 4712']);
    expect(await test.store.postings.postedUnder('R-2', 'ICTERGEZOCHT')).toEqual([]);
  });

  test('pages hold each of a caller’s postings once, the newest first', async () => {
    await using test = await openTestStore(engine);
    const { postings } = test.store;
    for (let index = 0; index < 7; index += 1) {
      // Pairs of one instant: the position must tell them apart.
      test.clock.at = startAt + Math.floor(index / 2);
      await postings.save({ ...change, referenceNumber: `R-${index}` });
      await postings.save({ ...change, client: 'portal-y', referenceNumber: `R-${index}` });
    }
    const seen: string[] = [];
    for (let after: { at: number; id: string } | null = null, more = true; more; ) {
      const page = await postings.page({ client: 'portal-x', referenceNumber: null, first: 3, after });
      seen.push(...page.rows.map(({ referenceNumber }) => referenceNumber));
      const last = page.rows.at(-1);
      after = last === undefined ? null : { at: last.createdAt.getTime(), id: last.id };
      more = page.more;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
    expect(seen[0]).toBe('R-6');
    expect(await postings.count('portal-x', null)).toBe(7);
    expect((await postings.page({ client: 'portal-x', referenceNumber: 'R-3', first: 3, after: null })).rows).toMatchObject([{ referenceNumber: 'R-3' }]);
  });
});
