import type { Context } from '../context.ts';
import { localeMatches } from '../domain/crosswalk/locale.ts';
import type { Enumeration, EnumerationKind, EnumerationValue, LocalisedText } from '../domain/enumeration.ts';
import { failedReport, okReport, type SourceReport } from '../domain/report.ts';
import type { SourceName } from '../domain/source-name.ts';
import { type Capable, chooseSources } from './choose.ts';
import { loadEnumerationValue } from './lookup.ts';

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

/** A value's label in a language; the label in the source's own where none is wanted, or it has none in that. */
export async function labelIn({ sources }: Context, value: EnumerationValue, locale: string | null): Promise<string | null> {
  if (locale === null || localeMatches(value.labelLocale, locale)) return value.label;
  const labels = await sources.get(value.source)?.translations?.(value, locale);
  return labels?.find((label) => localeMatches(label.locale, locale))?.text ?? value.label;
}

/** A value's labels in every language of its source; null where that has one only. */
export async function translationsOf({ sources }: Context, value: EnumerationValue): Promise<readonly LocalisedText[] | null> {
  return (await sources.get(value.source)?.translations?.(value, null)) ?? null;
}

export async function parentOf(context: Context, value: EnumerationValue): Promise<EnumerationValue | null> {
  const { source, list, parentCode } = await asListed(context, value);
  return parentCode === null ? null : loadEnumerationValue(context, source, `${list}/${parentCode}`);
}

export async function childrenOf(context: Context, value: EnumerationValue): Promise<readonly EnumerationValue[]> {
  const { source, list, childCodes } = await asListed(context, value);
  const children = await Promise.all(childCodes.map((code) => loadEnumerationValue(context, source, `${list}/${code}`)));
  return children.filter((child) => child !== null);
}

/** The value as its list has it: what stands on a vacancy knows neither parent nor children. Itself where the source has no lists. */
export async function asListed(context: Context, value: EnumerationValue): Promise<EnumerationValue> {
  if (value.parentCode !== null || value.childCodes.length > 0) return value;
  if (context.sources.get(value.source)?.enumerationValue === undefined) return value;
  return (await loadEnumerationValue(context, value.source, `${value.list}/${value.code}`)) ?? value;
}
