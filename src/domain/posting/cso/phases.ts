import type { JobDraft } from '../drafts.ts';
import type { CodeList } from '../lists.ts';
import type { FieldPath } from '../rule.ts';

/** A phase of a draft in the unit that CSO keeps: seconds since the epoch (CSO document, 5.10). */
export interface Phase {
  readonly field: FieldPath;
  readonly status: string;
  readonly startSeconds: number;
  /** Infinity where none is stated. */
  readonly endSeconds: number;
}

/** Every phase of every period, in the order of the draft. */
export function phasesOf({ publicationSets }: Pick<JobDraft, 'publicationSets'>): readonly Phase[] {
  return (publicationSets ?? []).flatMap(({ publications }, set) =>
    publications.map(({ status, startsAt, endsAt }, index) => ({
      field: ['publicationSets', String(set), 'publications', String(index)],
      status,
      startSeconds: secondsOf(startsAt),
      endSeconds: endsAt === null ? Number.POSITIVE_INFINITY : secondsOf(endsAt),
    })),
  );
}

/** The codes of the phase for candidates for redeployment; the list tells it by its label only. */
export function hpkCodes(statuses: NonNullable<CodeList>): ReadonlySet<string> {
  return new Set([...statuses.values()].filter(({ label }) => /\b(?:hpk|vwnw)\b/i.test(label ?? '')).map(({ code }) => code));
}

/** A phase that begins when the other ends does not overlap it. */
export function overlap(a: Phase, b: Phase): boolean {
  return a.startSeconds < b.endSeconds && b.startSeconds < a.endSeconds;
}

function secondsOf(instant: Date): number {
  return Math.floor(instant.getTime() / 1000);
}
