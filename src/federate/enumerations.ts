import type { Context } from '../context.ts';
import type { Enumeration, EnumerationKind } from '../domain/enumeration.ts';
import { failedReport, okReport, type SourceReport } from '../domain/report.ts';
import type { SourceName } from '../domain/source-name.ts';
import { type Capable, chooseSources } from './choose.ts';

export interface EnumerationQuery {
  readonly sources: readonly SourceName[] | null;
  readonly kinds: readonly EnumerationKind[] | null;
  readonly names: readonly string[] | null;
}

/** Lists of codes, each its source's own. */
export interface EnumerationList {
  readonly nodes: readonly Enumeration[];
  readonly sources: readonly SourceReport[];
}

export async function listEnumerations(context: Context, { sources, kinds, names }: EnumerationQuery): Promise<EnumerationList> {
  const { able, skipped } = chooseSources(context.sources, sources, 'enumerations');
  const listed = await Promise.all(able.map((source) => listOf(context, source, { kinds, names })));
  return { nodes: listed.flatMap(({ lists }) => lists), sources: [...listed.map(({ report }) => report), ...skipped] };
}

async function listOf(context: Context, source: Capable<'enumerations'>, only: Pick<EnumerationQuery, 'kinds' | 'names'>): Promise<{ lists: readonly Enumeration[]; report: SourceReport }> {
  try {
    const { value, ...freshness } = await source.enumerations(only);
    return { lists: value, report: okReport(source.source, { totalCount: value.length, freshness }) };
  } catch (error) {
    return { lists: [], report: failedReport(context.sources.failureOf(source.source, error)) };
  }
}
