import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { boardKey, boardSecret, sampleApplication, send } from '../stories/inbound/story.ts';
import { type CegidCall, post, signed } from '../support/cegid-call.ts';
import { startGateway, type TestGateway } from '../support/gateway.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ scale: 0.02 });
});
afterAll(() => sandbox.close());

/** A gateway that looks at three wrong proofs of an address a minute, at a moment that the test moves. */
async function strict(): Promise<{ readonly gateway: TestGateway; readonly clock: { now: number } }> {
  const clock = { now: Date.now() };
  const gateway = await startGateway({ sandbox, now: () => clock.now, environment: { RATE_LIMIT_FAILED_KEYS: '3' } });
  onTestFinished(() => gateway.close());
  return { gateway, clock };
}

const statuses = async (gateway: TestGateway, proofs: readonly Parameters<typeof send>[2][]) => {
  const all: number[] = [];
  for (const [index, proof] of proofs.entries()) all.push((await send(gateway, sampleApplication(`F-${index}`), proof)).status);
  return all;
};
const told = (gateway: TestGateway) => gateway.logged.flatMap((line) => (line.includes('did not prove') ? [(JSON.parse(line) as { failed: number }).failed] : []));

describe('proofs that fail', () => {
  const wrongKey = { bearer: 'not-the-webhook-key' };
  const wrongSignature = { hmac: { secret: 'another-webhook-secret' } };
  const known = [{ bearer: boardKey }, { hmac: { secret: boardSecret } }];

  test('of applications are so many a minute for an address, while what held before goes on', async () => {
    const { gateway, clock } = await strict();
    expect(await statuses(gateway, known)).toEqual([201, 201]);
    expect(await statuses(gateway, [wrongKey, wrongKey, {}, wrongKey, wrongKey])).toEqual([401, 401, 401, 429, 429]);
    expect(await statuses(gateway, known)).toEqual([201, 201]);
    clock.now += 60_000;
    expect(await statuses(gateway, [wrongKey])).toEqual([401]);
  });

  test('count where they are signatures too, and are guesses even where one would be right', async () => {
    const { gateway } = await strict();
    expect(await statuses(gateway, [wrongSignature, wrongSignature, wrongKey, wrongSignature, ...known])).toEqual([401, 401, 401, 429, 429, 429]);
  });

  test('of events count likewise, and a site that is known goes on', async () => {
    const { gateway, clock } = await strict();
    const { credentials } = sandbox.definitions.cegid;
    let expires = Math.floor(clock.now / 1000) + 300;
    const tell = async (secret: string) => {
      expires += 1;
      const call: CegidCall = { path: '/webhooks/cegid/events', signedPath: '/webhooks/cegid/events', query: `client_id=${credentials.clientId}`, headers: {}, body: '{"event_type":"vacancy_update","reference":"R-1"}', expires, credentials: { ...credentials, clientSecret: secret } };
      const { signature, headers } = signed(call);
      return (await post(gateway.url, `${call.path}?${call.query}&signature=${encodeURIComponent(signature)}`, headers, call.body)).status;
    };
    expect(await tell(credentials.clientSecret)).toBe(200);
    expect((await Promise.all([1, 2, 3].map(() => post(gateway.url, '/webhooks/cegid/events', {}, '{}')))).map(({ status }) => status)).toEqual([401, 401, 401]);
    expect((await post(gateway.url, '/webhooks/cegid/events', {}, '{}')).status).toBe(429);
    expect(await tell(credentials.clientSecret)).toBe(200);
  });

  test('are told to the log once a minute, with their number', async () => {
    const { gateway, clock } = await strict();
    await statuses(gateway, [wrongKey, wrongKey, wrongKey]);
    expect(told(gateway)).toEqual([1]);
    clock.now += 61_000;
    await statuses(gateway, [wrongKey]);
    expect(told(gateway)).toEqual([1, 3]);
  });
});
