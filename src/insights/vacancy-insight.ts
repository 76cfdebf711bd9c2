import type { Context } from '../context.ts';
import type { Insight, Period } from '../domain/insight.ts';
import type { SourceName } from '../domain/source-name.ts';
import { chooseSources } from '../federate/choose.ts';
import { scanInsights } from './scan.ts';

/**
 * How a vacancy did over a period: all vacancies of an operation share one reading. Null where its source tells no figures, or
 * none of this one.
 * @throws SourceFailure where the reading did not come to its end
 */
export async function insightOfVacancy(context: Context, { source: name, sourceId }: { readonly source: SourceName; readonly sourceId: string }, period: Period | null, people: boolean): Promise<Insight | null> {
  const [source] = chooseSources(context.sources, [name], 'insightPages').able;
  if (source === undefined) return null;
  const { bySourceId, ended, failure } = await scanInsights(context, source, period, people);
  // A further row of it may stand behind where the reading ended: part of its figures would pass for all of them.
  if (!ended && failure !== null) throw failure;
  return bySourceId.get(sourceId) ?? null;
}
