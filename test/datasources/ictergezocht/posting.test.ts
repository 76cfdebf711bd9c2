import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Board } from './board.ts';
import { referenceNumbers, vacancyDraft } from './draft.ts';

const board = new Board();
const { switches } = board.sandbox;
const fresh = referenceNumbers();
beforeAll(() => board.upstream.start());
afterEach(() => board.reset());
afterAll(() => board.stop());

const calls = (): (string | number | null)[][] => board.upstream.requests.map(({ method, path, status }) => [method, path.replace(/\d+$/, '#'), status]);

describe('a vacancy', () => {
  test('is posted in one call, with the board’s id and URL', async () => {
    const referenceNumber = fresh();
    const outcome = await board.open({ partnerKey: 'sandbox-partner-key' }).post(vacancyDraft({ referenceNumber }));
    const [made] = board.live(referenceNumber);
    expect(outcome).toEqual({
      kind: 'accepted',
      upstreamId: String(made?.vacancyId),
      url: `https://www.ictergezocht.example/vacature/${made?.vacancyId}`,
      raw: { vacancyId: made?.vacancyId, vacancyUrl: expect.any(String) },
      upstreamStatus: 201,
    });
    expect(calls()).toEqual([['POST', '/vacancy', 201]]);
    expect(board.upstream.requests[0]?.headers).toMatchObject({ authorization: 'Bearer sandbox-ictergezocht-key', 'partner-authorization': 'Bearer sandbox-partner-key', 'content-type': 'application/json' });
  });

  test('is sent field for field, ids as whole numbers, and without what is not stated', async () => {
    const referenceNumber = fresh();
    await board.open().post(vacancyDraft({ referenceNumber, experience: '  ' }));
    expect(board.live(referenceNumber)[0]?.payload).toEqual({
      referenceNumber,
      title: 'Netwerkbeheerder',
      description: '<p>Je beheert het netwerk.</p>',
      location: 'Zwolle',
      countryCode: 'NL',
      hours: '32 tot 36',
      company: { name: 'Waterschap', typeId: 1 },
      companyUser: { name: 'Ans de Boer', email: 'ans@example.org', functionId: 11 },
      autoDeleteDate: '2027-01-31',
      customFields: [{ name: 'frameworks', value: 'geen' }],
    });
  });

  test('is sent with everything where everything is stated', async () => {
    const referenceNumber = fresh();
    const all = {
      referenceNumber,
      education: 'mbo 4',
      experience: '3 jaar',
      employment: 'Fulltime',
      salary: '3000',
      industry: 'Water',
      company: { name: 'Waterschap', logoUrl: 'https://example.org/l.png', description: 'Dijken.', typeId: 2 },
      companyUser: { name: 'Ans', email: 'ans@example.org', phone: '0612', photoUrl: 'https://example.org/a.jpg', functionId: 1 },
      atsId: 'a-7',
    };
    await board.open().post(vacancyDraft(all));
    expect(board.live(referenceNumber)[0]?.payload).toMatchObject(all);
  });

  test('has an id where the board writes numbers as texts', async () => {
    switches.numbersAsStrings = true;
    const referenceNumber = fresh();
    expect(await board.open().post(vacancyDraft({ referenceNumber }))).toMatchObject({ kind: 'accepted', upstreamId: String(board.live(referenceNumber)[0]?.vacancyId) });
  });

  test('is changed whole, and taken off', async () => {
    const referenceNumber = fresh();
    const id = await board.posted(referenceNumber);
    expect(await board.open().change(id, vacancyDraft({ referenceNumber, title: 'Architect', hours: null }))).toMatchObject({ kind: 'accepted', upstreamId: id, upstreamStatus: 200 });
    expect(board.live(referenceNumber)[0]?.payload).toMatchObject({ title: 'Architect' });
    expect(board.live(referenceNumber)[0]?.payload).not.toHaveProperty('hours');
    expect(await board.open().withdraw(id)).toEqual({ kind: 'accepted', upstreamId: id, url: null, raw: null, upstreamStatus: 204 });
    expect(board.live(referenceNumber)).toEqual([]);
    expect(calls()).toEqual([
      ['PUT', '/vacancy/#', 200],
      ['DELETE', '/vacancy/#', 204],
    ]);
  });

  test('that is gone already counts as taken off, and cannot be changed', async () => {
    const id = await board.posted(fresh());
    await board.open().withdraw(id);
    expect(await board.open().withdraw(id)).toMatchObject({ kind: 'accepted', upstreamId: id, upstreamStatus: 404 });
    expect(await board.open().change(id, vacancyDraft())).toMatchObject({ kind: 'refused', userErrors: [{ code: 'NOT_FOUND' }], upstreamStatus: 404 });
  });

  test.each(['insight', '../click', '12/34', '', '1.5', '-1', '1'.repeat(19), '٣'])('with the id %j is refused without a call', async (id) => {
    const missing = { kind: 'refused', userErrors: [{ code: 'NOT_FOUND' }], upstreamStatus: null };
    expect(await board.open().change(id, vacancyDraft())).toMatchObject(missing);
    expect(await board.open().withdraw(id)).toMatchObject(missing);
    expect(calls()).toEqual([]);
  });
});

describe('a refusal', () => {
  test('names each field that the board names', async () => {
    const draft = vacancyDraft({ title: null, countryCode: 'Nederland', companyUser: { name: 'Ans', email: 'geen', phone: null, photoUrl: null, functionId: 9999 }, customFields: [{ name: 'a', value: 'b' }, { name: '', value: 'c' }] });
    const outcome = await board.open().post(draft);
    expect(outcome).toMatchObject({ kind: 'refused', upstreamStatus: 400 });
    const errors = outcome.kind === 'refused' ? outcome.userErrors : [];
    expect(errors.map(({ path }) => path.join('.')).toSorted()).toEqual(['companyUser.email', 'companyUser.functionId', 'countryCode', 'customFields.1.name', 'title']);
    expect(new Set(errors.map(({ code, severity }) => `${code} ${severity}`))).toEqual(new Set(['CHANNEL_REFUSED ERROR']));
    expect(errors.every(({ message, label }) => message !== '' && label !== null)).toBe(true);
  });

  test('for want of credits and for a number that is taken have codes of their own', async () => {
    const referenceNumber = fresh();
    await board.posted(referenceNumber);
    expect(await board.open().post(vacancyDraft({ referenceNumber }))).toMatchObject({ kind: 'refused', userErrors: [{ code: 'DUPLICATE', path: ['referenceNumber'] }], upstreamStatus: 409 });
    switches.credits = 0;
    expect(await board.open().post(vacancyDraft({ referenceNumber: fresh() }))).toMatchObject({ kind: 'refused', userErrors: [{ code: 'INSUFFICIENT_CREDITS', path: [] }], upstreamStatus: 402 });
  });

  test('that gives no reason is given one', async () => {
    board.upstream.faults.add({ kind: 'status', status: 409, body: '', times: 1 }, { kind: 'status', status: 402, body: '[]', times: 1 }, { kind: 'status', status: 400, body: '{"errors":[{"label":"x"}]}', times: 1 });
    const source = board.open();
    expect(await source.post(vacancyDraft())).toMatchObject({ userErrors: [{ code: 'DUPLICATE', path: ['referenceNumber'], message: expect.stringContaining('reference number') }] });
    expect(await source.post(vacancyDraft())).toMatchObject({ userErrors: [{ code: 'INSUFFICIENT_CREDITS', message: expect.stringContaining('credits') }] });
    expect(await source.post(vacancyDraft())).toMatchObject({ userErrors: [{ code: 'CHANNEL_REFUSED', message: expect.stringContaining('does not say why') }] });
  });
});
