import { group } from './group.ts';
import { count } from './values.ts';

export interface ExportsConfig {
  /** Files that one process makes at once; who comes on top is asked to come back. */
  readonly atOnce: number;
  /** How long one page of a source may take, its wait for the rate limit included, milliseconds. */
  readonly pageTimeoutMs: number;
}

export const exportsGroup = group({
  shape: { EXPORTS_AT_ONCE: count(20, 1000), EXPORT_PAGE_TIMEOUT_MS: count(600_000, 3_600_000) },
  configOf: (env): ExportsConfig => ({ atOnce: env.EXPORTS_AT_ONCE, pageTimeoutMs: env.EXPORT_PAGE_TIMEOUT_MS }),
});
