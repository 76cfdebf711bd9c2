import { StatusError } from '../../http/errors.ts';
import { usualLockMs } from '../../http/shared.ts';
import { waitFor } from '../../http/waiting.ts';
import type { RequestScope, Services } from '../shared/upstream.ts';
import type { CsoClient } from './client.ts';
import type { CsoConfig } from './config.ts';
import { anyJob } from './criteria.ts';

export type RowBase = 0 | 1;

const hourMs = 60 * 60_000;
/** A wrong verdict, as when the offer changes between the two calls, ends with it. */
const rememberedMs = 24 * hourMs;

/**
 * What CSO calls the first row, which its document leaves unsaid. Where it is not configured, rows 0 and 1 are asked for once an
 * account, one row of the smallest selection each; replicas share what came out.
 */
export function rowBase(client: Pick<CsoClient, 'getJobs' | 'credential'>, { startRowBase }: Pick<CsoConfig, 'startRowBase'>, { shared, now }: Pick<Services, 'shared' | 'now'>) {
  const key = `cso:${client.credential}:startRowBase`;
  let known: { readonly base: RowBase; readonly until: number } | undefined;

  async function find(scope: RequestScope): Promise<RowBase> {
    const stored = await shared.get(key);
    const verdict = stored === '0' || stored === '1' ? stored : await probe(client, scope);
    if (verdict === null) return 0;
    const base = verdict === '1' ? 1 : 0;
    known = { base, until: now() + rememberedMs };
    if (stored !== verdict) await shared.set(key, verdict, rememberedMs);
    return base;
  }

  return async (scope: RequestScope): Promise<RowBase> => {
    if (startRowBase !== 'probe') return startRowBase;
    if (known !== undefined && now() < known.until) return known.base;
    return waitFor(shared.lock(key, usualLockMs, () => find(scope)), { method: 'POST', path: 'getJobs.json', ...scope }, now);
  };
}

/** Null where the account sees no job at all, so that nothing can be told yet. */
async function probe(client: Pick<CsoClient, 'getJobs'>, scope: RequestScope): Promise<'0' | '1' | null> {
  const [zeroth, first] = await Promise.all([codeAt(client, 0, scope), codeAt(client, 1, scope)]);
  if (zeroth === 'refused') return '1';
  if (zeroth === null) return null;
  return zeroth === first ? '1' : '0';
}

/** The job in a row; null where the list has no such row, `refused` where there can be none. */
async function codeAt(client: Pick<CsoClient, 'getJobs'>, startRow: RowBase, scope: RequestScope): Promise<string | null> {
  try {
    const { value } = await client.getJobs(anyJob, { startRow, maxRows: 1, orderBy: [] }, new Set(), scope);
    const [row] = value;
    return row !== undefined && 'code' in row ? row.code : null;
  } catch (error) {
    if (startRow === 0 && error instanceof StatusError && error.status === 400) return 'refused';
    throw error;
  }
}
