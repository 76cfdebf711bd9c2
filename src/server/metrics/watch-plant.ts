import { sourceNames } from '../../domain/source-name.ts';
import type { ReadOutcome } from '../../http/cache.ts';
import type { Watch } from '../plant.ts';
import type { Metrics } from './registry.ts';

/** Counts reads of the cache and waits for rate limits, by their source. Counters are looked up once: a page of vacancies is a hundred reads. */
export function watchPlant({ cacheReads, limitWaitSeconds }: Metrics): Required<Watch> {
  const counterOf = (source: string, outcome: ReadOutcome) => {
    const counter = cacheReads.labels({ source, outcome });
    // It is there from the beginning, so that its first read is a rise.
    counter.inc(0);
    return counter;
  };
  const readsOf = (source: string) => ({ hit: counterOf(source, 'hit'), stale: counterOf(source, 'stale'), miss: counterOf(source, 'miss') });
  // Keys begin with the name of what they were fetched from.
  const reads = new Map(sourceNames.map((source) => [source.toLowerCase(), readsOf(source)]));
  return {
    cacheRead: (key, outcome) => reads.get(key.slice(0, key.indexOf(':')))?.[outcome].inc(),
    waited: (source, ms) => limitWaitSeconds.observe({ source }, ms / 1000),
  };
}
