import { expect, onTestFinished, test } from 'vitest';
import { createHub } from '../../src/events/hub.ts';
import { runForwarder } from '../../src/forwarding/run.ts';
import { openOutgoing } from '../../src/http/outgoing.ts';
import { sqlite } from '../store/engines.ts';
import { openTestStore } from '../store/open.ts';

test('a forwarder that was cut off listens anew, and looks for what it missed', async () => {
  await using opened = await openTestStore(sqlite);
  const { store, clock } = opened;
  const hub = createHub();
  const outgoing = openOutgoing({ timeoutMs: 1000 });
  onTestFinished(() => outgoing.close());
  let looks = 0;
  const deliveries = { ...store.deliveries, due: async () => ((looks += 1), []) };
  const unexpected: unknown[] = [];
  // No look comes of the time that passes.
  const running = runForwarder({ deliveries, applicationById: async () => null, endpointOf: () => null, resumeUrlOf: () => null, outgoing, happenings: hub, now: () => clock.at, lookEveryMs: 3_600_000, unexpected: (error) => void unexpected.push(error) });
  onTestFinished(() => running.close());
  await expect.poll(() => looks).toBe(1);
  for (const [before, cutOff] of [2, 4, 6].entries()) {
    hub.cutOffAll();
    await expect.poll(() => looks).toBe(cutOff);
    hub.tellHere({ kind: 'applicationReceived', id: before, owner: null });
    await expect.poll(() => looks).toBe(cutOff + 1);
  }
  expect(unexpected).toEqual([]);
});
