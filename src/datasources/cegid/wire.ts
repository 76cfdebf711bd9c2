import { isName } from '../../domain/texts.ts';
import { array, type Json, isObject, object, objects, optionalText, ShapeError, text } from '../../http/parse.ts';
import { type ExportPage, type ExportRow, listOf } from './export-body.ts';

/** One exported object by its own number, or why the row could not be read. */
export type ParsedRow = { readonly id: string; readonly json: Json } | { readonly problem: string };

/** `reference` of a vacancy. */
export function vacancyReference(vacancy: Json): string | null {
  return optionalText(vacancy['reference']);
}

/** `candidateDetail.id` of a candidate. */
export function candidateId(candidate: Json): string | null {
  const detail = candidate['candidateDetail'];
  return isObject(detail) ? optionalText(detail['id']) : null;
}

/** The vacancies of an export; an archive wraps them in `offerDetail`. */
export function vacancyRows({ rows }: ExportPage): ParsedRow[] {
  return rows.map((row, index) => parsed(row, `[${index}].reference`, (json) => vacancyReference(json), 'offerDetail'));
}

/** The candidates of an export. */
export function candidateRows({ rows }: ExportPage): ParsedRow[] {
  return rows.map((row, index) => parsed(row, `[${index}].candidateDetail.id`, (json) => candidateId(json), 'applicantDetail'));
}

function parsed(row: ExportRow, idPath: string, idOf: (json: Json) => string | null, wrapper: string): ParsedRow {
  if ('problem' in row) return row;
  const value: unknown = isObject(row.value) && isObject(row.value[wrapper]) ? row.value[wrapper] : row.value;
  const id = isObject(value) ? idOf(value) : null;
  if (!isObject(value) || id === null) return { problem: new ShapeError(idPath, 'a string').message };
  return { id, json: value };
}

/** What a token call answers (Cegid document, How to retrieve a token). */
export interface TokenAnswer {
  readonly token: string;
  readonly expiresInSeconds: number;
}

/** The life of a token in the document's example, for an answer that does not say. */
const documentedSeconds = 1199;

/** @throws ShapeError where there is no token */
export function parseToken(body: unknown): TokenAnswer {
  const answer = object(body, '');
  const seconds = Number(optionalText(answer['expires_in']) ?? documentedSeconds);
  return { token: text(answer['access_token'], 'access_token'), expiresInSeconds: seconds > 0 ? seconds : documentedSeconds };
}

/** An item of a referential: `{id,label}`, or `{code,clientCode,label}`. */
export interface ReferentialItem {
  readonly code: string;
  /** The site's number beside the code, in the second form. */
  readonly numericId: string | null;
  readonly label: string | null;
  /** Code or number of the item above. */
  readonly parent: string | null;
}

/** The items of a referential, bare or under `data`. An item without a code costs that item. @throws ShapeError */
export function parseReferential(body: unknown): readonly ReferentialItem[] {
  const listed = array(listOf(body), '');
  const items = objects(listed)
    .map(referentialItem)
    .filter((item) => item !== null);
  if (listed.length > 0 && items.length === 0) throw new ShapeError('[0].id', 'a string');
  return items;
}

function referentialItem(entry: Json): ReferentialItem | null {
  const coded = codeOf(entry);
  if (coded === null) return null;
  return { ...coded, label: optionalText(entry['label']), parent: optionalText(entry['parentId']) ?? optionalText(entry['parentCode']) };
}

/** The code of a coded value: its `id`, else its client's code, else its number, which stands beside those. */
export function codeOf(value: Json): { readonly code: string; readonly numericId: string | null } | null {
  const number = optionalText(value['code']);
  const code = optionalText(value['id']) ?? optionalText(value['clientCode']) ?? number;
  return code === null ? null : { code, numericId: number === code ? null : number };
}

/** A label in one language, by Windows language code. */
export interface Translation {
  readonly lcid: string | null;
  readonly label: string;
}

/** Translations of an item: a list or one, bare or under `data`; those without a label are passed over. @throws ShapeError */
export function parseTranslations(body: unknown): readonly Translation[] {
  const list = listOf(body) ?? [isObject(body) && isObject(body['data']) ? body['data'] : object(body, '')];
  return objects(list).flatMap((entry) => {
    const label = optionalText(entry['label']);
    return label === null ? [] : [{ lcid: optionalText(entry['lcid']) ?? optionalText(entry['languageId']), label }];
  });
}

/** The id in the answer to a subscription; clients in the wild find it under `data`. @throws ShapeError where there is none, or none that can be kept */
export function parseHookId(body: unknown): string {
  const answer = object(body, '');
  const wrapped = isObject(answer['data']) ? answer['data']['hookId'] : undefined;
  const hookId = text(answer['hookId'] ?? wrapped, 'hookId');
  if (!isName(hookId)) throw new ShapeError('hookId', 'a text of one line');
  return hookId;
}
