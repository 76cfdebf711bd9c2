import { setTimeout as sleep } from 'node:timers/promises';
import { Random } from '../../../sandbox/kit/random.ts';
import type { Sandbox } from '../../../sandbox/index.ts';
import { ask } from '../../support/gateway.ts';
import { askAndWait } from '../../support/leaving-client.ts';
import { type Asker, headersOf } from './askers.ts';
import { judge } from './judge.ts';
import type { Ledger } from './ledger.ts';
import type { PostingAnswer, Postings } from './postings.ts';
import type { Data, Making, Question } from './question.ts';
import { aSummary, someFigures } from './questions/figures.ts';
import { aCodeList, oneVacancy, severalNodes, someOrganisations } from './questions/things.ts';
import { someVacancies } from './questions/vacancies.ts';
import { aWrongQuestion } from './questions/wrong.ts';
import type { Replicas, Serving } from './replicas.ts';
import type { ChaosTruth } from './truth.ts';

/** What callers need. */
export interface LoadParts {
  readonly sandbox: Sandbox;
  readonly truth: ChaosTruth;
  readonly replicas: Replicas;
  readonly postings: Postings;
  readonly ledger: Ledger;
  /** Longest wait for an answer, milliseconds: the gateway's own budget is far shorter. */
  readonly patienceMs: number;
  /** Largest pause of a caller between two of its operations, milliseconds. */
  readonly pauseMs: number;
}

/** Callers at work. */
export interface Load {
  /** Lets those under way end. */
  stop(): Promise<void>;
}

/** Starts so many callers, each of which asks one thing after another. Which things they ask depends on the seed alone. */
export function startLoad(parts: LoadParts, callers: number, seed: number): Load {
  const stopping = new AbortController();
  const working = Array.from({ length: callers }, async (_, index) => {
    const random = new Random(`${seed}:caller ${index}`);
    while (!stopping.signal.aborted) {
      await act(parts, random);
      await sleep(random.int(0, parts.pauseMs));
    }
  });
  // What ends a caller is told by `stop`.
  for (const one of working) one.catch(() => undefined);
  return {
    async stop() {
      stopping.abort();
      await Promise.all(working);
    },
  };
}

const readers: readonly Asker[] = ['anybody', 'site', 'agency', 'desk'];
const leavingDocument = 'query($first: Int) { vacancies(first: $first) { totalCount nodes { id title organisation { name } } } }';

/** One thing that one caller does. */
async function act(parts: LoadParts, random: Random): Promise<void> {
  const { sandbox, truth, postings, replicas } = parts;
  const making: Making = { random, truth };
  const reader = random.pick(readers);
  const accounting: Asker = random.pick(['agency', 'desk']);
  const turn = random.int(1, 100);
  if (turn <= 3) return postOne(parts, random);
  if (turn <= 5) return truth.change(random.pick(truth.ids.VDAB));
  if (turn <= 9) {
    const { replica } = await replicas.pick(random);
    const leaving = askAndWait(replica.url, leavingDocument, { first: random.int(1, 100) });
    await sleep(random.int(0, 60));
    return leaving.leave();
  }
  if (turn <= 16) return converse(parts, random, aWrongQuestion(making));
  if (turn <= 22) return converse(parts, random, aCodeList(making, reader, sandbox));
  if (turn <= 28) return converse(parts, random, someOrganisations(making, reader, sandbox));
  if (turn <= 33) return converse(parts, random, aSummary(making, accounting));
  if (turn <= 38) return converse(parts, random, someFigures(making, accounting, postings.isOurs));
  if (turn <= 48) return converse(parts, random, severalNodes(making, reader, sandbox));
  if (turn <= 68) return converse(parts, random, oneVacancy(making, reader));
  return converse(parts, random, someVacancies(making, reader));
}

/** Asks a question, and what goes on from its answer at whichever replica. */
async function converse(parts: LoadParts, random: Random, first: Question): Promise<void> {
  for (let question: Question | null = first; question !== null; ) {
    const data: Data | null = await put(parts, await parts.replicas.pick(random), question);
    question = data === null ? null : (question.next?.(data) ?? null);
  }
}

/** Asks one question and judges its answer. @returns the data of an answer that nothing is missing of */
async function put({ ledger, patienceMs }: LoadParts, { index, replica }: Serving, question: Question): Promise<Data | null> {
  const { kind, asker, document, variables, sources } = question;
  const from = performance.now();
  const end = ledger.begin({ from });
  try {
    const answer = await ask<Data>(replica.url, document, variables, { headers: headersOf(asker), signal: AbortSignal.timeout(patienceMs) }, replica.output.leaks.answer);
    const { wrong, lost, stale } = judge(question, answer);
    for (const what of wrong) ledger.complain(`${what} (${asker}, replica ${index}, ${JSON.stringify(variables)})`);
    ledger.note({ kind, sources, replica: index, from, until: performance.now(), lost, stale });
    return lost.length === 0 ? answer.data : null;
  } catch (error) {
    noteCut(ledger, { kind, sources, replica: index, from }, error);
    return null;
  } finally {
    end();
  }
}

function noteCut(ledger: Ledger, call: { readonly kind: string; readonly sources: Question['sources']; readonly replica: number; readonly from: number }, error: unknown): void {
  // An answer that is no JSON is an answer, and a wrong one.
  if (error instanceof SyntaxError) ledger.complain(`${call.kind}: an answer that is no JSON`);
  ledger.note({ ...call, until: performance.now(), lost: [], stale: [], cut: whyOf(error) });
}

function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  return cause instanceof Error ? `${error.name}: ${'code' in cause ? String(cause.code) : cause.message}` : `${error.name}: ${error.message}`;
}

/** Posts another vacancy, or asks again with its key for one that has not come to its end. */
async function postOne(parts: LoadParts, random: Random): Promise<void> {
  const open = parts.postings.unsettled();
  await post(parts, random, open.length > 0 && random.chance(0.6) ? random.pick(open) : parts.postings.begin());
}

/** Posts a vacancy under its key, once more where it was before. */
export async function post({ postings, replicas, ledger, patienceMs }: LoadParts, random: Random, reference: string): Promise<void> {
  const { document, variables } = postings.operation(reference);
  const { index, replica } = await replicas.pick(random);
  const call = { kind: 'posting', sources: [], replica: index, from: performance.now() };
  try {
    const answer = await ask<PostingAnswer>(replica.url, document, variables, { headers: headersOf('desk'), signal: AbortSignal.timeout(patienceMs) }, replica.output.leaks.answer);
    for (const { message, extensions } of answer.errors) ledger.complain(`${reference}: ${extensions.code}: ${message}`);
    for (const what of postings.answered(reference, answer, call.from)) ledger.complain(what);
    ledger.note({ ...call, until: performance.now(), lost: [], stale: [] });
  } catch (error) {
    noteCut(ledger, call, error);
  }
}
