import type { Context } from '../context.ts';
import type { Change } from '../domain/change.ts';
import { BadInput } from '../domain/errors.ts';
import { failedReport, okReport } from '../domain/report.ts';
import type { SourceName } from '../domain/source-name.ts';
import { requireSource } from './choose.ts';
import { openCursor } from './cursor.ts';
import { type ChangePage, edgeOf, pageInfoOf, type PageRequest } from './page.ts';
import { mayPass } from './passing.ts';
import { fingerprint } from './vacancies.ts';

export interface ChangeListing {
  readonly of: 'vacancyChanges' | 'candidateChanges';
  readonly source: SourceName;
  readonly since: Date;
  /** Null: until now, frozen by the first page. */
  readonly until: Date | null;
  readonly page: PageRequest;
}

/** Where a walk over changes stands. The end of its span is frozen by the first page, so that a walk ends. */
interface ChangeState {
  readonly until: string;
  readonly position: string | null;
}

/** A page of what changed at one source in a span of time. */
export async function listChanges(context: Context, { of, source: name, since, until, page: { first, after } }: ChangeListing): Promise<ChangePage> {
  const purpose = `${of}:${fingerprint({ name, since, until })}`;
  const state = parseState(openCursor(context.cursors, purpose, after)) ?? { until: (until ?? new Date(context.now())).toISOString(), position: null };
  const span = { since, until: new Date(state.until) };
  const seal = (position: string | null) => context.cursors.seal(purpose, { until: state.until, position });
  try {
    const source = requireSource(context.sources, name, of);
    const slice = await source[of]({ ...span, position: state.position, limit: first });
    const edges = slice.changes.map((node, index) => edgeOf<Change>(node, () => seal(slice.positions[index] ?? '')));
    const { end } = slice;
    return { edges, pageInfo: pageInfoOf(edges, after, slice.more, end === null ? undefined : () => seal(end)), totalCount: null, sources: [okReport(name, { freshness: slice })] };
  } catch (error) {
    const failure = context.sources.failureOf(name, error);
    const more = mayPass(failure);
    return { edges: [], pageInfo: pageInfoOf([], after, more, more ? () => seal(state.position) : undefined), totalCount: null, sources: [failedReport(failure)] };
  }
}

function parseState(state: unknown): ChangeState | null {
  if (state === null) return null;
  if (typeof state === 'object' && 'until' in state && 'position' in state && typeof state.until === 'string' && (state.position === null || typeof state.position === 'string')) return { until: state.until, position: state.position };
  throw new BadInput(['after'], 'is not a cursor of these changes');
}
