import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sampleApplication } from '../../sandbox/ictergezocht/applications.ts';
import { isRecord } from '../../sandbox/kit/exchange.ts';
import { BoardCaller } from './ictergezocht-caller.ts';
import { Receiver } from './receiver.ts';

const caller = new BoardCaller();
const { board, upstream } = caller;
const receiver = new Receiver();
const other = { authorization: 'Bearer sandbox-ictergezocht-key-2' };

beforeAll(async () => {
  await Promise.all([upstream.start(), receiver.start()]);
});
afterEach(() => {
  caller.reset();
  receiver.calls.length = 0;
});
afterAll(async () => {
  await Promise.all([upstream.stop(), receiver.stop()]);
});

const full = {
  title: 'Senior technieker 👩‍🔧',
  description: '<p>Wat je gaat doen</p>',
  location: 'Utrecht',
  countryCode: 'NL',
  education: 'HBO',
  experience: '5 jaar',
  employment: 'Fulltime',
  hours: '36',
  salary: '€ 4.000',
  industry: 'ICT',
  company: { name: 'Bits & Co', logoUrl: 'https://example.org/logo.png', description: 'Wij', typeId: 1 },
  companyUser: { name: 'Jan', email: 'jan@example.org', phone: '+31 6 0000 0000', photoUrl: 'https://example.org/jan.jpg', functionId: 1 },
  atsId: '12',
  autoDeleteDate: '2030-12-31',
  customFields: [{ name: 'talen', value: 'Rust, Zig' }],
};
const minimal = { title: 'Beheerder', description: 'Beheer', location: '3511 AB' };

async function post(referenceNumber: string, payload: object = minimal, headers: Readonly<Record<string, string>> = {}): Promise<number> {
  const response = await caller.call('vacancy', 'POST', { referenceNumber, ...payload }, headers);
  const body: unknown = await response.json();
  if (response.status !== 201 || !isRecord(body)) throw new Error(`${response.status} ${JSON.stringify(body)}`);
  expect(body).toEqual({ vacancyId: expect.any(Number), vacancyUrl: `https://www.ictergezocht.example/vacature/${String(body['vacancyId'])}` });
  return Number(body['vacancyId']);
}

function stored(vacancyId: number): unknown {
  return board.data.vacancies.find((vacancy) => vacancy.vacancyId === vacancyId)?.payload;
}

describe('posting a vacancy', () => {
  test('keeps every documented field', async () => {
    expect(stored(await post('P-1', full))).toEqual({ referenceNumber: 'P-1', ...full });
  });

  test('asks no more than the four required fields', async () => {
    expect(stored(await post('P-2'))).toEqual({ referenceNumber: 'P-2', ...minimal });
  });

  test.each([
    ['referenceNumber', { referenceNumber: '  ' }],
    ['title', { title: undefined }],
    ['description', { description: 7 }],
    ['location', { location: '' }],
    ['countryCode', { countryCode: 'NLD' }],
    ['countryCode', { countryCode: 'nl' }],
    ['countryCode', { countryCode: 'ZZ' }],
    ['salary', { salary: null }],
    ['atsId', { atsId: 12 }],
    ['autoDeleteDate', { autoDeleteDate: '31-12-2030' }],
    ['autoDeleteDate', { autoDeleteDate: '2030-02-30' }],
    ['company', { company: 'Bits & Co' }],
    ['company.name', { company: {} }],
    ['company.logoUrl', { company: { name: 'x', logoUrl: 'logo.png' } }],
    ['company.typeId', { company: { name: 'x', typeId: 999 } }],
    ['company.typeId', { company: { name: 'x', typeId: '1' } }],
    ['companyUser.email', { companyUser: { name: 'x', email: 'niemand' } }],
    ['companyUser.functionId', { companyUser: { name: 'x', email: 'x@example.org', functionId: 10 } }],
    ['customFields', { customFields: { name: 'x', value: 'y' } }],
    ['customFields.1.value', { customFields: [{ name: 'x', value: 'y' }, { name: 'z' }] }],
    ['reference', { reference: 'X' }],
  ])('is refused for a bad %s', async (path, change) => {
    const response = await caller.call('vacancy', 'POST', { referenceNumber: 'P-3', ...full, ...change });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ errors: [{ error: expect.any(String), label: path.split('.').at(-1), path }] });
  });

  test('names all errors at once', async () => {
    const response = await caller.call('vacancy', 'POST', {});
    expect(await response.json()).toMatchObject({ errors: ['referenceNumber', 'title', 'description', 'location'].map((path) => ({ path })) });
  });

  test('takes digits for ids where the switch says so, still of the list', async () => {
    board.switches.idForm = 'int-or-digits';
    await post('P-4', { ...minimal, company: { name: 'x', typeId: '1' } });
    expect(await caller.status('vacancy', 'POST', { referenceNumber: 'P-5', ...minimal, company: { name: 'x', typeId: '999' } })).toBe(400);
  });

  test('wants a JSON object as JSON', async () => {
    expect(await caller.status('vacancy', 'POST', '{"referenceNumber":')).toBe(400);
    expect(await caller.status('vacancy', 'POST', [])).toBe(400);
    expect(await caller.status('vacancy', 'POST', { referenceNumber: 'P-6', ...minimal }, { 'content-type': 'text/plain' })).toBe(400);
  });

  test('wants a reference number that the account does not use yet', async () => {
    await post('P-7');
    const response = await caller.call('vacancy', 'POST', { referenceNumber: 'P-7', ...minimal });
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ errors: [{ path: 'referenceNumber' }] });
    await post('P-7', minimal, other);
  });

  test('costs a credit until there are none', async () => {
    board.switches.credits = 1;
    expect(await caller.status('vacancy', 'POST', { referenceNumber: 'P-8' })).toBe(400);
    await post('P-8');
    expect(await caller.status('vacancy', 'POST', { referenceNumber: 'P-9', ...minimal })).toBe(402);
    board.switches.credits = -1;
    await post('P-9');
  });
});

describe('changing a vacancy', () => {
  test('replaces it whole', async () => {
    const vacancyId = await post('C-1', full);
    const response = await caller.call(`vacancy/${vacancyId}`, 'PUT', { referenceNumber: 'C-1', ...minimal });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ vacancyId, vacancyUrl: expect.any(String) });
    expect(stored(vacancyId)).toEqual({ referenceNumber: 'C-1', ...minimal });
  });

  test('is validated like a new one', async () => {
    const vacancyId = await post('C-2');
    expect(await caller.status(`vacancy/${vacancyId}`, 'PUT', { title: 'Alleen een titel' })).toBe(400);
    expect(stored(vacancyId)).toEqual({ referenceNumber: 'C-2', ...minimal });
  });

  test('cannot take the reference number of another', async () => {
    const vacancyId = await post('C-3');
    await post('C-4');
    expect(await caller.status(`vacancy/${vacancyId}`, 'PUT', { referenceNumber: 'C-4', ...minimal })).toBe(409);
    expect(await caller.status(`vacancy/${vacancyId}`, 'PUT', { referenceNumber: 'C-5', ...minimal })).toBe(200);
  });

  test('is a 404 where it is not there, or not the account’s own', async () => {
    const vacancyId = await post('C-6');
    expect(await caller.status('vacancy/1', 'PUT', { referenceNumber: 'C-7', ...minimal })).toBe(404);
    expect(await caller.status(`vacancy/${vacancyId}`, 'PUT', { referenceNumber: 'C-6', ...minimal }, other)).toBe(404);
  });
});

describe('deleting a vacancy', () => {
  test('answers 204 without a body, then 404, and frees its reference number', async () => {
    const vacancyId = await post('D-1');
    expect(await caller.status(`vacancy/${vacancyId}`, 'DELETE', undefined, other)).toBe(404);
    const response = await caller.call(`vacancy/${vacancyId}`, 'DELETE');
    expect([response.status, await response.text()]).toEqual([204, '']);
    expect(await caller.status(`vacancy/${vacancyId}`, 'DELETE')).toBe(404);
    expect(await post('D-1')).not.toBe(vacancyId);
  });
});

describe('an application', () => {
  test('is sent with the agreed key', async () => {
    const application = sampleApplication('REF-1', { leeftijdsgroep: '30-40' });
    expect(await board.sendApplication(`${receiver.url}/hook`, application, { bearer: 'agreed' })).toEqual({ status: 200, body: 'ok' });
    const [call] = receiver.calls;
    expect(call).toMatchObject({ method: 'POST', target: '/hook', headers: { authorization: 'Bearer agreed', 'content-type': 'application/json' } });
    expect(JSON.parse(call?.body ?? '')).toEqual(application);
    expect(Buffer.from(application.cv ?? '', 'base64').toString('utf8')).toMatch(/^%PDF/);
  });

  test('is signed over its raw body, by default in hex with SHA-256', async () => {
    const application = { referenceNumber: 'é', name: '', email: '', source: '', campaign: '' };
    await board.sendApplication(receiver.url, application, { hmac: { secret: 'secret' } });
    await board.sendApplication(receiver.url, application, { hmac: { secret: 'secret', algorithm: 'sha1', encoding: 'base64', header: 'X-Hub' } });
    expect(receiver.calls.map(({ headers }) => [headers['x-signature'], headers['x-hub'], headers.authorization])).toEqual([
      // By `openssl dgst -hmac secret` over the body.
      ['3022f78f928ecf9876c72d3b0daba275c2fee845f318e4a8ae8e9e1ba2fe07c1', undefined, undefined],
      [undefined, 'ZdvsngROiXw8I+fvjFiLhbkYH98=', undefined],
    ]);
  });

  test('never leaves loopback', async () => {
    await expect(board.sendApplication('https://example.org/hook', sampleApplication('REF-1'), {})).rejects.toThrow('loopback only');
  });
});
