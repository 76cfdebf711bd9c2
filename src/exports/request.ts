import type { Period } from '../domain/insight.ts';
import type { InsightFilter } from '../domain/insight-figures.ts';
import type { VacancyQuery } from '../federate/vacancies.ts';

export const exportNames = ['insights', 'clicks', 'vacancies'] as const;
export type ExportName = (typeof exportNames)[number];

/** What a file is asked to hold. */
export type ExportRequest =
  | { readonly of: 'insights'; readonly period: Period; readonly filter: InsightFilter }
  | { readonly of: 'clicks'; readonly period: Period; readonly referenceNumbers: readonly string[] | null }
  | { readonly of: 'vacancies'; readonly query: VacancyQuery };
