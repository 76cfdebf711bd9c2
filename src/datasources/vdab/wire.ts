import { array, type Json, object, optionalInt, optionalObject, optionalText, ShapeError, text } from '../../http/parse.ts';

/** The internal reference of a vacancy and the id of a CV are UUIDs; `initial` and `bulk` are paths too and never ids. */
export function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id);
}

/** A list answer: the ids in their order, and what `aantal` says. */
export interface IdList {
  readonly ids: readonly string[];
  /** Rows as they came, for lists that were asked for more than ids; beside `ids`. */
  readonly rows: readonly Json[];
  readonly stated: number | null;
}

/** A row of a bulk answer. */
export interface BulkRow {
  readonly id: string;
  readonly status: string | null;
  readonly changedOn: string | null;
}

/** `vacatureReferentie.interneReferentie` of a vacancy row or detail, null where it has none. */
export function vacancyIdOf(row: unknown): string | null {
  return optionalText(optionalObject(optionalObject(row)?.['vacatureReferentie'])?.['interneReferentie']);
}

/** `cvId` of a candidate row or detail, null where it has none. */
export function candidateIdOf(row: unknown): string | null {
  return optionalText(optionalObject(row)?.['cvId']);
}

/**
 * `{aantal, resultaten: [...]}`; a bare array counts as its rows. A row without an id costs that row.
 * @throws ShapeError where there is no list
 */
export function parseIdList(body: unknown, idOf: (row: unknown) => string | null): IdList {
  const bare = Array.isArray(body);
  const listed = bare ? array(body, '') : array(object(body, '')['resultaten'], 'resultaten');
  const ids: string[] = [];
  const rows: Json[] = [];
  for (const row of listed) {
    const id = idOf(row);
    if (id === null) continue;
    ids.push(id);
    rows.push(object(row, 'resultaten'));
  }
  if (listed.length > 0 && ids.length === 0) throw new ShapeError('resultaten[0]', 'a reference');
  return { ids, rows, stated: bare ? null : optionalInt(object(body, '')['aantal']) };
}

/** Details of `POST /vacatures`: an array or `{resultaten}`, in any order. */
export function parseVacancies(body: unknown): ReadonlyMap<string, Json> {
  const { ids, rows } = parseIdList(body, vacancyIdOf);
  return new Map(ids.flatMap((id, index) => rows.slice(index, index + 1).map((row) => [id, row] as const)));
}

/** @throws ShapeError where the answer is not the detail of a vacancy */
export function parseVacancy(body: unknown): Json {
  text(vacancyIdOf(body), 'vacatureReferentie.interneReferentie');
  return object(body, '');
}

/** @throws ShapeError where the answer is not the detail of a candidate */
export function parseCandidate(body: unknown): Json {
  text(candidateIdOf(body), 'cvId');
  return object(body, '');
}

/** Bulk rows without the ids that VDAB itself marks as not found; `listed` counts those too, for paging. */
export function parseBulk(body: unknown, idOf: (row: unknown) => string | null): { readonly rows: readonly BulkRow[]; readonly offsets: readonly number[]; readonly listed: number } {
  const listed = Array.isArray(body) ? array(body, '') : array(object(body, '')['resultaten'], 'resultaten');
  const rows: BulkRow[] = [];
  const offsets: number[] = [];
  for (const [index, entry] of listed.entries()) {
    const id = idOf(entry);
    if (id === null || id.includes('NOT_FOUND')) continue;
    const row = object(entry, `resultaten[${index}]`);
    rows.push({ id, status: optionalText(row['status']), changedOn: optionalText(row['wijzigingsDatum']) });
    offsets.push(index + 1);
  }
  return { rows, offsets, listed: listed.length };
}
