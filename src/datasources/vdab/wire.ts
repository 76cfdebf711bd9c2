import { array, isObject, type Json, object, optionalInt, optionalObject, optionalText, ShapeError } from '../../http/parse.ts';

const uuidForm = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const vacancyIdPath = 'vacatureReferentie.interneReferentie';
const candidateIdPath = 'cvId';

/** The internal reference of a vacancy and the id of a CV are UUIDs; `initial` and `bulk` are paths too and never ids. */
export function isUuid(id: string): boolean {
  return uuidForm.test(id);
}

/** A UUID in lower case, null for anything else. */
export function optionalUuid(value: unknown): string | null {
  return typeof value === 'string' && isUuid(value.trim()) ? value.trim().toLowerCase() : null;
}

/** `vacatureReferentie.interneReferentie` of a vacancy row or detail, null where it has none. */
export function vacancyIdOf(row: unknown): string | null {
  return optionalUuid(optionalObject(optionalObject(row)?.['vacatureReferentie'])?.['interneReferentie']);
}

/** `cvId` of a candidate row or detail, null where it has none. */
export function candidateIdOf(row: unknown): string | null {
  return optionalUuid(optionalObject(row)?.['cvId']);
}

/** @throws ShapeError where the row has no reference */
export function requiredVacancyId(row: unknown, path = ''): string {
  return required(vacancyIdOf(row), joined(path, vacancyIdPath));
}

/** @throws ShapeError where the row has no id */
export function requiredCandidateId(row: unknown, path = ''): string {
  return required(candidateIdOf(row), joined(path, candidateIdPath));
}

/** A list answer and what `aantal` says in it. Every row of the upstream is there, so that positions hold. */
export interface Listed<Row> {
  readonly rows: readonly Row[];
  readonly stated: number | null;
}
/** Ids in the upstream's order; null for a row without one. */
export type IdList = Listed<string | null>;

/**
 * `{aantal, resultaten: [...]}`; a bare array counts as its rows.
 * @throws ShapeError where there is no list
 */
export function parseList(body: unknown): Listed<unknown> {
  if (Array.isArray(body)) return { rows: array(body, ''), stated: null };
  const answer = object(body, '');
  return { rows: array(answer['resultaten'], 'resultaten'), stated: optionalInt(answer['aantal']) };
}

/** @throws ShapeError where there is no list, or none of its rows has a reference: the list is another than expected */
export function parseVacancyIds(body: unknown): IdList {
  const { rows, stated } = parseList(body);
  return idList(rows.map(vacancyIdOf), stated);
}

/** The ids as they were read. @throws ShapeError where there are rows and none has an id */
export function idList(ids: readonly (string | null)[], stated: number | null): IdList {
  if (ids.length > 0 && ids.every((id) => id === null)) throw new ShapeError(`resultaten[0].${vacancyIdPath}`, 'a UUID');
  return { rows: ids, stated };
}

/** Rows of a list of CVs with the fields that were asked for; null for one without id. @throws ShapeError as `parseVacancyIds` */
export function parseCandidateRows(body: unknown): Listed<Json | null> {
  const { rows, stated } = parseList(body);
  const found = rows.map((row) => (isObject(row) && candidateIdOf(row) !== null ? row : null));
  if (found.length > 0 && found.every((row) => row === null)) throw new ShapeError(`resultaten[0].${candidateIdPath}`, 'a UUID');
  return { rows: found, stated };
}

/** Details of several vacancies. */
export interface Details {
  readonly byId: ReadonlyMap<string, Json>;
  /** Where a row stands that names no vacancy: it may be any of those that seem to be missing. */
  readonly unreadable: string | null;
}

/** The answer of `POST /vacatures`: an array or `{resultaten}`, in any order. @throws ShapeError where there is no list */
export function parseVacancies(body: unknown): Details {
  const byId = new Map<string, Json>();
  let unreadable: string | null = null;
  for (const [index, row] of parseList(body).rows.entries()) {
    const id = vacancyIdOf(row);
    if (id !== null && isObject(row)) byId.set(id, row);
    else unreadable ??= `resultaten[${index}].${vacancyIdPath}`;
  }
  return { byId, unreadable };
}

/** @throws ShapeError where the answer is not the detail of this vacancy */
export function parseVacancy(id: string, body: unknown): Json {
  if (requiredVacancyId(body) !== id) throw new ShapeError(vacancyIdPath, 'the id that was asked for');
  return object(body, '');
}

/** @throws ShapeError where the answer is not the detail of this CV */
export function parseCandidate(id: string, body: unknown): Json {
  if (requiredCandidateId(body) !== id) throw new ShapeError(candidateIdPath, 'the id that was asked for');
  return object(body, '');
}

/** A row of a bulk answer: the id is null where it names nothing, which VDAB itself says by `NOT_FOUND`; else the row is lost. */
export interface BulkRow {
  readonly id: string | null;
  readonly status: string | null;
  readonly isLost: boolean;
}

/** @throws ShapeError where there is no list, or all of its rows would be lost */
export function parseVacancyChanges(body: unknown): Listed<BulkRow> {
  return bulkList(body, (row) => optionalObject(row['vacatureReferentie'])?.['interneReferentie'], vacancyIdPath);
}

/** @throws ShapeError as `parseVacancyChanges` */
export function parseCandidateChanges(body: unknown): Listed<BulkRow> {
  return bulkList(body, (row) => row['cvId'], candidateIdPath);
}

function bulkList(body: unknown, reference: (row: Json) => unknown, path: string): Listed<BulkRow> {
  const { rows: listed, stated } = parseList(body);
  const rows = listed.map((entry): BulkRow => {
    const row = optionalObject(entry) ?? {};
    const name = reference(row);
    const id = optionalUuid(name);
    return { id, status: optionalText(row['status']), isLost: id === null && optionalText(name)?.includes('NOT_FOUND') !== true };
  });
  if (rows.length > 0 && rows.every(({ isLost }) => isLost)) throw new ShapeError(`resultaten[0].${path}`, 'a UUID');
  return { rows, stated };
}

function required(id: string | null, path: string): string {
  if (id === null) throw new ShapeError(path, 'a UUID');
  return id;
}

function joined(path: string, below: string): string {
  return path === '' ? below : `${path}.${below}`;
}
