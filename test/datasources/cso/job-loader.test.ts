import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { JobLoader } from '../../../src/datasources/cso/job-loader.ts';
import type { CsoShared } from '../../../src/datasources/cso/shared.ts';
import type { VacancyField } from '../../../src/domain/fields.ts';

/** A client that answers each call, some milliseconds later, with the parts that it was asked for. */
function slowly(ms: number) {
  const asked: string[] = [];
  const getJob = async (code: string, selection: ReadonlySet<string>) => {
    asked.push(`${code} ${[...selection].join('+')}`);
    await sleep(ms);
    const parts = { ...(selection.has('texts') && { content: { name: 'Title' } }), ...(selection.has('organisation') && { organisation: { code: 'o', name: 'Org' } }) };
    return { value: { code, ...parts }, fetchedAt: 0, stale: false };
  };
  const coded = { one: () => null, many: () => [] };
  // Nothing else of it is used here.
  const shared = { client: { changes: () => 0, getJob }, now: () => 0, config: { detailsAtOnce: 1 }, contextFor: async () => ({ coded, nowMs: 0 }) } as unknown as CsoShared;
  return { asked, loader: new JobLoader(shared, { signal: new AbortController().signal, deadline: Number.POSITIVE_INFINITY }) };
}

const fields = (...names: readonly VacancyField[]) => new Set(names);

test('who asks for more of a job while an earlier batch waits for its turn has what it asked for', async () => {
  const { asked, loader } = slowly(40);
  const first = [loader.load('A', fields('title')), loader.load('X', fields('title'))];
  await sleep(10);
  const second = loader.load('X', fields('organisation'));
  const [, title] = await Promise.all(first);
  expect(title?.value?.title).toBe('Title');
  expect((await second).value?.organisation).toMatchObject({ name: 'Org' });
  expect(asked.filter((call) => call.startsWith('X'))).toHaveLength(2);
});
