import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { storeEngines } from '../../store/engines.ts';
import { callsOf } from '../../support/upstream-calls.ts';
import { on, publish, publishInput, type PostingStory, startStory, truth } from './story.ts';

const outcome = 'status userErrors { code severity path } error { code }';
const saveJob = `mutation ($input: SaveJobInput!) { result: saveJob(input: $input) { ${outcome} jobCode } }`;
const createVacancy = `mutation ($input: VacancyInput!, $key: String) { result: createVacancy(input: $input, idempotencyKey: $key) { ${outcome} vacancyId } }`;
const updateVacancy = `mutation ($id: ID!, $input: VacancyInput!) { result: updateVacancy(id: $id, input: $input) { ${outcome} } }`;
const postings = '{ result: postings { nodes { referenceNumber title channels { status } } } }';

interface Saved {
  readonly status: string;
  readonly jobCode?: string;
  readonly vacancyId?: string;
}

function jobInput(change: Readonly<Record<string, unknown>> = {}) {
  const { cso } = publishInput('unused');
  const named = { internalReferenceCode: 'J-1', name: 'Inspecteur', description: 'Je controleert\naangiften.', requirements: 'Hbo', city: 'Utrecht', postcode: '3511AA' };
  return { ...cso, ...named, hoursMax: 36, payDescription: 'in overleg', applicationEmail: 'werk@example.org', ...change };
}

function vacancyInput(change: Readonly<Record<string, unknown>> = {}) {
  return { referenceNumber: 'V-1', title: 'Ontwikkelaar', description: 'Je bouwt\n🙂', location: 'Delft', countryCode: 'NL', company: { name: 'Voorbeeld' }, companyUser: { name: 'Jo', email: 'jo@example.org' }, ...change };
}

async function ask<T = unknown>({ gateway }: PostingStory, document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
  const { data, errors } = await gateway.query<{ result: T }>(document, variables);
  expect(errors).toEqual([]);
  if (data === null) throw new Error('there is no answer');
  return data.result;
}

const half = 'a\ud800b';
/** More than an index of PostgreSQL takes, however well it is packed. */
const endless = randomBytes(4000).toString('hex');

describe.each(storeEngines)('texts that cannot be kept, on $engine', (engine) => {
  test('as names are refused before anything is sent, by where they stand', async () => {
    await using story = await startStory(engine, { ANONYMOUS_SCOPES: 'vacancies:read vacancies:write indexing:write' });
    const publishing = 'mutation ($input: PublishVacancyInput!, $key: String!) { publishVacancy(input: $input, channels: [CSO], idempotencyKey: $key) { channels { status } } }';
    const subscribing = 'mutation ($event: String!) { subscribeWebhook(input: { source: CEGID, event: $event, callbackUrl: "https://a.example/x" }) { userErrors { code } } }';
    const cases: readonly (readonly [argument: string, document: string, variablesOf: (name: string) => Readonly<Record<string, unknown>>])[] = [
      ['input.internalReferenceCode', saveJob, (name) => ({ input: jobInput({ internalReferenceCode: name }) })],
      ['input.jobCode', saveJob, (name) => ({ input: jobInput({ jobCode: name }) })],
      ['input.referenceNumber', createVacancy, (name) => ({ input: vacancyInput({ referenceNumber: name }) })],
      ['idempotencyKey', createVacancy, (name) => ({ input: vacancyInput(), key: name })],
      ['input.referenceNumber', updateVacancy, (name) => ({ id: 'ictergezocht:vacancy:1', input: vacancyInput({ referenceNumber: name }) })],
      ['input.referenceNumber', publishing, (name) => ({ input: publishInput(name), key: 'k' })],
      ['input.cso.jobCode', publishing, (name) => ({ input: publishInput('R-1', { cso: { ...publishInput('').cso, jobCode: name } }), key: 'k' })],
      ['referenceNumber', 'mutation ($name: String!) { withdrawVacancy(referenceNumber: $name, channels: [CSO]) { channels { status } } }', (name) => ({ name })],
      ['jobCode', 'mutation ($name: String!) { removeJob(jobCode: $name) { removed } }', (name) => ({ name })],
      ['id', 'mutation ($name: ID!) { deleteVacancy(id: $name) { deletedId } }', (name) => ({ name: `ictergezocht:vacancy:${name}` })],
      ['id', 'mutation ($name: ID!) { resolvePosting(id: $name, channel: CSO, published: true) { posting { id } } }', (name) => ({ name })],
      ['input.event', subscribing, (event) => ({ event })],
      ['id', 'mutation ($name: ID!) { unsubscribeWebhook(id: $name) { id } }', (name) => ({ name })],
    ];
    for (const [argument, document, variablesOf] of cases) {
      for (const name of ['a\u0000', half, 'a\nb']) {
        const { errors } = await story.gateway.query(document, variablesOf(name));
        expect({ document, name, errors: errors.map(({ extensions }) => [extensions.code, extensions['argument']]) }).toEqual({ document, name, errors: [['BAD_USER_INPUT', argument]] });
      }
      const { errors } = await story.gateway.query(document, variablesOf(endless));
      // An id that nothing has is one that is not found.
      expect({ document, codes: errors.map(({ extensions }) => extensions.code) }).toEqual({ document, codes: argument === 'id' && !document.includes('deleteVacancy') ? [] : ['BAD_USER_INPUT'] });
    }
    expect(callsOf(story.sandbox)).toEqual({});
  });

  test('are refused in a change, which leaves the vacancy upstream and what is kept of it as they were', async () => {
    await using story = await startStory(engine);
    const { jobCode } = await ask<Saved>(story, saveJob, { input: jobInput() });
    const { vacancyId } = await ask<Saved>(story, createVacancy, { input: vacancyInput() });
    for (const text of ['changed\u0000title', `changed ${half}`]) {
      expect(await ask(story, saveJob, { input: jobInput({ jobCode, name: text }) })).toMatchObject({ status: 'INVALID', userErrors: [{ code: 'INVALID_FORMAT', severity: 'ERROR', path: ['input', 'name'] }], error: null });
      expect(await ask(story, updateVacancy, { id: vacancyId, input: vacancyInput({ title: text }) })).toMatchObject({ status: 'INVALID', userErrors: [{ code: 'INVALID_FORMAT', path: ['input', 'title'] }] });
      const payload = await publish(story, publishInput('R-1', { description: text }), `key ${text.length}`);
      for (const channel of ['CSO', 'ICTERGEZOCHT'] as const) expect(on(channel, payload)).toMatchObject({ status: 'INVALID', userErrors: [{ code: 'INVALID_FORMAT', path: ['input', 'description'] }] });
    }
    expect(truth(story.sandbox, 'J-1').cso.map(({ content }) => content['name'])).toEqual(['Inspecteur']);
    expect(truth(story.sandbox, 'V-1').board.map(({ payload }) => payload.title)).toEqual(['Ontwikkelaar']);
    expect(await ask(story, postings)).toEqual({
      nodes: [
        { referenceNumber: 'V-1', title: 'Ontwikkelaar', channels: [{ status: 'PUBLISHED' }] },
        { referenceNumber: 'J-1', title: 'Inspecteur', channels: [{ status: 'PUBLISHED' }] },
      ],
    });
  });

  test('of one channel keep the other from nothing, and validateVacancy tells of them', async () => {
    await using story = await startStory(engine);
    const input = publishInput('R-1', { cso: { ...publishInput('').cso, otherDetails: half } });
    const validate = 'query ($input: PublishVacancyInput!) { result: validateVacancy(input: $input, channels: [CSO, ICTERGEZOCHT]) { channel valid userErrors { code path } } }';
    const checked = await ask(story, validate, { input });
    expect(checked).toMatchObject([{ channel: 'CSO', valid: false, userErrors: [{ code: 'INVALID_FORMAT', path: ['input', 'cso', 'otherDetails'] }] }, { channel: 'ICTERGEZOCHT', valid: true }]);
    const long = await ask(story, validate, { input: publishInput(endless) });
    expect(long).toMatchObject(['CSO', 'ICTERGEZOCHT'].map((channel) => ({ channel, valid: false, userErrors: [{ code: 'TOO_LONG', path: ['input', 'referenceNumber'] }] })));
    const payload = await publish(story, input, 'key-1');
    expect(on('CSO', payload)).toMatchObject({ status: 'INVALID' });
    expect(on('ICTERGEZOCHT', payload)).toMatchObject({ status: 'PUBLISHED' });
  });

  test('as addresses of a webhook are neither kept nor told to the site; long ones are taken', async () => {
    await using story = await startStory(engine);
    const subscribe = 'mutation ($input: SubscribeWebhookInput!) { result: subscribeWebhook(input: $input) { subscription { callbackUrl } userErrors { code path } } }';
    const input = { source: 'CEGID', event: 'vacancy_update', callbackUrl: 'https://elsewhere.example/hook' };
    for (const name of ['callbackUrl', 'pingUrl']) {
      for (const [url, code] of [['https://elsewhere.example/a\u0000b', 'INVALID_FORMAT'], [`https://elsewhere.example/${half}`, 'INVALID_FORMAT'], [`https://elsewhere.example/${endless}`, 'TOO_LONG']]) {
        expect(await ask(story, subscribe, { input: { ...input, [name]: url } })).toEqual({ subscription: null, userErrors: [{ code, path: ['input', name] }] });
      }
    }
    expect(callsOf(story.sandbox)).toEqual({});
    const callbackUrl = `https://elsewhere.example/${Array.from({ length: 1900 }, (_, index) => String.fromCodePoint(0x4e00 + ((index * index * 7919) % 20_000))).join('')}`;
    expect(await ask(story, subscribe, { input: { ...input, callbackUrl } })).toEqual({ subscription: { callbackUrl }, userErrors: [] });
  });
});
