import type { Period } from '../domain/insight.ts';
import type { VacancyQuery } from '../federate/vacancies.ts';

export const exportNames = ['insights', 'clicks', 'vacancies'] as const;
export type ExportName = (typeof exportNames)[number];

/** `InsightFilter`: null is not stated, an empty list matches nothing. */
export interface FigureFilter {
  readonly referenceNumbers: readonly string[] | null;
  readonly campaigns: readonly string[] | null;
  readonly functionGroups: readonly string[] | null;
}

/** What a file is asked to hold. */
export type ExportRequest =
  | { readonly of: 'insights'; readonly period: Period; readonly filter: FigureFilter }
  | { readonly of: 'clicks'; readonly period: Period; readonly referenceNumbers: readonly string[] | null }
  | { readonly of: 'vacancies'; readonly query: VacancyQuery };
