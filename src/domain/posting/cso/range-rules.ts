import type { JobDraft } from '../drafts.ts';
import type { Named, Problem } from '../rule.ts';
import { inferred, type JobRule } from './rule.ts';

const notNegative = (): string => 'must not be negative';

/** Numbers that make sense; no document bounds them. */
export const rangeRules: readonly JobRule[] = [
  inferred({
    code: 'CSO_HOURS_RANGE',
    description: 'Hours a week are more than none, and at least as many at most as at least.',
    paths: ['hoursMin', 'hoursMax'],
    cites: 'CSO document, 5.10, names them only',
    check: (job) => [...(job.hoursMax !== null && job.hoursMax <= 0 ? [outOfRange('hoursMax', () => 'must be more than 0')] : []), ...rangeOf(job, 'hoursMin', 'hoursMax')],
  }),
  inferred({
    code: 'CSO_SALARY_RANGE',
    description: 'Salary amounts are not negative, and the most is not below the least.',
    paths: ['salaryMin', 'salaryMax'],
    cites: 'CSO document, 5.10, names them only',
    check: (job) => [...(job.salaryMax !== null && job.salaryMax < 0 ? [outOfRange('salaryMax', notNegative)] : []), ...rangeOf(job, 'salaryMin', 'salaryMax')],
  }),
  inferred({
    code: 'CSO_OPENINGS_RANGE',
    description: 'At least one is wanted.',
    paths: ['openings'],
    cites: 'CSO document: nothing is said of it',
    check: ({ openings }) => (openings !== null && openings < 1 ? [outOfRange('openings', () => 'must be 1 or more')] : []),
  }),
];

function rangeOf(job: JobDraft, least: 'hoursMin' | 'salaryMin', most: 'hoursMax' | 'salaryMax'): readonly Problem[] {
  const [from, to] = [job[least], job[most]];
  if (from === null) return [];
  if (from < 0) return [outOfRange(least, notNegative)];
  return to !== null && to >= 0 && from > to ? [outOfRange(least, (named) => `must not exceed ${named(most)}, which is ${to}`)] : [];
}

function outOfRange(name: string, problem: (named: Named) => string): Problem {
  return { field: [name], code: 'OUT_OF_RANGE', message: (named) => `${named(name)} ${problem(named)}.` };
}
