import { nativeIdOf } from './source-id.ts';
import type { CegidShared } from './shared.ts';

/** Drops what is kept of vacancies, and every page of an export: a change may move a vacancy into any of them. */
export async function forgetVacancies(sourceIds: readonly string[], { cache, client }: Pick<CegidShared, 'cache' | 'client'>): Promise<void> {
  const { vacancy, pages } = client.kept;
  for (const sourceId of sourceIds) await cache.delete(vacancy(nativeIdOf(sourceId)));
  await cache.deletePrefix(pages);
}
