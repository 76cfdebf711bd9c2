import { array, isObject, type Json, object, objects, optionalNumber, optionalText, ShapeError, text } from '../../http/parse.ts';

/** A row of getJobs: a job with its code, or what is wrong with it. */
export type JobRow = { readonly code: string; readonly job: Json } | { readonly fault: ShapeError };

/** An organisation of a list, the other attributes as they came. */
export interface OrganisationRow {
  readonly code: string;
  readonly remote: Json;
}

/** How many jobs have a value (CSO document, 5.15). */
export interface CountRow {
  readonly enumeration: Json;
  readonly count: number;
}

/** Every successful answer holds its data under `result` (3.1). @throws ShapeError without it */
export function resultOf(body: unknown): unknown {
  const answer = object(body, '');
  if (!('result' in answer)) throw new ShapeError('result', 'the data');
  return answer['result'];
}

/** getApiKey (5.1). */
export function parseApiKey(body: unknown): string {
  return text(resultOf(body), 'result');
}

/** isValidApiKey (5.2). */
export function parseFlag(body: unknown): boolean {
  const result = resultOf(body);
  if (typeof result !== 'boolean') throw new ShapeError('result', 'a boolean');
  return result;
}

/** getJob (5.3). */
export function parseJob(body: unknown): Json {
  return checkedJob(resultOf(body), 'result').job;
}

/** getJobs (5.4). A bad row costs that row. */
export function parseJobs(body: unknown): readonly JobRow[] {
  return array(resultOf(body), 'result').map((row, index) => {
    try {
      return checkedJob(row, `result[${index}]`);
    } catch (fault) {
      if (fault instanceof ShapeError) return { fault };
      throw fault;
    }
  });
}

/** getJobCount (5.5). */
export function parseCount(body: unknown): number {
  const count = optionalNumber(resultOf(body));
  if (count === null || count < 0 || !Number.isInteger(count)) throw new ShapeError('result', 'a count');
  return count;
}

/** getJobEnumerations (5.6): lists by their names. */
export function parseLists(body: unknown): Json {
  const lists = object(resultOf(body), 'result');
  if (!Object.values(lists).some(Array.isArray)) throw new ShapeError('result', 'lists of values');
  return lists;
}

/** getOrganisations and getOrganisationsWithFilter (5.7, 5.8): the list as it came. */
export function parseOrganisations(body: unknown): readonly unknown[] {
  const listed = array(resultOf(body), 'result');
  if (listed.length > 0 && organisationRows(listed).length === 0) throw new ShapeError('result[0].code', 'a string');
  return listed;
}

/** The organisations of a list; one without a code costs itself. */
export function organisationRows(listed: readonly unknown[]): readonly OrganisationRow[] {
  return objects(listed).flatMap((remote) => {
    const code = optionalText(remote['code']);
    return code === null ? [] : [{ code, remote }];
  });
}

/** getJobCountForEnumeration (5.9). */
export function parseCounts(body: unknown): readonly CountRow[] {
  return array(resultOf(body), 'result').map((row, index) => {
    const path = `result[${index}]`;
    const count = object(row, path);
    const jobs = optionalNumber(count['jobSearchCount']);
    if (jobs === null) throw new ShapeError(`${path}.jobSearchCount`, 'a number');
    return { enumeration: object(count['enumeration'], `${path}.enumeration`), count: jobs };
  });
}

/** The class that an object says to be, without its package and in lower case: the document spells it in several ways. */
export function classNameOf(value: unknown): string | null {
  const name = isObject(value) ? (optionalText(value['__type__']) ?? optionalText(value['__TYPE__'])) : null;
  return name?.split('.').at(-1)?.toLowerCase() ?? null;
}

function checkedJob(value: unknown, path: string): { code: string; job: Json } {
  const job = object(value, path);
  const className = classNameOf(job);
  if (className !== null && className !== 'remotejob') throw new ShapeError(path, 'a RemoteJob');
  return { code: text(job['code'], `${path}.code`), job };
}
