import { describe, expect, test } from 'vitest';
import { publishInput } from '../posting/story.ts';
import { startTenants, type Tenant, type Tenants } from './tenants.ts';

const since = new Date(Date.now() - 30 * 24 * 60 * 60_000).toISOString();
/** A page of one of each list that pages, as `result`. */
const lists: readonly (readonly [string, string])[] = [
  ['vacancies', 'vacancies(first: 1, after: $after)'],
  ['vacancies of one source', 'vacancies(first: 1, after: $after, sources: [CSO])'],
  ['organisations', 'organisations(first: 1, after: $after, sources: [CSO])'],
  ['vacancyChanges', `vacancyChanges(source: CEGID, since: "${since}", first: 1, after: $after)`],
  ['candidates', 'candidates(first: 1, after: $after, sources: [CEGID])'],
  ['candidateChanges', `candidateChanges(source: CEGID, since: "${since}", first: 1, after: $after)`],
  ['postings', 'postings(first: 1, after: $after)'],
];

interface Page {
  readonly result: { readonly pageInfo: { readonly endCursor: string | null } };
}

function pageOf({ as }: Tenants, tenant: Tenant, list: string, after: string | null) {
  return as<Page>(tenant, `query ($after: String) { result: ${list} { pageInfo { endCursor } } }`, { after });
}

async function cursorOf(all: Tenants, tenant: Tenant, list: string): Promise<string> {
  const { data, errors } = await pageOf(all, tenant, list, null);
  expect(errors).toEqual([]);
  return data?.result.pageInfo.endCursor ?? '';
}

const publish = 'mutation ($input: PublishVacancyInput!, $key: String!) { publishVacancy(input: $input, channels: [ICTERGEZOCHT], idempotencyKey: $key) { posting { id } } }';

describe('a cursor opens for the caller that it was made for, and for no other', () => {
  test('in any list, before an upstream is asked', async () => {
    const all = await startTenants();
    for (const tenant of ['server', 'own', 'guest', 'twin'] as const) {
      for (const reference of ['R-1', 'R-2']) await all.as(tenant, publish, { input: publishInput(`${tenant}-${reference}`), key: `${tenant}-${reference}` });
    }
    for (const [name, list] of lists) {
      const cursors = { server: await cursorOf(all, 'server', list), own: await cursorOf(all, 'own', list), guest: await cursorOf(all, 'guest', list), twin: await cursorOf(all, 'twin', list) };
      expect([name, Object.values(cursors).filter((cursor) => cursor === '')]).toEqual([name, []]);
      expect([name, (await pageOf(all, 'own', list, cursors.own)).errors]).toEqual([name, []]);
      all.forgetLogs();
      for (const [tenant, other] of [['own', 'server'], ['server', 'own'], ['guest', 'server'], ['own', 'twin']] as const) {
        const { errors } = await pageOf(all, tenant, list, cursors[other]);
        expect([name, tenant, errors]).toMatchObject([name, tenant, [{ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } }]]);
      }
      expect([name, all.askedBy('cso'), all.askedBy('cegid'), all.askedBy('vdab')]).toEqual([name, {}, {}, {}]);
    }
  });

  test('nor does one that is put together of two', async () => {
    const all = await startTenants();
    const list = 'vacancies(first: 1, after: $after)';
    const [server, own] = [await cursorOf(all, 'server', list), await cursorOf(all, 'own', list.replace('1', '2'))];
    const [[stateOfServer, macOfServer], [stateOfOwn, macOfOwn]] = [server.split('.'), own.split('.')];
    for (const made of [`${stateOfServer}.${macOfOwn}`, `${stateOfOwn}.${macOfServer}`, `${stateOfServer}`, `${stateOfServer}.`, `.${macOfOwn}`, `${own}.${macOfServer}`]) {
      for (const tenant of ['server', 'own'] as const) {
        const { errors } = await pageOf(all, tenant, list, made);
        expect([made, tenant, errors]).toMatchObject([made, tenant, [{ extensions: { code: 'BAD_USER_INPUT' } }]]);
      }
    }
  });
});
