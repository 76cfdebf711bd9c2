import { buffer } from 'node:stream/consumers';
import { crc32 } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { CegidCaller } from './cegid-caller.ts';

const caller = new CegidCaller();
const { cegid, upstream } = caller;
const { vacancies, candidates } = cegid.data;

beforeAll(async () => {
  await upstream.start();
});
afterEach(() => {
  caller.reset();
});
afterAll(async () => {
  await upstream.stop();
});

describe('the framed ZIPs', () => {
  test.each(['deflate', 'store'] as const)('hold one vacancy each, packed with %s', async (method) => {
    cegid.switches.exportFormat = 'zip';
    cegid.switches.zipMethod = method;
    const archives = framesOf(await caller.bytes('api/exports/v1/vacancies?offset=5&limit=3'));
    const read = await Promise.all(archives.map(unzip));
    expect(read.map(({ methods }) => methods)).toEqual(Array.from({ length: 3 }, () => [method === 'deflate' ? 8 : 0]));
    expect(read.map(({ files }) => JSON.parse(String(files.get('offerdetail'))))).toEqual(vacancies.slice(5, 8).map((offerDetail) => ({ offerDetail })));
  });

  test('hold the vacancy bare where the switch says so', async () => {
    cegid.switches.exportFormat = 'zip';
    cegid.switches.zipOffer = 'bare';
    const [archive] = framesOf(await caller.bytes('api/exports/v1/vacancies?limit=1'));
    expect(JSON.parse(String((await unzip(archive ?? Buffer.alloc(0))).files.get('offerdetail')))).toEqual(vacancies[0]);
  });

  test('hold a candidate with its attachments by their ids', async () => {
    cegid.switches.exportFormat = 'zip';
    const candidate = candidates.find(({ attachments }) => attachments.length === 2);
    const [archive] = framesOf(await caller.bytes(`api/exports/v1/candidates?filter=id::${candidate?.candidateDetail.id}`));
    const { files } = await unzip(archive ?? Buffer.alloc(0));
    expect([...files.keys()]).toEqual(['applicantdetail', ...(candidate?.attachments.map(({ id }) => id) ?? [])]);
    expect(JSON.parse(String(files.get('applicantdetail')))).toEqual(candidate);
    expect(String(files.get(candidate?.attachments[0]?.id ?? ''))).toMatch(/^%PDF/);
  });

  test('end with an empty body', async () => {
    cegid.switches.exportFormat = 'zip';
    expect(await caller.bytes('api/exports/v1/vacancies?offset=600')).toHaveLength(0);
  });
});

function framesOf(body: Buffer): Buffer[] {
  const archives: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const length = body.readUInt32LE(at);
    archives.push(body.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return archives;
}

async function unzip(archive: Buffer): Promise<{ readonly files: Map<string, Buffer>; readonly methods: number[] }> {
  const file = await fromBufferPromise(archive);
  const files = new Map<string, Buffer>();
  const methods: number[] = [];
  for await (const entry of file.eachEntry()) {
    methods.push(entry.compressionMethod);
    const content = await buffer(await file.openReadStreamPromise(entry));
    expect(entry.crc32).toBe(crc32(content));
    files.set(entry.fileName, content);
  }
  return { files, methods };
}
