import type { Context } from '../context.ts';
import { nowhere } from '../domain/location.ts';
import { type PostingChannel, postingChannels } from '../domain/posting/drafts.ts';
import type { ToldVacancy } from '../domain/posting/told-vacancy.ts';
import type { VacancyFields } from '../domain/fields.ts';
import type { SourceName } from '../domain/source-name.ts';
import type { Vacancy } from '../domain/vacancy.ts';
import { loadVacancy } from '../federate/lookup.ts';
import { postingOfVacancy } from './lists.ts';
import { vacancyFromPosting } from './posted-vacancy.ts';

/**
 * A vacancy by its source's id. Of a channel that has no way to read one, what the caller itself posted there, as it was sent and as
 * the channel tells of it; null where it posted none.
 */
export async function readVacancy(context: Context, source: SourceName, sourceId: string, fields: VacancyFields): Promise<Vacancy | null> {
  const channel = postingChannels.find((one) => one === source);
  const readable = channel === undefined || context.sources.get(source)?.vacancyById !== undefined;
  return readable ? loadVacancy(context, source, sourceId, fields) : postedVacancy(context, channel, sourceId, fields);
}

/** What was sent, completed by what the channel tells of it. */
async function postedVacancy(context: Context, channel: PostingChannel, sourceId: string, fields: VacancyFields): Promise<Vacancy | null> {
  const posting = await postingOfVacancy(context, channel, sourceId);
  const posted = posting?.channels.find((one) => one.channel === channel);
  const sent = posting === null || posted === undefined ? null : vacancyFromPosting(posting, posted);
  if (sent === null || !toldFields.some((field) => fields.has(field))) return sent;
  const told = await toldOf(context, channel, sourceId);
  return told === null ? sent : completedBy(sent, told);
}

/** Fields that what is told may fill. */
const toldFields = ['nativeStatus', 'publishedOn', 'location'] as const satisfies readonly (keyof Vacancy)[];

/** Null where nothing is told, or where it cannot be just now: what was sent is an answer without it. */
async function toldOf({ sources }: Context, channel: PostingChannel, sourceId: string): Promise<ToldVacancy | null> {
  try {
    return (await sources.get(channel)?.toldOf?.(sourceId)) ?? null;
  } catch (error) {
    sources.failureOf(channel, error);
    return null;
  }
}

/** A city is told by its name, where a postcode may have been sent. */
function completedBy(sent: Vacancy, { nativeStatus, publishedOn, city }: ToldVacancy): Vacancy {
  const location = city === null ? sent.location : { ...(sent.location ?? nowhere), city };
  return { ...sent, nativeStatus, publishedOn, location };
}
