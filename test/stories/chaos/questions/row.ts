import type { ChaosTruth } from '../truth.ts';
import type { Complain } from '../question.ts';

/** What is read of a vacancy. */
export const rowFields = 'id source sourceId title openings organisation { name }';

export interface Row {
  readonly id: string;
  readonly source: string;
  readonly sourceId: string;
  readonly title: string | null;
  readonly openings: number | null;
  readonly organisation: { readonly name: string | null } | null;
}

/**
 * Holds a row against the truth.
 * @param since from when on a version of it may be told, epoch milliseconds
 * @param isLost whether a path below it is owned up to as lost
 */
export function checkRow(truth: ChaosTruth, row: Row, since: number, isLost: (path: readonly string[]) => boolean, complain: Complain): void {
  const { id, source, title, openings, organisation } = row;
  const expected = truth.row(id);
  if (expected === undefined) {
    complain(`${id} does not exist`);
    return;
  }
  if (!id.startsWith(`${source.toLowerCase()}:vacancy:`)) complain(`${id} is of ${source}`);
  if (title !== expected.title) complain(`${id} is called ${String(title)}, not ${expected.title}`);
  if ((organisation?.name ?? null) !== expected.organisation && !isLost(['organisation'])) complain(`${id} is of ${String(organisation?.name)}, not ${String(expected.organisation)}`);
  if (source === 'VDAB' && !truth.hadOpenings(id, openings, since)) complain(`${id} had not ${String(openings)} openings since ${new Date(since).toISOString()}`);
}
