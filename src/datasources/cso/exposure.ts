import type { JobDraft } from '../../domain/posting/drafts.ts';
import { type Json, objects, optionalObject, optionalText } from '../../http/parse.ts';
import type { CsoEnumerations } from './enumerations.ts';
import { instantOf } from './instant.ts';

/** Who can see a job now: everybody; some, or nobody yet or any more; only who looks after it. */
export type Exposure = 'public' | 'limited' | 'hidden';

interface Phase {
  readonly status: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

/** What a `RemoteJob` tells of its publication. */
export function exposureOfJob(job: Json, lists: CsoEnumerations, nowMs: number): Exposure {
  const publication = optionalObject(job['publication']);
  const phases = objects(publication?.['publicationSets']).flatMap((set) => objects(set['publications']));
  return exposure(
    publication?.['visible'] !== false,
    phases.map((phase) => ({ status: optionalText(optionalObject(phase['publicationStatus'])?.['code']), startsAt: instantOf(phase['dateStart']), endsAt: instantOf(phase['dateEnd']) })),
    lists,
    nowMs,
  );
}

/** What a draft asks for. */
export function exposureOfDraft({ visible, publicationSets }: JobDraft, lists: CsoEnumerations, nowMs: number): Exposure {
  return exposure(visible === true, (publicationSets ?? []).flatMap(({ publications }) => publications), lists, nowMs);
}

/** The phase that is open to everybody has no documented code: its label tells it (CSO document, 5.10). */
function exposure(visible: boolean, phases: readonly Phase[], lists: CsoEnumerations, nowMs: number): Exposure {
  if (!visible) return 'hidden';
  const isOpen = ({ status, startsAt, endsAt }: Phase): boolean =>
    /^extern/i.test(lists.find('jobPublicationStatuses', status ?? '')?.label ?? '') && (startsAt?.getTime() ?? nowMs) <= nowMs && nowMs < (endsAt?.getTime() ?? Number.POSITIVE_INFINITY);
  return phases.some(isOpen) ? 'public' : 'limited';
}
