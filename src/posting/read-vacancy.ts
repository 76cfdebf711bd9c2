import type { Context } from '../context.ts';
import { type PostingChannel, postingChannels } from '../domain/posting/drafts.ts';
import type { VacancyFields } from '../domain/source.ts';
import type { SourceName } from '../domain/source-name.ts';
import type { Vacancy } from '../domain/vacancy.ts';
import { loadVacancy } from '../federate/lookup.ts';
import { postingOfVacancy } from './lists.ts';
import { vacancyFromPosting } from './posted-vacancy.ts';

/**
 * A vacancy by its source's id. Of a channel that has no way to read one, what the caller itself posted there, as it was sent; null
 * where it posted none.
 */
export async function readVacancy(context: Context, source: SourceName, sourceId: string, fields: VacancyFields): Promise<Vacancy | null> {
  const channel = postingChannels.find((one) => one === source);
  const readable = channel === undefined || context.sources.get(source)?.vacancyById !== undefined;
  return readable ? loadVacancy(context, source, sourceId, fields) : postedVacancy(context, channel, sourceId);
}

/** What was sent; what else is known of it, such as what insights say, is to be laid over it here. */
async function postedVacancy(context: Context, channel: PostingChannel, sourceId: string): Promise<Vacancy | null> {
  const posting = await postingOfVacancy(context, channel, sourceId);
  const posted = posting?.channels.find((one) => one.channel === channel);
  return posting === null || posted === undefined ? null : vacancyFromPosting(posting, posted);
}
