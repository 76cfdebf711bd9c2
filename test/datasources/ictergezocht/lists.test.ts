import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Board, everything, rejection } from './board.ts';

const board = new Board();
const { data, switches } = board.sandbox;
beforeAll(() => board.upstream.start());
afterEach(() => board.reset());
afterAll(() => board.stop());

const shown = (items: readonly { readonly id: number; readonly name: string }[]) => items.map(({ id, name }) => ({ code: String(id), label: name }));

describe('the board’s lists', () => {
  test.each([
    ['links are left out', { relWhenEmpty: 'object' }],
    ['links are null', { relWhenEmpty: 'null' }],
    ['rel is absent', { relWhenEmpty: 'absent' }],
    ['rel is an empty list', { relWhenEmpty: 'list' }],
    ['count is the page’s', { countMeaning: 'page' }],
    ['numbers are strings', { numbersAsStrings: true }],
  ] as const)('are whole, page after page, where %s', async (_case, reading) => {
    Object.assign(switches, reading);
    const { value } = await board.open().enumerations(everything);
    expect(value.map(({ source, name, kind }) => ({ source, name, kind }))).toEqual([
      { source: 'ICTERGEZOCHT', name: 'companyTypes', kind: 'COMPANY_TYPE' },
      { source: 'ICTERGEZOCHT', name: 'userFunctions', kind: 'USER_FUNCTION' },
    ]);
    expect(value.map(({ values }) => values.map(({ code, label }) => ({ code, label })))).toEqual([shown(data.companyTypes), shown(data.userFunctions)]);
    expect(board.asked().toSorted()).toEqual(['/company/type', '/company/user/function', '/company/user/function?offset=50&limit=50']);
  });

  test('are restricted by kind and by name, and asked for no further', async () => {
    const source = board.open();
    expect((await source.enumerations({ kinds: ['COMPANY_TYPE', 'REGION'], names: null })).value.map(({ name }) => name)).toEqual(['companyTypes']);
    expect((await source.enumerations({ kinds: null, names: ['companyTypes'] })).value.map(({ name }) => name)).toEqual(['companyTypes']);
    expect((await source.enumerations({ kinds: ['USER_FUNCTION'], names: ['companyTypes'] })).value).toEqual([]);
    expect(board.asked()).toEqual(['/company/type']);
  });

  test('have their values by id', async () => {
    const source = board.open();
    const last = data.userFunctions.at(-1);
    expect(await source.enumerationValue('userFunctions', String(last?.id))).toMatchObject({ kind: 'USER_FUNCTION', label: last?.name, labelLocale: 'nl' });
    expect(await source.enumerationValue('userFunctions', '999999')).toBeNull();
    expect(await source.enumerationValue('regions', '1')).toBeNull();
  });

  test('cost nothing for hours', async () => {
    const upstream = board.connect();
    await board.operation(upstream).enumerations(everything);
    board.clock.advance(5 * 3_600_000);
    await board.operation(upstream).enumerations(everything);
    await board.operation(upstream).enumerationValue('companyTypes', '1');
    expect(board.asked()).toHaveLength(3);
  });

  test('are one call for equal ones in flight at once', async () => {
    const upstream = board.connect();
    await Promise.all([1, 2, 3].map(() => board.operation(upstream).enumerations({ kinds: ['COMPANY_TYPE'], names: null })));
    expect(board.asked()).toEqual(['/company/type']);
  });

  test('are asked for with the key, and with the partner’s where there is one', async () => {
    await board.open().enumerationValue('companyTypes', '1');
    await board.open({ partnerKey: 'sandbox-partner-key' }).enumerationValue('companyTypes', '1');
    const [alone, partner] = board.upstream.requests.map(({ headers }) => headers);
    expect(alone).toMatchObject({ authorization: 'Bearer sandbox-ictergezocht-key' });
    expect(alone).not.toHaveProperty('partner-authorization');
    expect(partner).toMatchObject({ authorization: 'Bearer sandbox-ictergezocht-key', 'partner-authorization': 'Bearer sandbox-partner-key' });
  });

  test('are another board’s of the vendor where the configuration says so', async () => {
    const other = new Board((exchange) => other.sandbox.handle({ ...exchange, path: exchange.path.replace(/^\/api\/v2/, '') }));
    await other.upstream.start();
    const source = other.open({ baseUrl: `${other.upstream.baseUrl}api/v2` });
    expect((await source.enumerations({ kinds: ['COMPANY_TYPE'], names: null })).value[0]?.values).toHaveLength(data.companyTypes.length);
    expect(other.asked()).toEqual(['/api/v2/company/type']);
    await other.stop();
  });
});

describe('a key', () => {
  test('without access to the lists is told so', async () => {
    const error = await rejection(board.open({ apiKey: 'sandbox-ictergezocht-key-insight' }).enumerations(everything));
    expect(error).toMatchObject({ name: 'SourceFailure', source: 'ICTERGEZOCHT', code: 'UPSTREAM_ERROR', upstreamStatus: 403 });
  });

  test('without access to one of them costs that one, and the log says so', async () => {
    board.upstream.faults.add({ kind: 'status', status: 403, path: 'function$' });
    expect((await board.open().enumerations(everything)).value.map(({ name }) => name)).toEqual(['companyTypes']);
    expect(board.warnings).toEqual(['ICTerGezocht: the API key has no access to one of the lists; it is left out.']);
  });

  test('that is wrong is told without the key', async () => {
    const error = await rejection(board.open({ apiKey: 'geheim-van-iemand' }).enumerations(everything));
    expect(error).toMatchObject({ code: 'UPSTREAM_ERROR', upstreamStatus: 401 });
    expect(String(error) + JSON.stringify(error)).not.toContain('geheim');
  });

  test.each(['', 'two words', 'line\nbreak', 'sleutél'])('that cannot stand in a header is refused at once and not told: %j', (key) => {
    expect(() => board.connect({ apiKey: key })).toThrow('ictergezocht: apiKey must be printable characters without blanks');
    expect(() => board.connect({ partnerKey: key })).toThrow('ictergezocht: partnerKey must be printable characters without blanks');
  });
});
