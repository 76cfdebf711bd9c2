import type { Context } from '../context.ts';
import { failedReport, okReport, type SourceReport, sumOfTotals } from '../domain/report.ts';
import type { VacancyPlan } from '../domain/slice.ts';
import { matchesLocally } from '../domain/vacancy-match.ts';
import type { Capable } from './choose.ts';
import { planEach, type Planned } from './plan.ts';
import { SourceStream } from './stream.ts';
import { fieldsOfCriterion, type VacancyQuery, vacancySources } from './vacancies.ts';

/** The number of vacancies that meet a filter, and what each source contributed to it. */
export interface VacancyCount {
  readonly total: number | null;
  readonly sources: readonly SourceReport[];
}

/** Counts by the upstreams themselves where they can, else by reading as many pages as one answer may. */
export async function countVacancies(context: Context, query: VacancyQuery): Promise<VacancyCount> {
  const { able, skipped } = vacancySources(context, query.sources, query.filter);
  const planned = await planEach(context, able, query);
  const counted = await Promise.all(planned.map((one) => ('plan' in one ? countOf(context, one, query) : one)));
  const sources = [...counted, ...skipped];
  return { total: sumOfTotals(sources), sources };
}

async function countOf(context: Context, { source, plan }: Planned, { filter }: VacancyQuery): Promise<SourceReport> {
  try {
    const unsupportedFilters = plan.unsupported;
    if (plan.empty) return okReport(source.source, { totalCount: 0, unsupportedFilters });
    if (plan.local.length === 0) {
      const { value, ...freshness } = await plan.count();
      if (value !== null) return okReport(source.source, { totalCount: value, unsupportedFilters, freshness });
    }
    return await countByReading(context, source, plan, filter);
  } catch (error) {
    return failedReport(context.sources.failureOf(source.source, error));
  }
}

async function countByReading(context: Context, { source }: Capable<'planVacancies'>, plan: VacancyPlan, filter: VacancyQuery['filter']): Promise<SourceReport> {
  const { local } = plan;
  const stream = new SourceStream({
    source,
    plan,
    offset: 0,
    fields: new Set(local.flatMap((criterion) => fieldsOfCriterion[criterion])),
    values: local.length > 0,
    keep: local.length > 0 ? (vacancy) => matchesLocally(vacancy, filter, local, context.now()) : null,
    scanPages: context.limits.scanPages,
    failureOf: context.sources.failureOf,
  });
  let found = 0;
  while (stream.readable) {
    await stream.fill(plan.pageSize);
    while (stream.take() !== undefined) found += 1;
  }
  if (stream.failure !== null) return failedReport(stream.failure);
  return okReport(source, { totalCount: stream.exhausted ? found : null, unsupportedFilters: plan.unsupported, freshness: stream.freshness, status: stream.exhausted ? 'OK' : 'PARTIAL' });
}
