import type { CsoJob } from './model.ts';
import { datePublished, daysLeft, statusPublished } from './publication-state.ts';
import type { FilterMetadata, OrderField } from './read-filter.ts';
import type { World } from './world.ts';

/** All jobs in the order of an answer that nobody asked an order of. */
export function asTheyCome({ jobs, switches }: Pick<World, 'jobs' | 'switches'>): readonly CsoJob[] {
  return switches.listOrder === 'oldest-first' ? jobs.all().toReversed() : jobs.all();
}

/** Jobs in the order asked for, else as they come; a job that lacks the value is last either way. Equal ones keep their order. */
export function inOrder(world: World, jobs: readonly CsoJob[], metadata: FilterMetadata | null): readonly CsoJob[] {
  const orders = metadata?.orderBy ?? [];
  if (orders.length === 0) return jobs;
  const now = world.clock.now();
  return jobs.toSorted((a, b) => {
    for (const { field, descending } of orders) {
      const difference = compare(sortValue(world, a, field, now), sortValue(world, b, field, now), descending);
      if (difference !== 0) return difference;
    }
    return 0;
  });
}

/** The page that `startRow` and `maxRows` cut out; without `maxRows` everything from there on. */
export function pageOf<T>(rows: readonly T[], metadata: FilterMetadata | null, startRowBase: 0 | 1): readonly T[] {
  const start = (metadata?.startRow ?? startRowBase) - startRowBase;
  const maxRows = metadata?.maxRows ?? null;
  return rows.slice(start, maxRows === null ? undefined : start + maxRows);
}

function sortValue({ enumerations }: World, job: CsoJob, field: OrderField, now: number): number | null {
  const [set] = job.publication.sets;
  if (set === undefined) return null;
  switch (field) {
    case 'statusPublished': {
      const code = statusPublished(set, now);
      return code === null ? null : enumerations.jobPublicationStatuses.values.findIndex((each) => each.code === code);
    }
    case 'datePublished':
      return datePublished(set);
    case 'daysLeft':
      return daysLeft(set, now);
    case 'jobApplicationRetentionMaxDate':
      return set.retentionMaxMs;
  }
}

function compare(a: number | null, b: number | null, descending: boolean): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return descending ? b - a : a - b;
}
