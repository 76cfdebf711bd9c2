import { describe, expect, onTestFinished, test } from 'vitest';
import { demoKey } from '../../../sandbox/clients.ts';
import type { GraphQLFailure } from '../../support/gateway.ts';
import { callsOf } from '../../support/upstream-calls.ts';
import { useStory } from '../../support/story.ts';
import { listen, listenToChanges, tell, transports, whileWaiting } from './listen.ts';

const story = useStory({ clients: 'demo', environment: { ANONYMOUS_SCOPES: 'vacancies:read organisations:read' } });
const changes = 'subscription { vacancyChanged { id vacancyId source kind nativeStatus changedAt vacancy { title } } }';
const cegidCalls = () => Object.fromEntries(Object.entries(callsOf(story.sandbox)).filter(([name]) => name.includes('exports')));
const plain = () => story.sandbox.definitions.cegid.data.vacancies.filter(({ reference }) => /^[\d-]+$/.test(reference));
const referenceAt = (index: number) => plain()[index]?.reference ?? '';

describe.each(transports)('over %s', (transport) => {
  test('a change at Cegid is told with the vacancy as it is now, read once for all, whatever was kept of it', async () => {
    const { gateway, sandbox } = story;
    const reference = referenceAt(0);
    await gateway.query(`{ vacancy(id: "cegid:vacancy:${reference}") { title } }`);
    const [one, other] = [await listenToChanges(transport, sandbox, gateway, { query: changes }), await listenToChanges(transport, sandbox, gateway, { query: changes })];
    for (const title of ['Eerste titel', 'Tweede titel']) {
      for (const { requests } of Object.values(sandbox.upstreams)) requests.length = 0;
      sandbox.definitions.cegid.changeVacancy(reference, { title: `${transport} ${title}` });
      await tell(sandbox, gateway, { event_type: 'vacancy_update', reference });
      const told = { data: { vacancyChanged: expect.objectContaining({ vacancyId: `cegid:vacancy:${reference}`, source: 'CEGID', kind: 'UPDATED', vacancy: { title: `${transport} ${title}` } }) } };
      expect([await one.next(), await other.next()]).toEqual([told, told]);
      expect(cegidCalls()).toEqual({ 'cegid GET api/exports/v1/vacancies': 1 });
      sandbox.clock.advance(1000);
    }
    expect((await gateway.query<{ vacancy: object }>(`{ vacancy(id: "cegid:vacancy:${reference}") { title } }`)).data?.vacancy).toEqual({ title: `${transport} Tweede titel` });
  });

  test('what happened is named as far as the site says, and what is gone is not asked for', async () => {
    const { gateway, sandbox } = story;
    const [status, closed, gone] = [referenceAt(1), referenceAt(2), referenceAt(3)];
    const listening = await listenToChanges(transport, sandbox, gateway, { query: 'subscription { vacancyChanged(sources: [CEGID]) { vacancyId kind nativeStatus vacancy { id } } }' });
    for (const { requests } of Object.values(sandbox.upstreams)) requests.length = 0;
    sandbox.definitions.cegid.changeVacancy(closed, { statusId: '_TS_CO_OfferStatus_Archive' });
    await tell(sandbox, gateway, { event_type: 'vacancy_deleted', reference: gone });
    expect((await listening.next())?.data?.vacancyChanged).toEqual({ vacancyId: `cegid:vacancy:${gone}`, kind: 'DELETED', nativeStatus: null, vacancy: null });
    expect(cegidCalls()).toEqual({});
    await tell(sandbox, gateway, { event_type: 'vacancy_status', reference: status, statusId: '_TS_CO_OfferStatus_Diffuse' });
    expect((await listening.next())?.data?.vacancyChanged).toMatchObject({ vacancyId: `cegid:vacancy:${status}`, kind: 'PUBLISHED', nativeStatus: '_TS_CO_OfferStatus_Diffuse' });
    await tell(sandbox, gateway, { event_type: 'vacancy_status', reference: closed });
    expect((await listening.next())?.data?.vacancyChanged).toMatchObject({ vacancyId: `cegid:vacancy:${closed}`, kind: 'UNPUBLISHED', nativeStatus: '_TS_CO_OfferStatus_Archive' });
    await tell(sandbox, gateway, { event_type: 'vacancy_new', reference: status });
    expect((await listening.next())?.data?.vacancyChanged).toMatchObject({ vacancyId: `cegid:vacancy:${status}`, kind: 'CREATED', vacancy: { id: `cegid:vacancy:${status}` } });
    sandbox.clock.advance(1000);
  });

  test('each listener reads what it is told with its own scopes', async () => {
    const { gateway, sandbox } = story;
    const query = 'subscription { vacancyChanged { vacancyId vacancy { id raw } } }';
    const [anyone, recruiter] = [await listenToChanges(transport, sandbox, gateway, { query }), await listenToChanges(transport, sandbox, gateway, { query, key: demoKey('recruiter') })];
    const reference = referenceAt(4);
    await tell(sandbox, gateway, { event_type: 'vacancy_update', reference });
    expect(await anyone.next()).toMatchObject({ data: { vacancyChanged: { vacancy: { raw: null } } }, errors: [{ extensions: { code: expect.stringMatching(/FORBIDDEN|UNAUTHENTICATED/) } }] });
    const told = await recruiter.next();
    expect(told?.errors).toBeUndefined();
    expect(told?.data?.vacancyChanged).toMatchObject({ vacancy: { raw: { reference } } });
    sandbox.clock.advance(1000);
  });

  test('a change of a candidate is told to who may read candidates', async () => {
    const { gateway, sandbox } = story;
    const query = 'subscription { candidateChanged { candidateId kind candidate { id } } }';
    const [candidate] = sandbox.definitions.cegid.data.candidates;
    const id = String(candidate?.candidateDetail.id);
    await expectRefused(transport, query, ['UNAUTHENTICATED', 'FORBIDDEN']);
    const listening = listen<{ candidateChanged: object }>(transport, gateway.url, { query, key: demoKey('recruiter') });
    const told = await whileWaiting(listening.next(), 1000, (trial) => tell(sandbox, gateway, { event_type: 'applicant_update', applicantId: id, fileId: String(trial) }));
    expect(told).toEqual({ data: { candidateChanged: { candidateId: `cegid:candidate:${id}`, kind: 'UPDATED', candidate: { id: `cegid:candidate:${id}` } } } });
  });

  test.each<[string, string, readonly string[]]>([
    ['a query', '{ sources { source } }', ['BAD_USER_INPUT']],
    ['a mutation', 'mutation { removeJob(jobCode: "1") { jobCode } }', ['BAD_USER_INPUT']],
    ['what does not parse', 'subscription {', ['BAD_USER_INPUT']],
    ['what is not in the schema', 'subscription { nothing { id } }', ['BAD_USER_INPUT']],
    ['several fields', 'subscription { vacancyChanged { id } candidateChanged { id } }', ['BAD_USER_INPUT']],
    ['several operations', 'subscription A { vacancyChanged { id } } subscription B { vacancyChanged { id } }', ['BAD_USER_INPUT']],
    ['a source that tells nothing', 'subscription { vacancyChanged(sources: [CSO]) { id } }', ['UNSUPPORTED_BY_SOURCE']],
    ['an empty list of sources', 'subscription { vacancyChanged(sources: []) { id } }', ['BAD_USER_INPUT']],
    ['a scope that it lacks', 'subscription { applicationReceived { id } }', ['UNAUTHENTICATED', 'FORBIDDEN']],
  ])('%s is refused with a reason', async (_name, query, codes) => {
    await expectRefused(transport, query, codes);
  });

  test('a variable that is none is refused, naming it', async () => {
    await expectRefused(transport, 'subscription ($sources: [Source!]) { vacancyChanged(sources: $sources) { id } }', ['BAD_USER_INPUT'], { sources: ['MOON'] });
  });

  test('a client has as many subscriptions at once as it may, and one more when it ends one', async () => {
    const gateway = await story.cold({ SUBSCRIPTIONS_PER_CLIENT: '2' });
    const open = [await listenToChanges(transport, story.sandbox, gateway, { query: changes }), await listenToChanges(transport, story.sandbox, gateway, { query: changes })];
    await expectRefused(transport, changes, ['RATE_LIMITED'], {}, gateway.url);
    const another = await listenToChanges(transport, story.sandbox, gateway, { query: changes, key: demoKey('frontend') });
    another.stop();
    open[0]?.stop();
    await expect.poll(() => listenToChanges(transport, story.sandbox, gateway, { query: changes }).then(() => true, () => false)).toBe(true);
  });

  test('every subscription is complete when the gateway stops', async () => {
    const gateway = await story.cold();
    const open = [await listenToChanges(transport, story.sandbox, gateway, { query: changes }), await listenToChanges(transport, story.sandbox, gateway, { query: changes, key: demoKey('bi') })];
    const ends = open.map((listening) => listening.next().then((told) => told ?? 'complete', (error: unknown) => error));
    await gateway.close();
    for (const end of await Promise.all(ends)) expect(end === 'complete' || codeOf(end) === 1001).toBe(true);
  });
});

test('what is refused on a WebSocket costs points too, and who has none left is not read any more', async () => {
  const { url } = await story.cold({ RATE_LIMIT_ANONYMOUS_COST: '1500' });
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql/stream`, 'graphql-transport-ws');
  onTestFinished(() => socket.close());
  const codes: unknown[] = [];
  const bad = ['subscription { nothing }', 'subscription {', 'subscription {', 'subscription { nothing }'];
  const answered = Promise.withResolvers<void>();
  socket.addEventListener('message', ({ data }) => {
    const { type, payload } = JSON.parse(String(data)) as { type: string; payload?: readonly GraphQLFailure[] };
    if (type === 'connection_ack') socket.send(JSON.stringify({ type: 'subscribe', id: '0', payload: { query: bad[0] } }));
    if (type !== 'error') return;
    codes.push(payload?.[0]?.extensions.code);
    if (codes.length === bad.length) answered.resolve();
    else socket.send(JSON.stringify({ type: 'subscribe', id: String(codes.length), payload: { query: bad[codes.length] } }));
  });
  socket.addEventListener('close', () => answered.reject(new Error('the socket was closed')));
  await new Promise((open) => socket.addEventListener('open', open));
  socket.send(JSON.stringify({ type: 'connection_init' }));
  await answered.promise;
  expect(codes).toEqual(['BAD_USER_INPUT', 'BAD_USER_INPUT', 'RATE_LIMITED', 'RATE_LIMITED']);
});

test('a client has as many sockets at once as two for each subscription that it may have, and one more when it closes one', async () => {
  const { url } = await story.cold({ SUBSCRIPTIONS_PER_CLIENT: '1' });
  async function open(): Promise<{ readonly socket: WebSocket; readonly came: string | number }> {
    const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql/stream`, 'graphql-transport-ws');
    onTestFinished(() => socket.close());
    const came = Promise.withResolvers<string | number>();
    socket.addEventListener('open', () => socket.send(JSON.stringify({ type: 'connection_init' })));
    socket.addEventListener('message', ({ data }) => came.resolve(String(data)));
    socket.addEventListener('close', ({ code }) => came.resolve(code));
    return { socket, came: await came.promise };
  }
  const [first, second, third] = [await open(), await open(), await open()];
  expect([first.came, second.came, third.came]).toEqual(['{"type":"connection_ack"}', '{"type":"connection_ack"}', 4429]);
  first.socket.close();
  await expect.poll(async () => (await open()).came).toBe('{"type":"connection_ack"}');
});

/** The code that a WebSocket was closed with. */
function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

/** SSE tells why in the stream; over a WebSocket it is an error of the subscription. */
async function expectRefused(transport: (typeof transports)[number], query: string, codes: readonly string[], variables: Record<string, unknown> = {}, url = story.gateway.url): Promise<void> {
  const told = await listen(transport, url, { query, variables }).next().catch((errors: unknown) => ({ errors }));
  expect(told).toMatchObject({ errors: [{ message: expect.any(String), extensions: { code: expect.stringMatching(new RegExp(`^(?:${codes.join('|')})$`)) } }] });
  expect(JSON.stringify(told)).not.toContain('stack');
}
