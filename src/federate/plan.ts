import type { Context } from '../context.ts';
import { failedReport, type SourceReport } from '../domain/report.ts';
import type { VacancyPlan } from '../domain/slice.ts';
import { type Capable, unsupported } from './choose.ts';
import type { VacancyQuery } from './vacancies.ts';

/** A source with what the filter means to it. */
export interface Planned {
  readonly source: Capable<'planVacancies'>;
  readonly plan: VacancyPlan;
}

/**
 * What the filter means to each source, or the report of one that cannot take part. All are planned before the first is asked
 * for anything, so that a criterion that one of them refuses costs no other a call.
 * @throws BadInput
 */
export function planEach(context: Context, sources: readonly Capable<'planVacancies'>[], query: VacancyQuery): Promise<readonly (Planned | SourceReport)[]> {
  return Promise.all(sources.map((source) => planOne(context, source, query)));
}

async function planOne({ sources }: Context, source: Capable<'planVacancies'>, { filter, policy }: VacancyQuery): Promise<Planned | SourceReport> {
  try {
    const plan = await source.planVacancies(filter, 'SOURCE_ORDER');
    if (plan.unsupported.length === 0 || policy === 'IGNORE') return { source, plan };
    return failedReport(unsupported(source.source, `Filtering by ${plan.unsupported.join(', ')}`), 'SKIPPED', plan.unsupported);
  } catch (error) {
    return failedReport(sources.failureOf(source.source, error));
  }
}
