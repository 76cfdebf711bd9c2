import type { JobDraft } from '../../domain/posting/drafts.ts';
import { type Json, objects, optionalObject, optionalText } from '../../http/parse.ts';
import type { CsoEnumerations } from './enumerations.ts';
import { instantOf } from './instant.ts';

/**
 * Who may see a job, as far as that can be told: everybody (`public`), only who looks after it (`hidden`), or some, by whether it is
 * ever open to everybody and whether it is about to be shown, shown, or not any more.
 */
export type Exposure = 'public' | 'hidden' | `${'external' | 'internal'} ${'upcoming' | 'running' | 'over'}`;

interface Phase {
  readonly status: string | null;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
}

/** What a `RemoteJob` tells of its publication. */
export function exposureOfJob(job: Json, lists: CsoEnumerations, nowMs: number): Exposure {
  const publication = optionalObject(job['publication']);
  const phases = objects(publication?.['publicationSets']).flatMap((set) => objects(set['publications']));
  return exposure(publication?.['visible'] !== false, phases.map(phaseOf), lists, nowMs);
}

/** What a draft asks for. */
export function exposureOfDraft({ visible, publicationSets }: JobDraft, lists: CsoEnumerations, nowMs: number): Exposure {
  return exposure(visible === true, (publicationSets ?? []).flatMap(({ publications }) => publications), lists, nowMs);
}

/** The phase that is open to everybody has no documented code: its label tells it (CSO document, 5.10). */
function exposure(visible: boolean, phases: readonly Phase[], lists: CsoEnumerations, nowMs: number): Exposure {
  if (!visible) return 'hidden';
  const isExternal = ({ status }: Phase): boolean => /^extern/i.test(lists.find('jobPublicationStatuses', status ?? '')?.label ?? '');
  const begun = phases.filter(({ startsAt }) => startsAt === null || startsAt.getTime() <= nowMs);
  const running = begun.filter(({ endsAt }) => endsAt === null || nowMs < endsAt.getTime());
  if (running.some(isExternal)) return 'public';
  const audience = phases.some(isExternal) ? 'external' : 'internal';
  if (running.length > 0) return `${audience} running`;
  return begun.length === phases.length && phases.length > 0 ? `${audience} over` : `${audience} upcoming`;
}

function phaseOf(phase: Json): Phase {
  return { status: optionalText(optionalObject(phase['publicationStatus'])?.['code']), startsAt: instantOf(phase['dateStart']), endsAt: instantOf(phase['dateEnd']) };
}
