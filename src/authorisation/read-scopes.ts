import type { ScopeRule } from '../domain/scopes.ts';

/** What reading a thing by its id takes, where the schema does not say it of the type: `node`, `nodes` and `_entities` name no root field of it. */
export const readScopes: Readonly<Record<string, ScopeRule>> = {
  Vacancy: [['vacancies:read']],
  Organisation: [['organisations:read']],
  EnumerationValue: [['enumerations:read']],
};

/**
 * Fields that lead from one thing to another which has a read scope of its own. The public schema states no directive on them, so
 * that what a router composes stays as it is published; they are kept all the same.
 */
export const linkScopes: Readonly<Record<string, ScopeRule>> = {
  'Organisation.vacancies': [['vacancies:read']],
  'EnumerationValue.vacancyCount': [['vacancies:read']],
  'Candidate.applicationsTo': [['vacancies:read']],
  'VacancyChange.vacancy': [['vacancies:read']],
  'Insight.vacancy': [['vacancies:read']],
  'Click.vacancy': [['vacancies:read']],
  'Application.vacancy': [['vacancies:read']],
};
