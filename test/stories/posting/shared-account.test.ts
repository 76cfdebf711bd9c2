import { expect, onTestFinished, test } from 'vitest';
import { bearing, client, clientsFile, keyOf } from '../../support/clients-file.ts';
import { startGateway } from '../../support/gateway.ts';
import { counts, on, publish, publishInput } from './story.ts';

/** Two clients that post with the server's credentials under one reference number of their own making. */
async function startTwo() {
  const file = await clientsFile([client('one', ['vacancies:write']), client('two', ['vacancies:write'])]);
  let offsetMs = 0;
  const gateway = await startGateway({ environment: { CLIENTS_FILE: file.path, SOURCE_TIMEOUT_MS: '1500' }, now: () => Date.now() + offsetMs });
  onTestFinished(async () => {
    await gateway.close();
    await file[Symbol.asyncDispose]();
  });
  const as = (id: string) => ({ gateway: { query: <Data>(document: string, variables?: Readonly<Record<string, unknown>>) => gateway.query<Data>(document, variables, bearing(keyOf(id))) } });
  return { one: as('one'), two: as('two'), sandbox: gateway.sandbox, later: (ms: number) => void (offsetMs += ms) };
}

test.each([
  ['CSO', 'cso', 'saveJob'],
  ['ICTERGEZOCHT', 'ictergezocht', '/vacancy$'],
] as const)('at %s nobody takes up what another client posted under the same number in place of what was lost', async (channel, upstream, path) => {
  const { one, two, sandbox, later } = await startTwo();
  const { faults } = sandbox.upstreams[upstream];
  faults.add({ method: 'POST', path, kind: 'reset', when: 'before' });
  expect(on(channel, await publish(one, publishInput('R-1'), 'key', [channel])).status).toBe('UNCERTAIN');
  faults.clear();
  const theirs = on(channel, await publish(two, publishInput('R-1'), 'key', [channel]));
  expect(theirs.status).toBe('PUBLISHED');
  later(6000);
  const mine = on(channel, await publish(one, publishInput('R-1'), 'key', [channel]));
  expect(mine.vacancyId).not.toBe(theirs.vacancyId);
  // The board refuses a second one of the number, so that it cannot be told whose the first is; CSO takes both.
  expect(mine.status).toBe(channel === 'CSO' ? 'PUBLISHED' : 'UNCERTAIN');
  expect(counts(sandbox, 'R-1')).toEqual(channel === 'CSO' ? { cso: 2, board: 0 } : { cso: 0, board: 1 });
});
