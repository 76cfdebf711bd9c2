import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../support/gateway.ts';
import { allListed, boardKey, boardSecret, listed, post, sampleApplication, send } from '../stories/inbound/story.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

const unproven = [{ error: 'The delivery does not show a valid key or signature.', label: '', path: '' }];

describe('a delivery', () => {
  test('is taken with the key, and answered with its number once it is kept', async () => {
    const { status, id } = await send(gateway, sampleApplication('A-1', { vraag: 'Waarom?', jaren: 3 }));
    expect(status).toBe(201);
    const cv = Buffer.from(sampleApplication('A-1').cv ?? '', 'base64');
    const { nodes } = await listed(gateway, { filter: { referenceNumber: 'A-1' } });
    expect(nodes).toEqual([
      {
        id: `ictergezocht:application:${id}`,
        source: 'ICTERGEZOCHT',
        receivedAt: expect.any(String),
        referenceNumber: 'A-1',
        name: 'Zoë van ’t Hof',
        email: 'zoe.vanthof@example.org',
        phone: '+31 6 0000 1234',
        city: 'Utrecht',
        motivation: 'Ik wil graag meebouwen.\nMet vriendelijke groet 👩‍💻',
        origin: 'ICTerGezocht.nl',
        campaign: 'Standaard',
        custom: { vraag: 'Waarom?', jaren: 3 },
        resume: { fileName: 'cv Zoë.pdf', byteLength: cv.length, sha256: createHash('sha256').update(cv).digest('hex'), url: `${gateway.url}/applications/${id}/resume` },
      },
    ]);
  });

  test('is taken with a signature of the raw body, whatever is around the digest', async () => {
    expect(await send(gateway, sampleApplication('A-2'), { hmac: { secret: boardSecret } })).toMatchObject({ status: 201 });
    const body = JSON.stringify(sampleApplication('A-3'));
    const digest = createHmac('sha256', boardSecret).update(body).digest('hex');
    expect(await post(gateway, body, { authorization: '', 'x-signature': `sha256=${digest.toUpperCase()}` })).toMatchObject({ status: 201 });
  });

  test('that is the same again gets the same number, and is kept once', async () => {
    const first = await send(gateway, sampleApplication('A-4', { kenmerk: 'poging 1' }));
    const again = await send(gateway, sampleApplication('A-4', { kenmerk: 'poging 2' }));
    expect(again).toEqual(first);
    expect((await listed(gateway, { filter: { referenceNumber: 'A-4' } })).totalCount).toBe(1);
  });

  test('needs no more than what the document requires', async () => {
    const { referenceNumber, name, email } = sampleApplication('A-5');
    expect(await post(gateway, JSON.stringify({ referenceNumber, name, email, source: '', campaign: null, phone: '', city: null, cv: '' }))).toMatchObject({ status: 201 });
    const { nodes } = await listed(gateway, { filter: { referenceNumber: 'A-5' } });
    expect(nodes).toMatchObject([{ origin: '', campaign: '', phone: null, city: null, motivation: null, resume: null, custom: {} }]);
  });
});

describe('a delivery is nobody’s and answered 401', () => {
  test.each([
    ['without a key', {}],
    ['with an empty key', { bearer: '' }],
    ['with another key', { bearer: 'sandbox-webhook-kez' }],
    ['with the beginning of the key', { bearer: boardKey.slice(0, -1) }],
    ['with a caller’s scheme', { bearer: `Basic ${boardKey}` }],
    ['with a signature by another secret', { hmac: { secret: 'another-webhook-secret' } }],
    ['with a signature by another algorithm', { hmac: { secret: boardSecret, algorithm: 'sha512' } }],
    ['with a signature in another encoding', { hmac: { secret: boardSecret, encoding: 'base64' } }],
    ['with a signature in another header', { hmac: { secret: boardSecret, header: 'X-Hub-Signature' } }],
  ] as const)('%s', async (_, proof) => {
    expect(await send(gateway, sampleApplication('U-1'), proof)).toEqual({ status: 401, id: null, errors: unproven });
  });

  test('with the signature of another body', async () => {
    const signature = createHmac('sha256', boardSecret).update(JSON.stringify(sampleApplication('U-1'))).digest('hex');
    expect(await post(gateway, JSON.stringify(sampleApplication('U-2')), { authorization: '', 'x-signature': signature })).toMatchObject({ status: 401 });
    for (const cut of [signature.slice(2), `${signature}00`, 'sha256=', 'é']) {
      expect(await post(gateway, JSON.stringify(sampleApplication('U-1')), { authorization: '', 'x-signature': encodeURIComponent(cut) })).toMatchObject({ status: 401 });
    }
  });

  test('before its body is read', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      async pull(controller) {
        sent += 65_536;
        await new Promise((go) => setTimeout(go, 5));
        controller.enqueue(new Uint8Array(65_536));
      },
    });
    const left = new AbortController();
    const response = await fetch(`${gateway.url}/webhooks/ictergezocht/applications`, { method: 'POST', headers: { authorization: 'Bearer wrong' }, body: endless, duplex: 'half', signal: left.signal } as RequestInit);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
    expect(sent).toBeLessThan(8 * 1024 * 1024);
    left.abort();
  });

  test('and leaves nothing behind', async () => {
    expect((await allListed(gateway)).filter(({ referenceNumber }) => referenceNumber.startsWith('U-'))).toEqual([]);
  });
});

describe('two secrets at once', () => {
  test('are both taken, while one that was replaced is not', async () => {
    const rotating = await startGateway({ sandbox: gateway.sandbox, environment: { ICTERGEZOCHT_WEBHOOK_KEY: `${boardKey} the-next-webhook-key`, ICTERGEZOCHT_WEBHOOK_HMAC_SECRET: `${boardSecret} the-next-webhook-secret` } });
    const over = await startGateway({ sandbox: gateway.sandbox, environment: { ICTERGEZOCHT_WEBHOOK_KEY: 'the-next-webhook-key', ICTERGEZOCHT_WEBHOOK_HMAC_SECRET: 'the-next-webhook-secret' } });
    const proofs = [{ bearer: boardKey }, { bearer: 'the-next-webhook-key' }, { hmac: { secret: boardSecret } }, { hmac: { secret: 'the-next-webhook-secret' } }];
    const statuses = async (on: TestGateway) => Promise.all(proofs.map(async (proof) => (await send(on, sampleApplication('S-1'), proof)).status));
    expect(await statuses(rotating)).toEqual([201, 201, 201, 201]);
    expect(await statuses(over)).toEqual([401, 201, 401, 201]);
    await rotating.close();
    await over.close();
  });

  test('of a key and a signature are both needed where that is configured', async () => {
    const strict = await startGateway({ sandbox: gateway.sandbox, environment: { ICTERGEZOCHT_WEBHOOK_PROOF: 'both', ICTERGEZOCHT_WEBHOOK_HMAC_HEADER: 'X-Board-Hmac', ICTERGEZOCHT_WEBHOOK_HMAC_ALGORITHM: 'SHA-512', ICTERGEZOCHT_WEBHOOK_HMAC_ENCODING: 'base64' } });
    const hmac = { secret: boardSecret, header: 'X-Board-Hmac', algorithm: 'sha512', encoding: 'base64' } as const;
    const proofs = [{ bearer: boardKey }, { hmac }, { bearer: boardKey, hmac }, { bearer: 'wrong', hmac }, { bearer: boardKey, hmac: { ...hmac, secret: 'wrong' } }];
    const statuses = await Promise.all(proofs.map(async (proof) => (await send(strict, sampleApplication('S-2'), proof)).status));
    expect(statuses).toEqual([401, 401, 201, 401, 401]);
    await strict.close();
  });
});

test('without any secret nothing is taken, and the log of the start says so', async () => {
  const closed = await startGateway({ sandbox: gateway.sandbox, environment: { ICTERGEZOCHT_WEBHOOK_KEY: undefined, ICTERGEZOCHT_WEBHOOK_HMAC_SECRET: undefined } });
  expect(await send(closed, sampleApplication('C-1'))).toMatchObject({ status: 503, id: null });
  expect(closed.logged.some((line) => line.includes('no applications are taken at /webhooks/ictergezocht/applications'))).toBe(true);
  await closed.close();
});

describe('what is wrong is named, field by field and all at once', () => {
  test('everything together', async () => {
    const { status, errors } = await post(gateway, JSON.stringify({ name: 7, email: 'no address', phone: ['06'], city: 'x'.repeat(256), motivation: 'x'.repeat(65_536), source: 5, cv: '!!', filename: {} }));
    expect(status).toBe(400);
    expect(errors).toEqual([
      { path: 'referenceNumber', label: 'Reference number', error: 'Reference number is required.' },
      { path: 'name', label: 'Name', error: 'Name has to be text.' },
      { path: 'email', label: 'E-mail address', error: 'E-mail address has to be an e-mail address.' },
      { path: 'phone', label: 'Phone number', error: 'Phone number has to be text.' },
      { path: 'city', label: 'City', error: 'City is longer than 255 characters.' },
      { path: 'motivation', label: 'Motivation', error: 'Motivation is longer than 65535 characters.' },
      { path: 'source', label: 'Source', error: 'Source has to be text.' },
      { path: 'campaign', label: 'Campaign', error: 'Campaign is required.' },
      { path: 'filename', label: 'File name', error: 'File name has to be text.' },
      { path: 'cv', label: 'CV', error: 'CV has to be base64.' },
    ]);
  });
  test.each(['referenceNumber', 'name', 'email', 'phone', 'city', 'source', 'campaign', 'filename', 'motivation'])('%s', async (field) => {
    const longest = field === 'motivation' ? 65_535 : 255;
    const ofLength = (length: number) => (field === 'email' ? `${'👩'.repeat(length - 4)}@x.y` : '👩'.repeat(length));
    expect(await wrong({ [field]: ofLength(longest) })).toEqual({ status: 201, paths: [] });
    expect(await wrong({ [field]: ofLength(longest + 1) })).toEqual({ status: 400, paths: [field] });
    expect(await wrong({ [field]: 'a@b\u0000' })).toEqual({ status: 400, paths: [field] });
    expect(await wrong({ [field]: 'a@b\ud800' })).toEqual({ status: 400, paths: [field] });
    for (const value of [1, true, [], {}]) expect(await wrong({ [field]: value })).toEqual({ status: 400, paths: [field] });
  });
  test.each([
    ['padding in the middle', 'QQ==QUJD'],
    ['a sign of no alphabet', 'QUJ*'],
    ['an impossible length', 'QUJDR'],
    ['too much padding', 'QQ==='],
    ['an address of data', 'data:application/pdf;base64,QUJD'],
    ['only padding', '===='],
  ])('a CV with %s', async (_, cv) => {
    expect(await wrong({ cv })).toEqual({ status: 400, paths: ['cv'] });
  });
  test.each([
    ['in lines', 'QUJD\r\nREVG\r\n', 'ABCDEF'],
    ['of the alphabet for URLs', Buffer.from([0xfb, 0xff]).toString('base64url'), Buffer.from([0xfb, 0xff]).toString('latin1')],
    ['without its padding', 'QUI', 'AB'],
  ])('while a CV %s is taken whole', async (_, cv, bytes) => {
    const { id } = await post(gateway, JSON.stringify({ ...sampleApplication('W-2'), cv }));
    const resume = await fetch(`${gateway.url}/applications/${id}/resume`);
    expect(Buffer.from(await resume.arrayBuffer()).toString('latin1')).toBe(bytes);
  });
  test('what is no JSON object at all', async () => {
    for (const body of ['', '{', 'null', '[]', '"x"', '1', '{"a":1}x', '\ufeff']) expect(await post(gateway, body)).toMatchObject({ status: 400, id: null, errors: [{ path: '' }] });
    expect(await post(gateway, Buffer.from([0x7b, 0xff, 0x7d]))).toMatchObject({ status: 400, errors: [{ error: 'The body has to be UTF-8.' }] });
    expect(await post(gateway, `\ufeff${JSON.stringify(sampleApplication('W-3'))}`)).toMatchObject({ status: 201 });
  });
  test('another type or encoding of the body', async () => {
    const body = JSON.stringify(sampleApplication('W-4'));
    for (const type of ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', 'application/json; charset=utf-16']) {
      expect(await post(gateway, body, { 'content-type': type })).toMatchObject({ status: 415, id: null });
    }
    expect(await post(gateway, body, { 'content-encoding': 'gzip' })).toMatchObject({ status: 415 });
    for (const type of ['application/json; charset=UTF-8', 'application/ld+json', 'text/json']) expect(await post(gateway, body, { 'content-type': type })).toMatchObject({ status: 201 });
  });
});

describe('the size', () => {
  test('of a CV may be 20 MB after base64, and one byte more is too large', async () => {
    const largest = await send(gateway, ofBytes(20 * 1024 * 1024));
    expect(largest.status).toBe(201);
    const { headers } = await fetch(`${gateway.url}/applications/${largest.id}/resume`, { method: 'HEAD' });
    expect(headers.get('content-length')).toBe(String(20 * 1024 * 1024));
    expect(await send(gateway, ofBytes(20 * 1024 * 1024 + 1))).toMatchObject({ status: 413, id: null, errors: [{ path: 'cv' }] });
  });
  test('of a body may be 28 MB, stated or not', async () => {
    expect(await send(gateway, ofBytes(22 * 1024 * 1024))).toMatchObject({ status: 413, errors: [{ path: '' }] });
    let left = 29;
    const unstated = new ReadableStream<Uint8Array>({ pull: (controller) => (left-- > 0 ? controller.enqueue(Buffer.alloc(1024 * 1024, ' ')) : controller.close()) });
    expect(await post(gateway, unstated)).toMatchObject({ status: 413, errors: [{ path: '' }] });
  });
  test('of anything but the CV is far less', async () => {
    for (const own of ['[]', '{}', '""', '0']) {
      const body = `{"own":[${Array.from({ length: 1_000_000 }, () => own).join(',')}]}`;
      expect(await post(gateway, body)).toMatchObject({ status: 413, id: null });
    }
  });
});

test('no log holds anything of a person', async () => {
  await send(gateway, sampleApplication('P-1', { email: 'person-in-a-log@example', name: 'A name in a log', cv: '*' }));
  const log = gateway.logged.join('');
  for (const text of ['person-in-a-log', 'A name in a log', 'zoe.vanthof', 'Zoë', boardKey, boardSecret]) expect(log).not.toContain(text);
});

async function wrong(change: Readonly<Record<string, unknown>>) {
  const { status, errors } = await post(gateway, JSON.stringify({ ...sampleApplication('W-1'), ...change }));
  return { status, paths: errors.map(({ path }) => path) };
}

function ofBytes(bytes: number) {
  return sampleApplication('L-1', { cv: Buffer.alloc(bytes, 'cv').toString('base64') });
}
