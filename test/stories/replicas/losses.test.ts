import { describe, expect, test } from 'vitest';
import { callsOf } from '../../support/upstream-calls.ts';
import { page, redisUrl, startReplicas } from './start.ts';

const all = ['CSO', 'VDAB', 'CEGID'];

describe.skipIf(redisUrl === undefined)('two gateways that lose their Redis in the middle of a load', { timeout: 90_000 }, () => {
  test('answer every question with the same rows, and share again when it is back', async () => {
    const { sandbox, one, two, relay, forgetLogs } = await startReplicas();
    const truth = (await page(one, all, 9)).nodes;
    const over = new AbortController();
    let answers = 0;
    const loads = [one, two, one, two].map(async (gateway) => {
      while (!over.signal.aborted) {
        expect((await page(gateway, all, 9)).nodes).toEqual(truth);
        // New to the caches, so that limits, keys and loads are met too.
        await page(gateway, all, 10 + (answers % 80));
        answers += 1;
      }
    });
    const asked = async (more: number) => {
      const enough = answers + more;
      await expect.poll(() => answers, { timeout: 30_000 }).toBeGreaterThanOrEqual(enough);
    };
    await asked(4);
    await relay.hangUp();
    await asked(12);
    await relay.resume();
    await asked(8);
    over.abort();
    await Promise.all(loads);

    // Each goes on trying for a while before it finds Redis again.
    await expect
      .poll(
        async () => {
          const first = 100 - (answers % 10);
          answers += 1;
          const filter = `{ vacancies(first: ${first}, sources: [VDAB], filter: { keywords: "again${answers}" }) { nodes { id } } }`;
          await one.query(filter);
          forgetLogs();
          await two.query(filter);
          return callsOf(sandbox);
        },
        { timeout: 20_000 },
      )
      .toEqual({});
  });
});

describe.skipIf(redisUrl === undefined)('a replica that is killed', { timeout: 90_000 }, () => {
  test('while it asks for the CSO key holds nobody up for longer than a moment', async () => {
    const { sandbox, two, process } = await startReplicas();
    const doomed = await process();
    sandbox.upstreams.cso.faults.add({ kind: 'hang', path: 'getApiKey', times: 1 });
    const lost = page(doomed, ['CSO']).catch(() => null);
    await expect.poll(() => callsOf(sandbox)['cso getApiKey'], { timeout: 20_000 }).toBe(1);
    await doomed.kill();
    expect(await lost).toBeNull();
    // Within the time of one operation, which is eight seconds a source.
    await page(two, ['CSO']);
    expect(callsOf(sandbox)['cso getApiKey']).toBe(2);
  });

  test('in the middle of a load leaves its key, its token and what it read to the others', async () => {
    const { sandbox, one, process, forgetLogs } = await startReplicas();
    const doomed = await process();
    await page(doomed, all, 9);
    const load = Array.from({ length: 8 }, (_, index) => page(doomed, all, 20 + index).catch(() => null));
    await doomed.kill();
    await Promise.all(load);
    forgetLogs();
    await page(one, all, 9);
    expect(callsOf(sandbox)).toEqual({});
    await page(one, all, 11);
    const { 'cso getApiKey': keys = 0, 'cegid POST api/token': tokens = 0 } = callsOf(sandbox);
    expect({ keys, tokens }).toEqual({ keys: 0, tokens: 0 });
  });
});
