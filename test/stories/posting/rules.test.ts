import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGateway, type TestGateway } from '../../support/gateway.ts';
import { publishInput } from './story.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway();
});
afterAll(() => gateway.close());

test('postingRules shows each channel’s fields and rules, and costs no call', async () => {
  const rules = 'rules: postingRules(channel: $channel) { channel fields { path required type maxLength enumeration description } rules { code severity description paths } }';
  const before = gateway.sandbox.upstreams.cso.requests.length;
  const { data, errors } = await gateway.query<{ rules: { channel: string; fields: readonly { path: string; required: boolean }[]; rules: readonly { severity: string }[] } }>(`query ($channel: PostingChannel!) { ${rules} }`, { channel: 'CSO' });
  expect(errors).toEqual([]);
  expect(data?.rules.channel).toBe('CSO');
  expect(data?.rules.fields).toContainEqual(expect.objectContaining({ path: 'name', required: true }));
  expect(new Set(data?.rules.rules.map(({ severity }) => severity))).toEqual(new Set(['ERROR', 'WARNING']));
  expect(gateway.sandbox.upstreams.cso.requests.length).toBe(before);
});

const validate = `query ($input: PublishVacancyInput!) {
  validateVacancy(input: $input, channels: [CSO, ICTERGEZOCHT]) { channel valid unchecked userErrors { code severity path } }
}`;

test('validateVacancy tells what each channel would refuse, and sends nothing', async () => {
  const { data, errors } = await gateway.query<{ validateVacancy: unknown }>(validate, { input: publishInput('R-1', { title: null }) });
  expect(errors).toEqual([]);
  expect(data?.validateVacancy).toMatchObject([
    { channel: 'CSO', valid: false, unchecked: [], userErrors: expect.arrayContaining([{ code: 'REQUIRED', severity: 'ERROR', path: ['input', 'title'] }]) },
    { channel: 'ICTERGEZOCHT', valid: false, userErrors: expect.arrayContaining([{ code: 'REQUIRED', severity: 'ERROR', path: ['input', 'title'] }]) },
  ]);
  expect(gateway.sandbox.upstreams.ictergezocht.count('POST', /./)).toBe(0);
});

test('a rule whose list cannot be read is unchecked, not failed', async () => {
  const other = await startGateway({ environment: { SOURCE_TIMEOUT_MS: '700' } });
  other.sandbox.upstreams.cso.faults.add({ kind: 'status', status: 500 });
  const { data } = await other.query<{ validateVacancy: readonly { valid: boolean; unchecked: readonly string[] }[] }>(validate, { input: publishInput('R-1') });
  expect(data?.validateVacancy[0]).toMatchObject({ valid: true, unchecked: expect.arrayContaining(['CSO_UNKNOWN_REGION']) });
  await other.close();
});
