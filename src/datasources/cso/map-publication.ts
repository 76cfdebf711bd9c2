import type { PublicationPhase, PublicationSet, Vacancy, VacancyStatus } from '../../domain/vacancy.ts';
import { type Json, objects, optionalBoolean, optionalInt } from '../../http/parse.ts';
import type { RequestScope } from '../shared/upstream.ts';
import type { CodedValues } from './enumerations.ts';
import { instantOf } from './instant.ts';

type Publication = Pick<Vacancy, 'status' | 'publishedAt' | 'closesAt' | 'publicationSets'>;
type Span = Pick<PublicationPhase, 'startsAt' | 'endsAt'>;

/**
 * `publication` of a job: its sets of phases, and what they say of the vacancy at a moment.
 * @param lasting told until when they say it
 */
export function publicationFrom(publication: Json | null, coded: CodedValues, nowMs: number, lasting: RequestScope['lasting']): Publication {
  if (!Array.isArray(publication?.['publicationSets'])) return { status: 'UNKNOWN', publishedAt: null, closesAt: null, publicationSets: [] };
  const visible = optionalBoolean(publication['visible']);
  const sets = objects(publication['publicationSets']);
  const spans = sets.flatMap(spansOf);
  lasting?.until(nextTurn(spans, nowMs));
  return {
    status: statusOf(spans, visible, nowMs),
    publishedAt: earliest(sets.map((set) => instantOf(set['datePublished']) ?? earliest(spansOf(set).map((span) => span.startsAt)))),
    closesAt: lastEnd(spans),
    publicationSets: sets.map((set) => setFrom(set, visible, coded)),
  };
}

function setFrom(set: Json, visible: boolean | null, coded: CodedValues): PublicationSet {
  return {
    phases: objects(set['publications']).flatMap((publication) => {
      const phase = coded.one('jobPublicationStatuses', publication['publicationStatus']);
      return phase === null ? [] : [{ phase, ...spanOf(publication) }];
    }),
    visible,
    publishedAt: instantOf(set['datePublished']),
    daysLeft: optionalInt(set['daysLeft']),
    retentionUntil: instantOf(set['jobApplicationRetentionMaxDate']),
  };
}

function spansOf(set: Json): readonly Span[] {
  return objects(set['publications']).map(spanOf);
}

function spanOf(publication: Json): Span {
  return { startsAt: instantOf(publication['dateStart']), endsAt: instantOf(publication['dateEnd']) };
}

/** Any phase counts, the internal ones too: each is open to its own public. The last moment of a phase is taken to be outside it. */
export function statusOf(spans: readonly Span[], visible: boolean | null, nowMs: number): VacancyStatus {
  const begun = (span: Span) => span.startsAt === null || span.startsAt.getTime() <= nowMs;
  const over = (span: Span) => span.endsAt !== null && span.endsAt.getTime() <= nowMs;
  if (spans.length === 0) return 'UNPUBLISHED';
  if (spans.every(over)) return 'CLOSED';
  if (!spans.some(begun)) return 'DRAFT';
  return visible !== false && spans.some((span) => begun(span) && !over(span)) ? 'PUBLISHED' : 'UNPUBLISHED';
}

/** The next moment at which a phase begins or ends; infinite where none does any more. */
function nextTurn(spans: readonly Span[], nowMs: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const { startsAt, endsAt } of spans) next = Math.min(next, after(startsAt, nowMs), after(endsAt, nowMs));
  return next;
}

function after(instant: Date | null, nowMs: number): number {
  const time = instant?.getTime() ?? 0;
  return time > nowMs ? time : Number.POSITIVE_INFINITY;
}

function earliest(instants: readonly (Date | null)[]): Date | null {
  const times = instants.filter((instant) => instant !== null).map((instant) => instant.getTime());
  return times.length === 0 ? null : new Date(Math.min(...times));
}

/** A phase without an end leaves the vacancy without one. */
function lastEnd(spans: readonly Span[]): Date | null {
  const ends = spans.map((span) => span.endsAt?.getTime() ?? Number.NaN);
  const last = Math.max(...ends);
  return Number.isFinite(last) ? new Date(last) : null;
}
