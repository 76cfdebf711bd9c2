import type { Draft, JobDraft } from '../domain/posting/drafts.ts';
import type { Stood } from '../domain/posting/posting.ts';

/** JSON of a column; a Date becomes ISO text. */
export function toJson(value: unknown): string {
  return JSON.stringify(value ?? null);
}

/**
 * What `toJson` wrote. Columns are written by this store alone, so a column's reader names the type that its writer took; a
 * type that changes takes a migration with it. A type with dates needs them revived.
 */
export function fromJson<Written>(text: string): Written {
  const value: Written = JSON.parse(text);
  return value;
}

/** A draft as it was written, its publication dates instants again. */
export function draftFromJson(text: string): Draft {
  return revived(fromJson<Draft>(text));
}

/** What stood, as it was written. */
export function stoodFromJson(text: string): Stood {
  const stood = fromJson<Stood>(text);
  return { ...stood, draft: stood.draft === null ? null : revived(stood.draft) };
}

function revived(draft: Draft): Draft {
  return draft.channel === 'CSO' ? { channel: 'CSO', job: withDates(draft.job) } : draft;
}

function withDates(job: JobDraft): JobDraft {
  const publicationSets =
    job.publicationSets?.map(({ publications }) => ({
      publications: publications.map(({ status, startsAt, endsAt }) => ({ status, startsAt: new Date(startsAt), endsAt: endsAt === null ? null : new Date(endsAt) })),
    })) ?? null;
  return { ...job, publicationSets };
}
