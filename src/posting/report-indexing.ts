import type { Context } from '../context.ts';
import type { IndexingReport } from '../domain/indexing.ts';
import type { UserError } from '../domain/posting/user-error.ts';
import { type SourceError, sourceErrorOf } from '../domain/report.ts';
import { sourceNames } from '../domain/source-name.ts';
import { inputHash } from './input-hash.ts';
import { userError } from './outcomes.ts';

export interface ReportResult {
  readonly acceptedItems: number;
  readonly rejectedItems: number;
  readonly error: SourceError | null;
  readonly userErrors: readonly UserError[];
}

/** Tells the source that wants to hear it what became of what it gave to be indexed. */
export async function reportIndexing(context: Context, report: IndexingReport): Promise<ReportResult> {
  const { store, runner, openSources } = context.writing;
  return runner.finish(async () => {
    const sources = openSources();
    const [source] = sourceNames.flatMap((name) => sources.get(name)?.reportIndexing === undefined ? [] : [sources.get(name)]);
    if (source?.reportIndexing === undefined) {
      return { acceptedItems: 0, rejectedItems: 0, error: null, userErrors: [userError('SOURCE_NOT_CONFIGURED', ['input'], 'No source that takes such reports is configured.')] };
    }
    const { acceptedItems, rejectedItems, userErrors, failure } = await source.reportIndexing(report);
    const outcome = failure === null ? (userErrors.length === 0 ? 'DONE' : 'INVALID') : 'FAILED';
    await store.audit.write([
      { client: context.viewer.id, operation: 'reportIndexing', channel: null, target: source.source, outcome, upstreamStatus: failure?.upstreamStatus ?? null, inputHash: inputHash(report) },
    ]);
    return { acceptedItems, rejectedItems, error: failure === null ? null : sourceErrorOf(failure), userErrors: userErrors.map((error) => ({ ...error, path: ['input', ...error.path] })) };
  });
}
