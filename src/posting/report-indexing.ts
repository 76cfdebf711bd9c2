import type { Context } from '../context.ts';
import type { IndexingReport } from '../domain/indexing.ts';
import type { UserError } from '../domain/posting/user-error.ts';
import { type SourceError, sourceErrorOf } from '../domain/report.ts';
import type { DataSource } from '../domain/source.ts';
import { sourceNames } from '../domain/source-name.ts';
import { audited, type MutationEnd } from './audited.ts';
import { inputHash } from './input-hash.ts';
import { userError } from './outcomes.ts';

export interface ReportResult {
  readonly acceptedItems: number;
  readonly rejectedItems: number;
  readonly error: SourceError | null;
  readonly userErrors: readonly UserError[];
}

/** Tells the source that wants to hear it what became of what it gave to be indexed. */
export function reportIndexing(context: Context, report: IndexingReport): Promise<ReportResult> {
  const sources = context.writing.openSources();
  const [source] = sourceNames.flatMap((name) => sources.get(name)?.reportIndexing === undefined ? [] : [sources.get(name)]);
  const mutation = { operation: 'reportIndexing', target: source?.source ?? report.of, inputHash: inputHash(report) };
  return audited(context, mutation, [null], () => tell(source ?? null, report), endsOf);
}

async function tell(source: DataSource | null, report: IndexingReport): Promise<ReportResult> {
  if (source?.reportIndexing === undefined) {
    return { acceptedItems: 0, rejectedItems: 0, error: null, userErrors: [userError('SOURCE_NOT_CONFIGURED', ['input'], 'No source that takes such reports is configured.')] };
  }
  const { acceptedItems, rejectedItems, userErrors, failure } = await source.reportIndexing(report);
  return { acceptedItems, rejectedItems, error: failure === null ? null : sourceErrorOf(failure), userErrors: userErrors.map((error) => ({ ...error, path: ['input', ...error.path] })) };
}

function endsOf({ error, userErrors }: ReportResult): readonly MutationEnd[] {
  const outcome = error === null ? (userErrors.length === 0 ? 'DONE' : 'INVALID') : 'FAILED';
  return [{ channel: null, target: null, outcome, upstreamStatus: error?.upstreamStatus ?? null }];
}
