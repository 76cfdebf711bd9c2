import { describe, expect, test } from 'vitest';
import { storeEngines } from '../../store/engines.ts';
import { as } from '../../support/clients.ts';
import { type Channel, on, publish, publishInput, type PostingStory, startStory, truth } from './story.ts';

interface Saved extends Omit<Channel, 'channel'> {
  readonly jobCode?: string | null;
  readonly vacancyUrl?: string | null;
  readonly raw?: unknown;
  readonly vacancy: { readonly title: string; readonly posting?: { readonly referenceNumber: string } | null } | null;
}
const outcome = 'status replayed vacancyId userErrors { code severity path message } error { code upstreamStatus retryAfterSeconds }';
const saveJob = `mutation ($input: SaveJobInput!, $key: String) { result: saveJob(input: $input, idempotencyKey: $key) { ${outcome} jobCode raw vacancy { title posting { referenceNumber } } } }`;
const removeJob = 'mutation ($code: String!) { result: removeJob(jobCode: $code) { jobCode removed userErrors { code path } error { code } } }';
const createVacancy = `mutation ($input: VacancyInput!, $key: String) { result: createVacancy(input: $input, idempotencyKey: $key) { ${outcome} vacancyUrl vacancy { title } } }`;
const updateVacancy = `mutation ($id: ID!, $input: VacancyInput!) { result: updateVacancy(id: $id, input: $input) { ${outcome} vacancyUrl vacancy { title } } }`;
const deleteVacancy = 'mutation ($id: ID!) { result: deleteVacancy(id: $id) { deletedId userErrors { code path } error { code } } }';

function jobInput(change: Readonly<Record<string, unknown>> = {}) {
  const { cso } = publishInput('unused');
  const named = { internalReferenceCode: 'J-1', name: 'Inspecteur', description: 'Je controleert aangiften.', requirements: 'Hbo', city: 'Utrecht', postcode: '3511AA' };
  return { ...cso, ...named, hoursMax: 36, payDescription: 'in overleg', applicationEmail: 'werk@example.org', ...change };
}
const vacancyInput = {
  referenceNumber: 'V-1',
  title: 'Ontwikkelaar',
  description: '<p>Je bouwt <b>software</b>.</p>',
  location: 'Delft',
  countryCode: 'NL',
  company: { name: 'Voorbeeld', typeId: 1 },
  companyUser: { name: 'Jo Jansen', email: 'jo@example.org', functionId: 1 },
};

async function ask<T>({ gateway }: PostingStory, document: string, variables: Readonly<Record<string, unknown>>): Promise<T> {
  const { data, errors } = await gateway.query<{ result: T }>(document, variables);
  expect(errors).toEqual([]);
  if (data === null) throw new Error('there is no answer');
  return data.result;
}

describe.each(storeEngines)('one channel’s own mutations on $engine', (engine) => {
  test('saveJob saves a new job, which is read back at once, and changes it by its code', async () => {
    await using story = await startStory(engine);
    const saved = await ask<Saved>(story, saveJob, { input: jobInput(), key: 'k-1' });
    expect(saved).toMatchObject({ status: 'PUBLISHED', replayed: false, userErrors: [], vacancy: { title: 'Inspecteur', posting: { referenceNumber: 'J-1' } } });
    expect(saved.vacancyId).toBe(`cso:vacancy:${saved.jobCode}`);
    expect(saved.raw).not.toBeNull();
    expect(await ask<Saved>(story, saveJob, { input: jobInput(), key: 'k-1' })).toMatchObject({ replayed: true, jobCode: saved.jobCode, raw: saved.raw });
    const changed = await ask<Saved>(story, saveJob, { input: jobInput({ jobCode: saved.jobCode, name: 'Hoofdinspecteur' }), key: 'k-2' });
    expect(changed).toMatchObject({ status: 'UPDATED', jobCode: saved.jobCode, vacancy: { title: 'Hoofdinspecteur' } });
    expect(truth(story.sandbox, 'J-1').cso.map(({ content }) => content.name)).toEqual(['Hoofdinspecteur']);
  });

  test.each(['string', 'job', 'counts'] as const)('saveJob copes with an answer that is a %s', async (answer) => {
    await using story = await startStory(engine);
    story.sandbox.definitions.cso.switches.saveJobAnswer = answer;
    const saved = await ask<Saved>(story, saveJob, { input: jobInput() });
    expect(saved).toMatchObject({ status: 'PUBLISHED', jobCode: truth(story.sandbox, 'J-1').cso[0]?.code });
  });

  test('saveJob without a key and a code is another job each time', async () => {
    await using story = await startStory(engine);
    const codes = [await ask<Saved>(story, saveJob, { input: jobInput() }), await ask<Saved>(story, saveJob, { input: jobInput() })].map(({ jobCode }) => jobCode);
    expect(new Set(codes).size).toBe(2);
    expect(truth(story.sandbox, 'J-1').cso).toHaveLength(2);
    for (const code of codes) expect(await ask(story, removeJob, { code })).toMatchObject({ removed: true });
  });

  test('removeJob takes a job off that the caller posted, twice, and no other', async () => {
    await using story = await startStory(engine);
    const { jobCode } = await ask<Saved>(story, saveJob, { input: jobInput() });
    expect(await ask(story, removeJob, { code: jobCode })).toEqual({ jobCode, removed: true, userErrors: [], error: null });
    expect(await ask(story, removeJob, { code: jobCode })).toMatchObject({ removed: true });
    const [other] = story.sandbox.definitions.cso.data.jobs;
    expect(await ask(story, removeJob, { code: other?.code })).toMatchObject({ removed: false, userErrors: [{ code: 'NOT_OWNED', path: ['jobCode'] }] });
    expect(await ask(story, saveJob, { input: jobInput({ jobCode: other?.code }) })).toMatchObject({ status: 'INVALID', userErrors: [{ code: 'NOT_OWNED', path: ['input', 'jobCode'] }] });
    expect(story.sandbox.definitions.cso.data.jobs.find(({ code }) => code === other?.code)).toEqual(other);
  });

  test('a vacancy of ICTerGezocht is created, read back as it was sent, updated and deleted', async () => {
    await using story = await startStory(engine);
    const created = await ask<Saved>(story, createVacancy, { input: vacancyInput, key: 'k-1' });
    expect(created).toMatchObject({ status: 'PUBLISHED', userErrors: [], vacancy: { title: 'Ontwikkelaar' } });
    const { vacancyId: id } = created;
    const read = 'query ($id: ID!) { result: vacancy(id: $id) { id title description { plain } status url references { kind value } location { city countryCode } posting { referenceNumber } } }';
    expect(await ask(story, read, { id })).toEqual({
      id,
      title: 'Ontwikkelaar',
      description: { plain: 'Je bouwt software.' },
      status: 'PUBLISHED',
      url: created.vacancyUrl,
      references: [{ kind: 'REFERENCE_NUMBER', value: 'V-1' }],
      location: { city: 'Delft', countryCode: 'NL' },
      posting: { referenceNumber: 'V-1' },
    });
    expect(await ask(story, updateVacancy, { id, input: { ...vacancyInput, title: 'Bouwer' } })).toMatchObject({ status: 'UPDATED', vacancyId: id, vacancy: { title: 'Bouwer' } });
    expect(truth(story.sandbox, 'V-1').board.map(({ payload }) => payload.title)).toEqual(['Bouwer']);
    expect(await ask(story, deleteVacancy, { id })).toEqual({ deletedId: id, userErrors: [], error: null });
    expect(await ask(story, deleteVacancy, { id })).toMatchObject({ deletedId: id });
    expect(truth(story.sandbox, 'V-1').board).toEqual([]);
    expect(await ask(story, read, { id })).toMatchObject({ status: 'CLOSED' });
  });

  test('a vacancy that somebody else posted cannot be read back, changed or deleted', async () => {
    await using story = await startStory(engine);
    const other = story.sandbox.definitions.ictergezocht.data.vacancies.find(({ account, deletedMs }) => account === 'A' && deletedMs === undefined);
    const id = `ictergezocht:vacancy:${other?.vacancyId}`;
    expect(await ask(story, 'query ($id: ID!) { result: vacancy(id: $id) { title } }', { id })).toBeNull();
    expect(await ask(story, updateVacancy, { id, input: vacancyInput })).toMatchObject({ status: 'INVALID', userErrors: [{ code: 'NOT_OWNED', path: ['id'] }] });
    expect(await ask(story, deleteVacancy, { id })).toMatchObject({ deletedId: null, userErrors: [{ code: 'NOT_OWNED', path: ['id'] }] });
    expect(other?.deletedMs).toBeUndefined();
  });

  test('a change of a vacancy that the board does not have is told by its id', async () => {
    await using story = await startStory(engine);
    const known = await ask<Saved>(story, createVacancy, { input: vacancyInput });
    await ask(story, deleteVacancy, { id: known.vacancyId });
    for (const id of [known.vacancyId, 'ictergezocht:vacancy:abc']) {
      expect(await ask(story, updateVacancy, { id, input: vacancyInput })).toMatchObject({ status: 'INVALID', userErrors: [{ code: expect.stringMatching(/^NOT_(?:FOUND|OWNED)$/), path: ['id'] }] });
    }
  });

  test('a reference number that the board has is a duplicate', async () => {
    await using story = await startStory(engine);
    await ask(story, createVacancy, { input: vacancyInput });
    expect(await ask(story, createVacancy, { input: vacancyInput })).toMatchObject({ status: 'INVALID', userErrors: [{ code: 'DUPLICATE' }] });
    expect(truth(story.sandbox, 'V-1').board).toHaveLength(1);
  });

  test.each([
    ['an id of another source', updateVacancy, { id: 'cso:vacancy:01130-1', input: vacancyInput }],
    ['an id of another form', deleteVacancy, { id: '4711' }],
    ['an empty key', createVacancy, { input: vacancyInput, key: ' ' }],
  ])('%s is the caller’s mistake', async (_, document, variables) => {
    await using story = await startStory(engine);
    const { errors } = await story.gateway.query(document, variables);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
    expect(story.sandbox.upstreams.ictergezocht.requests).toEqual([]);
  });
});

describe.each(storeEngines)('what is kept, on $engine', (engine) => {
  const postings = 'query ($first: Int, $after: String, $reference: String) { result: postings(first: $first, after: $after, referenceNumber: $reference) { totalCount pageInfo { hasNextPage endCursor } nodes { referenceNumber channels { channel status } } } }';
  interface Page {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    readonly nodes: readonly { readonly referenceNumber: string }[];
  }

  test('postings page, the newest first', async () => {
    await using story = await startStory(engine);
    for (const reference of ['R-1', 'R-2', 'R-3']) await publish(story, publishInput(reference), `key ${reference}`, ['ICTERGEZOCHT']);
    const first = await ask<Page>(story, postings, { first: 2 });
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true }, nodes: [{ referenceNumber: 'R-3' }, { referenceNumber: 'R-2' }] });
    expect(await ask(story, postings, { first: 2, after: first.pageInfo.endCursor })).toMatchObject({ pageInfo: { hasNextPage: false }, nodes: [{ referenceNumber: 'R-1' }] });
    expect(await ask(story, postings, { reference: 'R-2' })).toMatchObject({ totalCount: 1, nodes: [{ channels: [{ channel: 'ICTERGEZOCHT', status: 'PUBLISHED' }] }] });
    const { errors } = await story.gateway.query(postings, { after: first.pageInfo.endCursor, reference: 'R-2' });
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
  });

  test('every mutation leaves a row in the log for each channel, without what it said', async () => {
    await using story = await startStory(engine, {}, 'demo');
    const payload = await publish(story, publishInput('R-1'), 'key-1');
    await publish(story, publishInput('R-1'), 'key-1');
    await ask(story, removeJob, { code: 'somebody-elses' });
    const document = '{ mutationLog(client: "anonymous") { totalCount nodes { at client operation channel target outcome upstreamStatus inputHash } } }';
    const { data } = await story.gateway.query<{ mutationLog: { nodes: readonly unknown[]; totalCount: number } }>(document, {}, as('admin'));
    const log = data?.mutationLog;
    expect(log?.totalCount).toBe(5);
    expect(log?.nodes).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ client: 'anonymous', operation: 'publishVacancy', channel: 'CSO', target: on('CSO', payload).vacancyId, outcome: 'PUBLISHED', upstreamStatus: 200, inputHash: expect.stringMatching(/^[0-9a-f]{64}$/) }),
        expect.objectContaining({ operation: 'publishVacancy', channel: 'ICTERGEZOCHT', outcome: 'REPLAYED PUBLISHED', upstreamStatus: null }),
        expect.objectContaining({ operation: 'removeJob', channel: 'CSO', outcome: 'INVALID', target: 'somebody-elses' }),
      ]),
    );
    expect(JSON.stringify(log)).not.toContain('example.org');
  });
});
