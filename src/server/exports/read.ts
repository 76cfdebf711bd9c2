import type { Context } from '../../context.ts';
import type { ScopeRule } from '../../domain/scopes.ts';
import { periodOf } from '../../exports/period.ts';
import type { ExportName, ExportRequest } from '../../exports/request.ts';
import type { ExportQuery } from './query.ts';
import type { VacancyParameters } from './vacancy-parameters.ts';

/** What a caller has to be allowed for each file. */
export const scopesOf: Readonly<Record<ExportName, ScopeRule>> = {
  insights: [['insights:read']],
  clicks: [['insights:read']],
  vacancies: [['vacancies:read']],
};

/** What is asked for, by the parameters of an address. @throws BadInput naming the parameter */
export function requestOf(of: ExportName, query: ExportQuery, vacancies: VacancyParameters, context: Pick<Context, 'sources' | 'lasting'>): ExportRequest {
  switch (of) {
    case 'insights':
      return { of, period: periodIn(query), filter: { referenceNumbers: referencesIn(query), campaigns: query.all('campaigns'), functionGroups: query.all('functionGroups') } };
    case 'clicks':
      return { of, period: periodIn(query), referenceNumbers: referencesIn(query) };
    case 'vacancies':
      return { of, query: vacancies(query, context) };
  }
}

function periodIn(query: ExportQuery) {
  return periodOf(query.one('from'), query.one('to'));
}

/** Under either name: a file of one vacancy reads better by the first. */
function referencesIn(query: ExportQuery): readonly string[] | null {
  const [one, several] = [query.all('referenceNumber'), query.all('referenceNumbers')];
  return one === null && several === null ? null : [...(one ?? []), ...(several ?? [])];
}
