import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startSandbox } from '../../../sandbox/index.ts';
import { beforeSecondPage } from '../../support/before-second-page.ts';
import { startGateway } from '../../support/gateway.ts';
import type { BoardVacancy } from '../../support/insight-truth.ts';
import { useStory } from '../../support/story.ts';
import { failureOf, fetchFile, linesOf } from './client.ts';

const story = useStory({ environment: { ICTERGEZOCHT_END_DATE: 'inclusive' } });

const file = (path: string, headers?: Readonly<Record<string, string>>, method?: string) => fetchFile(story.gateway.url, path, headers, method);
const board = () => story.sandbox.upstreams.ictergezocht;
const truth = () => story.sandbox.definitions.ictergezocht.data;
const everything = 'from=2020-01-01&to=2029-12-31';
const dayMs = 86_400_000;

/** Counts of clicks, each on a day of its own on which nothing else was clicked, to the second. */
function clicksOnADayOfTheirOwn(count: number, day: string): void {
  const [vacancy] = truth().vacancies;
  const noon = Date.parse(`${day}T12:00:00Z`);
  for (let index = 0; index < count; index += 1) story.sandbox.definitions.ictergezocht.recordClick(vacancy?.vacancyId ?? 0, noon + index * 1000, `10.0.0.${index}`);
}

describe('insights as a file', () => {
  test('are every vacancy of the account with its totals, in as many calls as there are pages', async () => {
    const { status, headers, body, whole } = await file(`/export/insights.ndjson?${everything}`);
    expect({ status, whole, type: headers['content-type'], disposition: headers['content-disposition'] }).toEqual({
      status: 200,
      whole: true,
      type: 'application/x-ndjson; charset=utf-8',
      disposition: 'attachment; filename="insights_2020-01-01_2029-12-31.ndjson"',
    });
    const mine = truth().vacancies.filter(({ account }) => account === 'A');
    const rows = linesOf({ body });
    expect(rows.map(({ sourceId }) => sourceId)).toEqual(mine.map(({ vacancyId }) => String(vacancyId)));
    expect(rows.reduce((sum, { clicks }) => sum + Number(clicks), 0)).toBe(truth().clicks.A.length);
    expect(rows.reduce((sum, { applications }) => sum + Number(applications), 0)).toBe(mine.reduce((sum, vacancy) => sum + vacancy.applications.length, 0));
    expect(board().count('GET', /vacancy\/insight$/)).toBe(Math.ceil(mine.length / 50));
  });

  test('of some campaigns are those', async () => {
    const rows = linesOf(await file(`/export/insights.ndjson?${everything}&campaigns=Premium&campaigns=${encodeURIComponent('Campagne ‘ICT & zorg’')}`));
    const wanted = truth().vacancies.filter(({ account, campaign }) => account === 'A' && (campaign === 'Premium' || campaign === 'Campagne ‘ICT & zorg’'));
    expect(rows.map(({ sourceId }) => sourceId)).toEqual(wanted.map(({ vacancyId }) => String(vacancyId)));
    expect(rows.length).toBeGreaterThan(0);
  });

  test('with numbers that come as strings are numbers', async () => {
    const plain = await file(`/export/insights.csv?${everything}`);
    board().definition.switches['numbersAsStrings'] = true;
    const strings = await file(`/export/insights.csv?${everything}`);
    expect(strings.body.equals(plain.body)).toBe(true);
  });

  test('have the people in them with personal:read, and the same columns empty without', async () => {
    const other = await story.cold({ ANONYMOUS_SCOPES: 'insights:read' });
    const [seen, hidden] = [linesOf(await file(`/export/insights.ndjson?${everything}`)), linesOf(await fetchFile(other.url, `/export/insights.ndjson?${everything}`))];
    expect(seen.some(({ contactEmail }) => contactEmail !== null)).toBe(true);
    expect(hidden.every(({ contactEmail, contactName }) => contactEmail === null && contactName === null)).toBe(true);
    expect(Object.keys(hidden[0] ?? {})).toEqual(Object.keys(seen[0] ?? {}));
    expect(hidden).toHaveLength(seen.length);
  });
});

/** Another board, as its vacancies are changed. */
async function on() {
  const sandbox = await startSandbox({ scale: 0.4 });
  const gateway = await startGateway({ sandbox, now: () => sandbox.clock.now(), environment: { ICTERGEZOCHT_END_DATE: 'inclusive' } });
  onTestFinished(async () => {
    await gateway.close();
    await sandbox.close();
  });
  const vacancies = sandbox.definitions.ictergezocht.data.vacancies as BoardVacancy[];
  return { sandbox, vacancies, file: () => fetchFile(gateway.url, `/export/insights.ndjson?${everything}&trailer=1`) };
}

describe('a list that moves while its file is made', () => {
  test.each([
    ['one went, with which another may have been passed over', (vacancies: BoardVacancy[]) => vacancies.shift()],
    ['one came in front', (vacancies: BoardVacancy[]) => vacancies.unshift({ ...vacancies[0], vacancyId: 1 } as BoardVacancy)],
  ])('breaks off where %s', async (_what, move) => {
    const { sandbox, vacancies, file } = await on();
    beforeSecondPage(sandbox, () => move(vacancies));
    const { whole, body } = await file();
    expect(whole).toBe(false);
    expect(linesOf({ body }).at(-1)).toMatchObject({ trailer: { complete: false, error: { code: 'UPSTREAM_INVALID_RESPONSE' } } });
  });

  test('is whole where one came in behind', async () => {
    const { sandbox, vacancies, file } = await on();
    const last = vacancies.findLast(({ account }) => account === 'A');
    beforeSecondPage(sandbox, () => last !== undefined && vacancies.push({ ...last, vacancyId: 99_999 }));
    const { whole, body } = await file();
    expect(whole).toBe(true);
    expect(linesOf({ body }).at(-1)).toEqual({ trailer: { complete: true, rows: 121, unreadable: 0 } });
  });

  test('has every campaign of a vacancy that it tells by campaign, as the sums have', async () => {
    const { vacancies, file } = await on();
    const one = vacancies.find(({ account, campaign }) => account === 'A' && campaign === 'Premium');
    if (one === undefined) throw new Error('no such vacancy');
    vacancies.push({ ...one, campaign: 'Voorjaar' });
    const rows = linesOf(await file()).filter(({ sourceId }) => sourceId === String(one.vacancyId));
    expect(rows.map(({ campaign }) => campaign)).toEqual(['Premium', 'Voorjaar']);
  });
});

describe('clicks as a file', () => {
  test.each([0, 1, 49, 50, 51, 100, 101])('are all %d of them, page by page', async (count) => {
    const day = new Date(Date.parse('2019-01-01') + count * dayMs).toISOString().slice(0, 10);
    clicksOnADayOfTheirOwn(count, day);
    const { body, trailers } = await file(`/export/clicks.ndjson?from=${day}&to=${day}&trailer=1`, { te: 'trailers' });
    const lines = linesOf({ body });
    expect(lines.at(-1)).toEqual({ trailer: { complete: true, rows: count, unreadable: 0 } });
    expect(new Set(lines.slice(0, -1).map(({ clickedAt }) => clickedAt)).size).toBe(count);
    expect(trailers).toMatchObject({ 'x-export-rows': String(count), 'x-export-unreadable': '0' });
    expect(board().count('GET', /click$/)).toBe(Math.max(1, Math.ceil(count / 50)));
  });

  test.each([
    ['2019-03-31', '2019-03-30T23:00:00Z', '2019-03-31T21:59:59Z', '2019-03-31T22:00:00Z'],
    ['2019-10-27', '2019-10-26T22:00:00Z', '2019-10-27T22:59:59Z', '2019-10-27T23:00:00Z'],
  ])('of %s, when the clock changes, are those of the day in Amsterdam', async (day, first, last, next) => {
    const [vacancy] = truth().vacancies;
    for (const instant of [first, last, next]) story.sandbox.definitions.ictergezocht.recordClick(vacancy?.vacancyId ?? 0, Date.parse(instant), '10.1.1.1');
    const rows = linesOf(await file(`/export/clicks.ndjson?from=${day}&to=${day}`));
    expect(rows.map(({ clickedAt, clickedOn }) => [clickedAt, clickedOn])).toEqual([first, last].map((instant) => [instant.replace('Z', '.000Z'), day]));
  });

  test('of reference numbers are asked for by them', async () => {
    const [one, two] = truth().vacancies.filter(({ account, vacancyId }) => account === 'A' && truth().clicks.A.some(([id, atMs]) => id === vacancyId && atMs > Date.parse('2020-01-02')));
    const numbers = [one, two].map((vacancy) => vacancy?.payload.referenceNumber ?? '');
    const rows = linesOf(await file(`/export/clicks.ndjson?${everything}&referenceNumbers=${numbers[1]}&referenceNumbers=${numbers[0]}`));
    const countOf = (vacancyId: number | undefined) => truth().clicks.A.filter(([id, atMs]) => id === vacancyId && atMs > Date.parse('2020-01-02')).length;
    expect(rows.filter(({ referenceNumber }) => referenceNumber === numbers[0])).toHaveLength(countOf(one?.vacancyId));
    expect(rows).toHaveLength(countOf(one?.vacancyId) + countOf(two?.vacancyId));
    expect(board().requests.every(({ query }) => query.includes('referenceNumber='))).toBe(true);
  });

  test('tell visitors apart, and their addresses only to who may see them', async () => {
    const day = '2018-05-01';
    clicksOnADayOfTheirOwn(3, day);
    const other = await story.cold({ ANONYMOUS_SCOPES: 'insights:read' });
    const path = `/export/clicks.ndjson?from=${day}&to=${day}`;
    const [seen, hidden] = [linesOf(await file(path)), linesOf(await fetchFile(other.url, path))];
    expect(seen.map(({ ip }) => ip)).toEqual(['10.0.0.0', '10.0.0.1', '10.0.0.2']);
    expect(hidden.map(({ ip }) => ip)).toEqual([null, null, null]);
    expect(new Set(hidden.map(({ visitor }) => visitor)).size).toBe(3);
    expect(JSON.stringify(hidden)).not.toContain('10.0.0');
  });
});

describe('a file', () => {
  const day = '2017-06-01';
  const path = `/export/clicks.csv?from=${day}&to=${day}`;

  test('of a period without anything is its columns', async () => {
    const { body, whole } = await file('/export/clicks.csv?from=2015-01-01&to=2015-01-01');
    expect(body.toString('utf8')).toBe('"source","vacancyId","sourceId","referenceNumber","clickedAt","clickedOn","costPerClick","currency","visitor","ip"\r\n');
    expect(whole).toBe(true);
  });

  test.each([
    ['gzip', gunzipSync],
    ['zstd', zstdDecompressSync],
  ] as const)('travels as %s where that is asked for', async (coding, decode) => {
    const plain = await file(`/export/insights.csv?${everything}`);
    const { headers, body, whole } = await file(`/export/insights.csv?${everything}`, { 'accept-encoding': coding });
    expect(headers).toMatchObject({ 'content-encoding': coding, vary: expect.stringContaining('Accept-Encoding') });
    expect(whole).toBe(true);
    expect(body.length).toBeLessThan(plain.body.length / 2);
    expect(decode(body).equals(plain.body)).toBe(true);
  });

  test('is described by HEAD without asking the source', async () => {
    const { status, headers, body } = await file(path, {}, 'HEAD');
    expect({ status, bytes: body.length }).toEqual({ status: 200, bytes: 0 });
    expect(headers).toMatchObject({ 'content-type': 'text/csv; charset=utf-8; header=present', 'content-disposition': `attachment; filename="clicks_${day}_${day}.csv"`, etag: expect.stringMatching(/^W\/"/) });
    expect(board().requests).toHaveLength(0);
  });

  test('of a period that is over need not be sent again to who has it', async () => {
    const { headers } = await file(path);
    const asked = board().requests.length;
    const again = await file(path, { 'if-none-match': String(headers.etag) });
    expect({ status: again.status, etag: again.headers.etag }).toEqual({ status: 304, etag: headers.etag });
    expect(board().requests).toHaveLength(asked);
    const forOthers = await story.cold({ ANONYMOUS_SCOPES: 'insights:read' });
    expect((await fetchFile(forOthers.url, path, { 'if-none-match': String(headers.etag) })).status).toBe(200);
    expect((await file(`${path}&bom=1`, { 'if-none-match': String(headers.etag) })).status).toBe(200);
    const otherAccount = await story.cold({ ICTERGEZOCHT_API_KEY: 'sandbox-ictergezocht-key-2' });
    expect((await fetchFile(otherAccount.url, path, { 'if-none-match': String(headers.etag) })).status).toBe(200);
  });

  test('of a period that may still be corrected has no name', async () => {
    const today = new Date(story.sandbox.clock.now()).toISOString().slice(0, 10);
    expect((await file(`/export/clicks.csv?from=2020-01-01&to=${today}`, {}, 'HEAD')).headers.etag).toBeUndefined();
  });

  test('of many pages says how long it will take, and how far it is', async () => {
    const { headers, body } = await file(`/export/insights.ndjson?${everything}&progress=1`);
    const lines = linesOf({ body });
    const notes = lines.filter((line) => 'progress' in line).map(({ progress }) => progress);
    const rows = lines.filter((line) => !('progress' in line)).length;
    const pages = Math.ceil(truth().vacancies.filter(({ account }) => account === 'A').length / 50);
    expect(Number(headers['x-expected-seconds'])).toBeGreaterThanOrEqual(0);
    expect(notes.at(-1)).toEqual({ rows, pages, waitSeconds: expect.any(Number), secondsLeft: 0 });
    expect(pagesOf(notes)).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
    const notesBy = async (more: string, header: string) => linesOf(await file(`/export/insights.ndjson?${everything}${more}`, { 'x-progress': header })).flatMap((line) => ('progress' in line ? [line['progress']] : []));
    expect(pagesOf(await notesBy('', '1'))).toEqual(pagesOf(notes));
    expect([await notesBy('', '0'), await notesBy('&progress=0', '1')]).toEqual([[], []]);
  });
});

/** After how many pages it was told how far a file is: of a page that is late more than once. */
function pagesOf(notes: readonly unknown[]): readonly unknown[] {
  return [...new Set(notes.map((note) => (typeof note === 'object' && note !== null && 'pages' in note ? note.pages : null)))];
}

describe('a question for a file that is wrong', () => {
  test.each([
    ['from', '/export/insights.csv'],
    ['to', '/export/insights.csv?from=2026-01-01'],
    ['from', '/export/insights.csv?from=2026-02-30&to=2026-03-01'],
    ['from', '/export/insights.csv?from=01-02-2026&to=2026-03-01'],
    ['to', '/export/insights.csv?from=2026-03-02&to=2026-03-01'],
    ['to', '/export/insights.csv?from=2000-01-01&to=2026-03-01'],
    ['from', '/export/insights.csv?from=2026-01-01&from=2026-01-02&to=2026-03-01'],
    ['campagins', `/export/insights.csv?${everything}&campagins=Premium`],
    ['campaigns', `/export/clicks.csv?${everything}&campaigns=Premium`],
    ['separator', `/export/insights.csv?${everything}&separator=x`],
    ['decimal', `/export/insights.csv?${everything}&decimal=,`],
    ['progress', `/export/insights.csv?${everything}&progress=1`],
    ['bom', `/export/insights.ndjson?${everything}&bom=1`],
    ['bom', `/export/insights.csv?${everything}&bom=perhaps`],
    ['referenceNumbers', `/export/insights.csv?${everything}&referenceNumbers=a%00b`],
    ['campaigns', `/export/insights.csv?${everything}&campaigns=${'x'.repeat(501)}`],
  ])('is told so by the name of the parameter: %s', async (argument, path) => {
    const answer = await file(path);
    expect(answer.status).toBe(400);
    expect(failureOf(answer)).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument } });
    expect(board().requests).toHaveLength(0);
  });

  test.each(['/export/insights.xlsx', '/export/candidates.csv', '/export/insights', '/export/insights.csv.csv'])('finds nothing at %s', async (path) => {
    expect((await file(path)).status).toBe(404);
  });

  test('of a caller without the scope is refused, and costs nothing', async () => {
    const other = await story.cold({ ANONYMOUS_SCOPES: 'vacancies:read' });
    const answer = await fetchFile(other.url, `/export/insights.csv?${everything}`);
    expect(answer.status).toBe(403);
    expect(failureOf(answer).extensions).toEqual({ code: 'FORBIDDEN', missing: ['insights:read'] });
    expect(board().requests).toHaveLength(0);
  });

  test('for figures that no source of the caller tells is told so', async () => {
    const other = await story.cold({ ICTERGEZOCHT_API_KEY: undefined, ICTERGEZOCHT_PARTNER_KEY: undefined });
    const answer = await fetchFile(other.url, `/export/insights.csv?${everything}`);
    expect(answer.status).toBe(503);
    expect(failureOf(answer).extensions['code']).toBe('SOURCE_NOT_CONFIGURED');
  });
});
