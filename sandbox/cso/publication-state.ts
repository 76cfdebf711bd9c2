import type { CsoPublicationSet } from './model.ts';

const dayMs = 86_400_000;

/** The widest phase that runs now: the last begun of those that run. */
export function statusPublished(set: CsoPublicationSet, now: number): string | null {
  const running = set.phases.filter((phase) => phase.startMs <= now && now < phase.endMs);
  return running.toSorted((a, b) => b.startMs - a.startMs)[0]?.status ?? null;
}

/** When the first phase begins. */
export function datePublished(set: CsoPublicationSet): number | null {
  return set.phases.length === 0 ? null : Math.min(...set.phases.map((phase) => phase.startMs));
}

/** Days until the last phase ends, begun ones included; 0 afterwards. */
export function daysLeft(set: CsoPublicationSet, now: number): number | null {
  if (set.phases.length === 0) return null;
  return Math.max(0, Math.ceil((Math.max(...set.phases.map((phase) => phase.endMs)) - now) / dayMs));
}
