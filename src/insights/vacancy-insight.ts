import type { Context } from '../context.ts';
import type { Insight, Period } from '../domain/insight.ts';
import type { SourceName } from '../domain/source-name.ts';
import { chooseSources } from '../federate/choose.ts';
import { scanInsights } from './scan.ts';

/**
 * How a vacancy did over a period: all vacancies of an operation share one reading. Null where its source tells no figures, or
 * none of this one.
 * @throws SourceFailure where it was not met before the reading failed
 */
export async function insightOfVacancy(context: Context, { source: name, sourceId }: { readonly source: SourceName; readonly sourceId: string }, period: Period | null, people: boolean): Promise<Insight | null> {
  const [source] = chooseSources(context.sources, [name], 'insightPages').able;
  if (source === undefined) return null;
  const { bySourceId, failure } = await scanInsights(context, source, period, people);
  const found = bySourceId.get(sourceId);
  if (found === undefined && failure !== null) throw failure;
  return found ?? null;
}
