import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { frames } from '../../../sandbox/cegid/frames.ts';
import { zip } from '../../../sandbox/cegid/zip.ts';
import { cegidDefaults } from '../../../src/datasources/cegid/config.ts';
import { anyVacancy } from '../../../src/domain/vacancy-filter.ts';
import { idsOf, page, rejection, Site } from './site.ts';

let [body, type]: [Uint8Array, string | undefined] = [Buffer.alloc(0), undefined];
const site = new Site((exchange) => (exchange.path === '/api/token' ? site.sandbox.handle(exchange) : { status: 200, body, ...(type !== undefined && { headers: { 'content-type': type } }) }));
beforeAll(() => site.upstream.start());
afterEach(() => site.reset());
afterAll(() => site.stop());

const hourMs = 3_600_000;
const limits = { ...cegidDefaults.bounds, archiveBytes: 1_000_000, entries: 5, entryBytes: 100_000, totalBytes: 150_000, rows: 10 };

async function read(answer: Uint8Array, contentType?: string, source = site.open({ bounds: limits })) {
  [body, type] = [answer, contentType];
  const plan = await source.planVacancies(anyVacancy, 'SOURCE_ORDER');
  return plan.read(page(0, 100));
}

const offer = (reference: string, more: object = {}) => ({ name: 'offerdetail', content: Buffer.from(JSON.stringify({ offerDetail: { reference, ...more } })) });
const archive = (...entries: { name: string; content: Buffer }[]) => zip(entries, 'deflate');
const good = (reference: string) => archive(offer(reference));
const large = (reference: string) => archive(offer(reference, { text: ' '.repeat(60_000) }));
const named = (name: string) => archive({ ...offer('A'), name });

/** The archive with a field of its first central directory entry overwritten, counted from the entry's signature. */
function patched(bytes: Buffer, at: number, write: (view: Buffer, offset: number) => void): Buffer {
  const copy = Buffer.from(bytes);
  write(copy, copy.indexOf(Buffer.from('504b0102', 'hex')) + at);
  return copy;
}

describe('an archive that is not what it should be costs its row', () => {
  test.each<[string, Buffer, RegExp]>([
    ['it is no ZIP behind its first bytes', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(60, 7)]), /a ZIP archive at \[1\]/],
    ['it holds neither a vacancy nor a candidate', archive({ name: 'readme', content: Buffer.from('{}') }), /an entry offerdetail or applicantdetail/],
    ['it holds nothing', zip([], 'store'), /an entry offerdetail or applicantdetail/],
    ['its entry is encrypted', patched(good('x'), 8, (view, at) => view.writeUInt16LE(0x0801, at)), /not encrypted/],
    ['its entry is packed in another way', patched(good('x'), 10, (view, at) => view.writeUInt16LE(12, at)), /stored or deflated/],
    ['its entry is larger than its bound', archive(offer('x', { bomb: ' '.repeat(200_000) })), /at most 100000 bytes/],
    ['its entry is larger than it says', patched(archive(offer('x', { bomb: ' '.repeat(200_000) })), 24, (view, at) => view.writeUInt32LE(500, at)), /can be unpacked/],
    ['it has more entries than its bound', archive(offer('x'), ...Array.from({ length: 5 }, (_, index) => ({ name: `file${index}`, content: Buffer.from('x') }))), /at most 5 entries/],
    ['its entry is no JSON', archive({ name: 'offerdetail', content: Buffer.from('<html>') }), /JSON at \[1\]/],
    ['its JSON is no object', archive({ name: 'offerdetail', content: Buffer.from('[1]') }), /a string at \[1\]\.reference/],
    ['it has no reference', archive({ name: 'offerdetail', content: Buffer.from('{"offerDetail":{"title":"x"}}') }), /a string at \[1\]\.reference/],
  ])('where %s', async (_case, bad, problem) => {
    const { rows } = await read(frames([good('A'), bad, good('B')]));
    expect(rows.map(({ sourceId }) => sourceId)).toEqual(['A', null, 'B']);
    expect(rows[1]).toMatchObject({ failure: { code: 'UPSTREAM_INVALID_RESPONSE', message: expect.stringMatching(problem) } });
  });

  test('where all that came before it used up what one answer may unpack', async () => {
    expect(idsOf(await read(frames([large('A'), large('B'), large('C'), large('D')])))).toEqual(['A', 'B', null, null]);
  });
});

describe('an archive is read', () => {
  test('whatever its attachments are called, and however large they are unpacked', async () => {
    const attachments = [
      { name: '../../etc/passwd', content: Buffer.from('x') },
      { name: '/etc/CV.pdf', content: Buffer.alloc(900_000) },
    ];
    expect(idsOf(await read(frames([archive(...attachments, offer('A'))])))).toEqual(['A']);
  });

  test('with its entry called in another case, or with an extension', async () => {
    expect(idsOf(await read(frames([named('OfferDetail'), named('offerdetail.json')])))).toEqual(['A', 'A']);
  });
});

describe('an answer is refused whole', () => {
  test.each<[string, Buffer, string]>([
    ['that states an absurd length', Buffer.concat([frames([good('A')]), Buffer.from('fffffff0', 'hex')]), 'larger'],
    ['that ends within an archive', frames([good('A'), good('B')]).subarray(0, -10), 'cut off'],
    ['that ends within a length', Buffer.concat([frames([good('A')]), Buffer.from([1, 0])]), 'cut off'],
    ['with more rows than its bound', frames(Array.from({ length: 11 }, () => good('A'))), 'larger'],
    ['of JSON past its bound', Buffer.from(JSON.stringify([{ reference: 'A', text: 'x'.repeat(160_000) }])), 'larger'],
    ['that is half JSON', Buffer.from('[{"reference":"A"},{"ref'), 'not JSON'],
    ['that is a page of HTML', Buffer.from('<!doctype html><html></html>'), 'not JSON'],
    ['that is JSON without a list', Buffer.from('{"unexpected":[1,2,3]}'), 'expected a list, or an object with one'],
    ['that is a text', Buffer.from('"gone"'), 'expected a list, or an object with one'],
  ])('%s', async (_case, answer, message) => {
    expect(await rejection(read(answer))).toMatchObject({ name: 'SourceFailure', code: 'UPSTREAM_INVALID_RESPONSE', message: expect.stringContaining(message) });
  });

  test('is empty where it is blank, null or an empty list', async () => {
    for (const nothing of [' \n', 'null', '[]', '{"data":[]}']) expect(await read(Buffer.from(nothing))).toMatchObject({ rows: [], more: false, total: 0 });
  });

  test('that is nothing at all is the end of archives, and of JSON no answer', async () => {
    const nothing = Buffer.alloc(0);
    const end = { rows: [], more: false, total: 0 };
    expect(await read(nothing, 'application/octet-stream')).toMatchObject(end);
    for (const contentType of ['application/json', 'text/html', undefined]) expect(await rejection(read(nothing, contentType))).toMatchObject({ code: 'UPSTREAM_INVALID_RESPONSE' });
    // A site that sends archives need not say so each time.
    const upstream = site.connect({ bounds: limits });
    await read(frames([good('A')]), undefined, site.operation(upstream));
    site.clock.advance(hourMs);
    expect(await read(nothing, undefined, site.operation(upstream))).toMatchObject(end);
  });

  test('never holds what it could not read in its message', async () => {
    const error = await rejection(read(Buffer.from('[{"reference":"A","email":"iemand@example.org" oops')));
    expect(String(error) + JSON.stringify(error)).not.toContain('iemand');
  });
});

describe('JSON', () => {
  test('with a byte order mark is JSON', async () => {
    expect(idsOf(await read(Buffer.from('\uFEFF[{"reference":"A"}]')))).toEqual(['A']);
  });

  test('with a bad row costs that row', async () => {
    const slice = await read(Buffer.from('[{"reference":"A"},null,7,{"title":"x"},{"reference":" "},{"reference":12}]'));
    expect(idsOf(slice)).toEqual(['A', null, null, null, null, '12']);
  });
});
