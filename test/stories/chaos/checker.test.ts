import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Random } from '../../../sandbox/kit/random.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts';
import type { GraphQLFailure } from '../../support/gateway.ts';
import { judge } from './judge.ts';
import { type Call, ledger } from './ledger.ts';
import { postingsOf } from './postings.ts';
import type { Data, Question } from './question.ts';
import { aSummary, someFigures } from './questions/figures.ts';
import type { Row } from './questions/row.ts';
import { aCodeList, oneVacancy } from './questions/things.ts';
import { someVacancies } from './questions/vacancies.ts';
import { aWrongQuestion } from './questions/wrong.ts';
import { recoveryFrom } from './recovery.ts';
import { timeline } from './timeline.ts';
import type { Channel } from '../posting/story.ts';
import { type ChaosTruth, chaosTruth } from './truth.ts';
import { type Trouble, type Verdict, verdictOf } from './verdict.ts';
import type { Yardstick } from './yardstick.ts';

let sandbox: Sandbox;
let truth: ChaosTruth;
beforeAll(async () => {
  sandbox = await startSandbox({ scale: 0.1 });
  truth = chaosTruth(sandbox);
});
afterAll(() => sandbox.close());

const wrongOf = (question: Question, data: Data | null, errors: readonly GraphQLFailure[] = [], status = 200) => judge(question, { status, data, errors }).wrong;
const failure = (code: string, more: Partial<GraphQLFailure> = {}, source?: string): GraphQLFailure => ({ message: 'It failed.', ...more, extensions: { code, ...(source !== undefined && { source }) } });

/** What is said of a row that was lost. */
function lostAt(index: number): readonly GraphQLFailure[] {
  return [failure('UPSTREAM_INVALID_RESPONSE', { path: ['vacancies', 'nodes', index] }, 'VDAB')];
}

/** The row that a right answer holds. */
function row(id: string): Row {
  const source = id.slice(0, id.indexOf(':')).toUpperCase();
  const { title = null, organisation = null } = truth.row(id) ?? {};
  const openings = sandbox.definitions.vdab.data.vacancies.find((record) => id.endsWith(record.id))?.document.aantalJobs ?? null;
  return { id, source, sourceId: id.split(':').slice(2).join(':'), title, openings, organisation: organisation === null ? null : { name: organisation } };
}

/** A first page of VDAB that goes on, and the right answer to it. */
function list() {
  for (let seed = 0; ; seed += 1) {
    const question = someVacancies({ random: new Random(seed), truth }, 'site');
    const filter = question.variables['filter'] as { readonly title?: string };
    const all = truth.ids.VDAB.filter((id) => truth.row(id)?.title.toLowerCase().includes(filter.title ?? '\n'));
    const first = Number(question.variables['first']);
    if (question.sources.join() !== 'VDAB' || first < 3 || all.length <= first + 1) continue;
    const nodes = all.slice(0, first).map((id) => row(id));
    const report = { source: 'VDAB', status: 'OK', totalCount: null, stale: false, fetchedAt: new Date().toISOString(), error: null };
    const data = (change: object = {}, reported: object = {}): Data => ({ vacancies: { nodes, totalCount: null, pageInfo: { hasNextPage: true, endCursor: 'c' }, sources: [{ ...report, ...reported }], ...change } });
    return { question, nodes, data, all };
  }
}

/** The report of a source that is missing. */
const failed = { status: 'FAILED', fetchedAt: null, error: { code: 'UPSTREAM_TIMEOUT' } };

/** A vacancy of VDAB that there is. */
function detail() {
  for (let seed = 0; ; seed += 1) {
    const question = oneVacancy({ random: new Random(seed), truth }, 'site');
    const id = String(question.variables['id']);
    if (truth.ids.VDAB.includes(id)) return { question, id };
  }
}

/** What the board tells of a vacancy of an account. */
function figuresOfOne(account: 'A' | 'B') {
  const vacancy = sandbox.definitions.ictergezocht.data.vacancies.find((one) => one.account === account);
  const sourceId = String(vacancy?.vacancyId);
  return [{ sourceId, referenceNumber: 'R', ...truth.figuresOf(account === 'A' ? 'desk' : 'agency', sourceId) }];
}

/** A call that ran from 1000 to 1100. */
const call: Call = { kind: 'list', sources: ['CSO', 'VDAB'], replica: 0, from: 1000, until: 1100, lost: [], stale: [] };

const lost = [{ source: 'VDAB', code: 'UPSTREAM_TIMEOUT' }] as const;

/** A trouble that ended at 10000, what came before all and what is looked at behind it. */
const trouble: Trouble = { names: ['trouble'], sources: ['VDAB'], from: 5000, until: 10_000 };
const baseline = { from: 0, until: 4000 };
const stretch = { from: 10_000, until: 12_000 };
const steady: Pick<Yardstick, 'median' | 'stalled'> = { median: () => 1, stalled: () => false };

function some(from: number, ms: number, more: Partial<Call> = {}): Call[] {
  return Array.from({ length: 20 }, (_, index) => ({ ...call, from: from + index, until: from + index + ms, ...more }));
}

/** A ledger of a run in which VDAB was in trouble, and the first replica was ended, for a while. */
function bookAt(troubleFrom: number, troubleUntil: number, stalled = false) {
  const clock = { at: troubleFrom };
  const times = timeline(500, () => clock.at);
  const mark = times.begin({ name: 'trouble', sources: ['VDAB'], replicas: [0] });
  clock.at = troubleUntil;
  times.end(mark);
  return ledger(times, () => stalled);
}

/** What a posting on CSO is answered. */
function answer(status: string, error: Channel['error'] = null) {
  return { data: { result: { channels: [{ channel: 'CSO' as const, status, vacancyId: null, url: null, replayed: false, userErrors: [], error }] } } };
}

describe('of a list it is noticed', () => {
  test('where nothing is wrong, and so neither where its source is owned up to as missing', () => {
    const { question, data } = list();
    expect(wrongOf(question, data())).toEqual([]);
    const missing = data({ nodes: [] }, failed);
    expect(wrongOf(question, missing)).toEqual([]);
    expect(judge(question, { status: 200, data: missing, errors: [] }).lost).toEqual([{ source: 'VDAB', code: 'UPSTREAM_TIMEOUT' }]);
  });

  test('where a row is owned up to as lost, in the place of one that is in the list or of one that nobody could judge', () => {
    const { question, nodes: rows, data } = list();
    const nodes: readonly (Row | null)[] = rows;
    const partial = { status: 'PARTIAL', error: { code: 'UPSTREAM_INVALID_RESPONSE' } };
    expect(wrongOf(question, data({ nodes: nodes.with(1, null) }, partial), lostAt(1))).toEqual([]);
    expect(wrongOf(question, data({ nodes: nodes.toSpliced(1, 0, null) }, partial), lostAt(1))).toEqual([]);
    expect(wrongOf(question, data({ nodes: nodes.toSpliced(1, 2, null) }, partial), lostAt(1)).join()).toMatch('next is');
  });

  test.each<[string, (one: ReturnType<typeof list>) => object, RegExp]>([
    ['a row of another vacancy’s words', ({ nodes }) => ({ nodes: nodes.with(1, { ...row(nodes[1]?.id ?? ''), title: 'Anders' }) }), /is called Anders/],
    ['a row of another organisation', ({ nodes }) => ({ nodes: nodes.with(1, { ...row(nodes[1]?.id ?? ''), organisation: { name: 'Anders' } }) }), /is of Anders/],
    ['a row that is left out', ({ nodes }) => ({ nodes: nodes.toSpliced(1, 1) }), /next is/],
    ['a row that comes twice', ({ nodes }) => ({ nodes: nodes.with(1, row(nodes[0]?.id ?? '')) }), /next is/],
    ['two rows in another order', ({ nodes }) => ({ nodes: [...nodes.slice(1, 2), ...nodes.slice(0, 1), ...nodes.slice(2)] }), /next is/],
    ['a row of another source', ({ nodes }) => ({ nodes: nodes.with(0, row(truth.ids.CEGID[0] ?? '')) }), /next is|is of CEGID/],
    ['a null that nothing explains', ({ nodes }) => ({ nodes: [null, ...nodes.slice(1)] }), /nothing says why/],
    ['an end before the end', () => ({ pageInfo: { hasNextPage: false, endCursor: 'c' } }), /rows left/],
    ['a page that is short for no reason', ({ nodes }) => ({ nodes: nodes.slice(0, -1) }), /of \d+ rows/],
    ['another total', () => ({ totalCount: 1 }), /counts 1/],
  ])('%s', (_name, change, complaint) => {
    const one = list();
    expect(wrongOf(one.question, one.data(change(one))).join('\n')).toMatch(complaint);
  });

  test('a total beside a source that is missing, a failure without a reason, and a version that is older than it is told', () => {
    const { question, data, nodes, all } = list();
    expect(wrongOf(question, data({ nodes: [], totalCount: all.length }, failed)).join()).toMatch('although a source is missing');
    expect(wrongOf(question, data({ nodes: [] }, { ...failed, error: null })).join()).toMatch('does not say why');
    const id = nodes[0]?.id ?? '';
    truth.change(id);
    const later = new Date(Date.now() + 60_000).toISOString();
    expect(wrongOf(question, data({}, { fetchedAt: later })).join()).toMatch('had not');
    expect(wrongOf(question, data({}, { fetchedAt: new Date(Date.now() - 60_000).toISOString() }))).toEqual([]);
  });
});

describe('of other answers it is noticed', () => {
  test('a vacancy that is told to be unknown, or is another', () => {
    const { question, id } = detail();
    expect(wrongOf(question, { vacancy: row(id) })).toEqual([]);
    expect(wrongOf(question, { vacancy: null }).join()).toMatch('told to be unknown');
    expect(wrongOf(question, { vacancy: row(truth.ids.VDAB.find((other) => other !== id) ?? '') }).join()).toMatch('was told for');
    expect(wrongOf(question, { vacancy: null }, [failure('UPSTREAM_TIMEOUT', { path: ['vacancy'] }, 'VDAB')])).toEqual([]);
  });

  test('an error of no published code, of ours, of nobody’s, and an answer that says nothing', () => {
    const { question } = detail();
    for (const code of ['ODD', 'INTERNAL_SERVER_ERROR']) expect(wrongOf(question, { vacancy: null }, [failure(code, { path: ['vacancy'] }, 'VDAB')]).join()).toMatch(code);
    expect(wrongOf(question, null, [failure('RATE_LIMITED')], 503).join()).toMatch('refused with RATE_LIMITED');
    expect(wrongOf(question, null).join()).toMatch('neither data nor errors');
  });

  test('what is answered and was to be refused', () => {
    const question = aWrongQuestion({ random: new Random(1), truth });
    expect(wrongOf(question, { vacancies: { nodes: [] } }).join()).toMatch('is to be refused');
    expect(wrongOf(question, null, [failure(question.refusal ?? '')], 400)).toEqual([]);
  });

  test('sums that are said to be complete and are not, or are too high', () => {
    const question = aSummary({ random: new Random(1), truth }, 'desk');
    const { clicks, cost, applications } = truth.figures('desk');
    const summary = (more: object, status = 'OK') => ({ insightSummary: { total: { vacancies: 1, clicks, cost, applications, ...more }, complete: status === 'OK', sources: [{ source: 'ICTERGEZOCHT', status, stale: false, fetchedAt: null, error: null }] } });
    expect(wrongOf(question, summary({}))).toEqual([]);
    expect(wrongOf(question, summary({ clicks: clicks - 1 }, 'PARTIAL'))).toEqual([]);
    for (const [more, status] of [[{ clicks: clicks - 1 }, 'OK'], [{ clicks: clicks + 1 }, 'PARTIAL']] as const) expect(wrongOf(question, summary(more, status)).join()).toMatch('clicks');
    expect(wrongOf(question, { insightSummary: { ...summary({}, 'PARTIAL').insightSummary, complete: true } }).join()).toMatch('complete');
  });

  test('another account’s figures', () => {
    const question = someFigures({ random: new Random(1), truth }, 'agency', () => false);
    expect(wrongOf(question, { insights: { nodes: figuresOfOne('B'), sources: [] } })).toEqual([]);
    expect(wrongOf(question, { insights: { nodes: figuresOfOne('A'), sources: [] } }).join()).toMatch('no vacancy of agency');
  });

  test('a code list that lacks a value', () => {
    const question = aCodeList({ random: new Random(1), truth }, 'site', sandbox);
    expect(wrongOf(question, { enumerations: { nodes: [{ source: question.sources[0], name: 'x', values: [] }], sources: [{ source: question.sources[0], status: 'OK', error: null }] } })).toHaveLength(1);
  });
});

describe('of a run it is noticed', () => {

  test('a loss of a source that was well, or had the time to be', () => {
    for (const [from, until, count] of [[900, 950, 0], [1050, 2000, 0], [0, 499, 1], [1101, 2000, 1]] as const) {
      const book = bookAt(from, until);
      book.note({ ...call, lost });
      expect(book.wrong).toHaveLength(count);
    }
    const other = bookAt(900, 950);
    other.note({ ...call, lost: [{ source: 'CSO', code: 'UPSTREAM_TIMEOUT' }] });
    expect(other.wrong.join()).toMatch('CSO was well');
  });

  test('while the machine stands still, only what has nothing to do with time', () => {
    const book = bookAt(5000, 6000, true);
    book.note({ ...call, lost });
    expect(book.wrong).toEqual([]);
    book.note({ ...call, lost: [{ source: 'VDAB', code: 'UPSTREAM_INVALID_RESPONSE' }] });
    expect(book.wrong).toHaveLength(1);
  });

  test('an answer that did not come from a replica that nobody ended', () => {
    const book = bookAt(900, 1050);
    book.note({ ...call, cut: 'ECONNRESET' });
    expect(book.wrong).toEqual([]);
    book.note({ ...call, replica: 1, cut: 'ECONNRESET' });
    expect(book.wrong).toHaveLength(1);
  });

  test('older rows of a source that never failed', () => {
    const book = bookAt(500, 600);
    book.note({ ...call, stale: ['VDAB'] });
    expect(book.wrong).toEqual([]);
    book.note({ ...call, stale: ['CSO'] });
    expect(book.wrong.join()).toMatch('CSO never failed');
  });

  test('a source that does not come back, and calls that stay slow or never end', () => {
    const judged = (behind: readonly Call[], machine = steady, open: readonly Pick<Call, 'from'>[] = []) => verdictOf(trouble, stretch, { calls: [...some(0, 20), ...behind], open: new Set(open) }, baseline, machine);
    const told = (...given: Parameters<typeof judged>) => judged(...given).wrong.join();
    expect(judged(some(10_000, 40))).toEqual({ wrong: [], tooFew: false, allAsked: true });
    expect(told(some(10_000, 40, { lost }))).toMatch('VDAB is missing in 20 of 20 answers');
    expect(told([...some(10_000, 40), ...some(10_000, 40, { lost }).slice(0, 1)])).toMatch('VDAB is missing in 1 of 21 answers');
    // What was asked before says nothing of it.
    expect(judged(some(4900, 5200, { lost }))).toMatchObject({ allAsked: false });
    expect(told(some(10_000, 1800))).toMatch('took 20 ms');
    expect(told(some(10_000, 40), steady, some(6000, 1))).toMatch('95 % of calls take');
    expect(judged(some(10_000, 40).slice(0, 9))).toMatchObject({ wrong: [], tooFew: true });
    // As slow as the machine itself became.
    expect(told(some(10_000, 1800), { ...steady, median: (from: number) => (from === 0 ? 1 : 10) })).toBe('');
    expect(told(some(10_000, 1800), { ...steady, stalled: (from: number) => from >= 10_000 })).toBe('');
  });

  test('that all is well only later than it is to be, or hardly anything is answered any more', async () => {
    const pace = { recoveryMs: 100, calmMs: 100, operationMs: 100 };
    const since = (verdict: (afterMs: number) => Partial<Verdict>, isStalled = false) => {
      const until = performance.now();
      return recoveryFrom({ until }, pace, (from) => ({ wrong: [], tooFew: false, allAsked: true, ...verdict(from - until) }), () => isStalled);
    };
    expect(await since(() => ({}))).toMatchObject({ wrong: [] });
    expect(await since((afterMs) => ({ wrong: afterMs < 90 ? ['slow'] : [] }))).toEqual({ wrong: [], wellAfterMs: expect.closeTo(100) });
    expect(await since(() => ({ wrong: ['slow'] }))).toEqual({ wrong: ['slow'], wellAfterMs: null });
    expect(await since(() => ({ tooFew: true }))).toMatchObject({ wrong: [expect.stringContaining('hardly')] });
    expect(await since(() => ({ tooFew: true }), true)).toMatchObject({ wrong: [] });
  });

  test('a vacancy that is posted twice, is lost, or is there although it failed', () => {
    const postings = postingsOf(sandbox, 'guard');
    const [first, second] = [postings.begin(), postings.begin()];
    expect(postings.answered(first, answer('PUBLISHED'), 0).join()).toMatch('is there 0 times');
    expect(postings.check().join()).toMatch('acknowledged by CSO and is not there');
    const vacancies = sandbox.definitions.ictergezocht.data.vacancies.filter(({ deletedMs }) => deletedMs === undefined).slice(0, 2);
    for (const { payload } of vacancies) Object.assign(payload, { referenceNumber: second });
    expect(postings.check().join()).toMatch(`${second} is on ICTERGEZOCHT 2 times`);
    expect(postings.answered(first, answer('INVALID'), 0).join()).toMatch('INVALID');
    const later = Number.POSITIVE_INFINITY;
    expect(postings.answered(first, answer('UNCERTAIN'), later).join()).toMatch('and was');
    // Asked before the other word was heard, or of a call that still goes on.
    expect(postings.answered(first, answer('UNCERTAIN'), 0)).toEqual([]);
    expect(postings.answered(first, answer('UNCERTAIN', { code: 'UPSTREAM_TIMEOUT', upstreamStatus: null, retryAfterSeconds: 5 }), later)).toEqual([]);
    expect(postings.answered(first, answer('FAILED'), 0).join()).toMatch('and was');
  });
});
