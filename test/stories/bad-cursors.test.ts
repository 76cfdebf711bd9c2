import { beforeAll, describe, expect, test } from 'vitest';
import { type Refusal, refusalOf, refused } from '../support/refusal.ts';
import { useStory } from '../support/story.ts';
import { callsOf } from '../support/upstream-calls.ts';

const story = useStory();
const since = new Date(Date.now() - 20 * 24 * 60 * 60_000).toISOString();
const today = new Date().toISOString().slice(0, 10);

/** Every list that pages, with the arguments that its cursor belongs to and some that it does not. */
const lists: Readonly<Record<string, { readonly args: string; readonly others: readonly string[] }>> = {
  vacancies: {
    args: 'filter: { countryCodes: ["NL"] }, sources: [VDAB, CEGID]',
    others: ['filter: { countryCodes: ["BE"] }, sources: [VDAB, CEGID]', 'filter: { countryCodes: ["NL"] }, sources: [CEGID]', 'filter: { countryCodes: ["NL"] }, sources: [VDAB, CEGID], orderBy: UPDATED_DESC', 'filter: { countryCodes: ["NL"], onUnsupported: IGNORE }, sources: [VDAB, CEGID]', ''],
  },
  vacancySnapshot: { args: `source: VDAB, date: "${today}"`, others: ['source: VDAB, date: "2026-01-01"', `source: CSO, date: "${today}"`] },
  vacancyChanges: { args: `source: VDAB, since: "${since}"`, others: [`source: CEGID, since: "${since}"`, 'source: VDAB, since: "2026-01-01T00:00:00Z"', `source: VDAB, since: "${since}", until: "${new Date(Date.now() - 86_400_000).toISOString()}"`] },
  candidates: { args: 'sources: [VDAB]', others: ['sources: [CEGID]', 'sources: [VDAB], filter: { studies: ["ABC123"] }'] },
  candidateChanges: { args: `source: VDAB, since: "${since}"`, others: [`source: CEGID, since: "${since}"`] },
  organisations: { args: 'sources: [CSO]', others: ['', 'sources: [CSO], filter: { name: "gemeente" }'] },
};
const cursors = new Map<string, string>();

interface Paged {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

beforeAll(async () => {
  for (const [list, { args }] of Object.entries(lists)) {
    const data = await story.data<Record<string, Paged>>(`{ ${list}(first: 1, ${args}) { pageInfo { hasNextPage endCursor } } }`);
    const pageInfo = data[list]?.pageInfo;
    if (pageInfo?.hasNextPage !== true) throw new Error(`${list} has but one page`);
    cursors.set(list, pageInfo.endCursor ?? '');
  }
});

function cursorOf(list: string): string {
  return cursors.get(list) ?? '';
}

/** How each of the cursors is taken by a list with these arguments. */
async function refusalsOf(list: string, args: string, after: readonly string[]): Promise<Refusal[]> {
  const document = `query($after: String) { ${list}(first: 1, after: $after, ${args}) { pageInfo { endCursor } } }`;
  const refusals: Refusal[] = [];
  for (const cursor of after) refusals.push(await refusalOf(story.gateway, 'after', document, { after: cursor }));
  return refusals;
}

describe.each(Object.entries(lists))('a cursor of %s', (list, { args, others }) => {
  test('is taken as it came', async () => {
    const { errors } = await story.gateway.query(`query($after: String) { ${list}(first: 1, after: $after, ${args}) { pageInfo { endCursor } } }`, { after: cursorOf(list) });
    expect(errors).toEqual([]);
  });

  test.each(['', ' ', 'x', '.', '..', 'a.b', 'bm9uc2Vuc2U=', '0', '-1', 'null', 'x'.repeat(1_000_000)])('is not %.20j', async (after) => {
    expect(await refusalsOf(list, args, [after])).toEqual([refused]);
  });

  test('is refused with any character changed, added or taken away', async () => {
    const cursor = cursorOf(list);
    const changed = [...cursor].map((character, index) => `${cursor.slice(0, index)}${character === 'A' ? 'B' : 'A'}${cursor.slice(index + 1)}`);
    const all = [...changed, `${cursor}A`, `A${cursor}`, cursor.slice(1), cursor.slice(0, -1), `${cursor}.`, `${cursor}.AAAA`, cursor.toUpperCase()];
    expect(await refusalsOf(list, args, all)).toEqual(all.map(() => refused));
  });

  test('is refused with a state of one’s own, sealed by nothing', async () => {
    const forged = Buffer.from(JSON.stringify({ positions: { VDAB: 1000 }, turn: null })).toString('base64url');
    expect(await refusalsOf(list, args, [forged, `${forged}.${cursorOf(list).split('.')[1]}`])).toEqual([refused, refused]);
  });

  test('is refused by the other lists', async () => {
    const others = Object.entries(lists).filter(([other]) => other !== list);
    for (const [other, { args: theirs }] of others) expect(await refusalsOf(other, theirs, [cursorOf(list)])).toEqual([refused]);
  });

  test.each(others)('is refused with other arguments: %s', async (arguments_) => {
    expect(await refusalsOf(list, arguments_, [cursorOf(list)])).toEqual([refused]);
  });
});

test('a cursor of an organisation’s vacancies is refused by another’s', async () => {
  const { organisations } = await story.data<{ organisations: { nodes: { id: string; vacancies: Paged }[] } }>('{ organisations(first: 20, sources: [CSO]) { nodes { id vacancies(first: 1) { pageInfo { hasNextPage endCursor } } } } }');
  const [one, other] = organisations.nodes.filter(({ vacancies }) => vacancies.pageInfo.hasNextPage);
  for (const upstream of Object.values(story.sandbox.upstreams)) upstream.reset();
  const document = 'query($id: ID!, $after: String) { organisation(id: $id) { vacancies(first: 1, after: $after) { pageInfo { endCursor } } } }';
  const refusal = await story.gateway.query(document, { id: other?.id, after: one?.vacancies.pageInfo.endCursor });
  expect(refusal.errors.map(({ extensions }) => [extensions.code, extensions['argument']])).toEqual([['BAD_USER_INPUT', 'after']]);
  expect(callsOf(story.sandbox)).toEqual({});
  expect((await story.gateway.query(document, { id: one?.id, after: one?.vacancies.pageInfo.endCursor })).errors).toEqual([]);
});

test('a restart, or another replica of the same configuration, takes the cursors', async () => {
  const other = await story.cold();
  const { errors } = await other.query(`query($after: String) { vacancies(first: 1, after: $after, ${lists['vacancies']?.args}) { pageInfo { endCursor } } }`, { after: cursorOf('vacancies') });
  expect(errors).toEqual([]);
});

test('a gateway with another CURSOR_SECRET does not', async () => {
  const other = await story.cold({ CURSOR_SECRET: 'another secret of sixteen' });
  const { errors } = await other.query(`query($after: String) { vacancies(first: 1, after: $after, ${lists['vacancies']?.args}) { pageInfo { endCursor } } }`, { after: cursorOf('vacancies') });
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});
