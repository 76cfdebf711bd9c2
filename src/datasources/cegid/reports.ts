import type { IndexingItem, IndexingOutcome, IndexingReport } from '../../domain/indexing.ts';
import type { UserError, UserErrorCode } from '../../domain/posting/user-error.ts';
import { StatusError } from '../../http/errors.ts';
import type { Json } from '../../http/parse.ts';
import { sourceFailure } from '../shared/failure.ts';
import type { RequestScope } from '../shared/upstream.ts';
import type { CegidClient } from './client.ts';
import type { CegidConfig } from './config.ts';
import { ownWords } from './own-words.ts';

const reportTypes = { VACANCIES: 'vacancies', CANDIDATES: 'candidates' } as const;

/**
 * Reports what was indexed (Cegid document, Example of the body of a request for reporting indexed data), so many items a call and one
 * call after the other. A refused call costs its own items; after a failure the rest is not sent.
 */
export async function reportIndexing(report: IndexingReport, client: Pick<CegidClient, 'report'>, { reportItems }: Pick<CegidConfig, 'reportItems'>, scope: RequestScope): Promise<IndexingOutcome> {
  const problems = problemsOf(report);
  if (problems.length > 0) return { acceptedItems: 0, rejectedItems: report.items.length, userErrors: problems, failure: null };
  const userErrors: UserError[] = [];
  let acceptedItems = 0;
  let rejectedItems = 0;
  for (let start = 0; start < report.items.length; start += reportItems) {
    const items = report.items.slice(start, start + reportItems);
    try {
      await client.report(reportBody(report.of, items), scope);
      acceptedItems += items.length;
    } catch (error) {
      if (!isRefusal(error)) return { acceptedItems, rejectedItems, userErrors, failure: sourceFailure('CEGID', error) };
      rejectedItems += items.length;
      userErrors.push(refusalOf(error, start, items.length));
    }
  }
  return { acceptedItems, rejectedItems, userErrors, failure: null };
}

/** The body as the document has it, but for `messages`: its example is no JSON, and clients send texts. */
function reportBody(of: IndexingReport['of'], items: readonly IndexingItem[]): Json {
  return { reportType: reportTypes[of], items: items.map(wireItem) };
}

function wireItem({ id, createdAt, updatedAt, status, messages }: IndexingItem): Json {
  const item = { id, date: toSecond(createdAt), lastUpdateDate: toSecond(updatedAt) };
  if (status === 'SUCCESS') return { ...item, status: 'success' };
  return { ...item, status: 'error', ...(messages.length > 0 && { messages }) };
}

function toSecond(instant: Date): string {
  return instant.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** What the document rules out, all at once; nothing is sent then. */
function problemsOf({ items }: IndexingReport): readonly UserError[] {
  if (items.length === 0) return [error('REQUIRED', ['items'], 'A report needs at least one item.')];
  return items.flatMap(({ id, status, messages }, index) => [
    ...(id.trim() === '' ? [error('REQUIRED', ['items', String(index), 'id'], "Give the vacancy's reference, or the candidate's username.")] : []),
    ...(status === 'SUCCESS' && messages.length > 0 ? [error('CONFLICT', ['items', String(index), 'messages'], 'Messages stand only with the status ERROR: leave them out.')] : []),
  ]);
}

function isRefusal(error: unknown): error is StatusError {
  return error instanceof StatusError && !error.ofCredential && (error.status === 400 || error.status === 422);
}

function refusalOf(refusal: StatusError, start: number, count: number): UserError {
  const which = count === 1 ? `Item ${start}` : `Items ${start} to ${start + count - 1}`;
  const why = ownWords(refusal);
  return error('CHANNEL_REFUSED', count === 1 ? ['items', String(start)] : ['items'], `${which} of the report, counted from 0: Cegid refused them${why === null ? '.' : `: ${why}`}`);
}

function error(code: UserErrorCode, path: readonly string[], message: string): UserError {
  return { code, severity: 'ERROR', message, path, label: null, upstreamCode: null };
}
