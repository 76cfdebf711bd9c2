import { asError } from '../../domain/errors.ts';
import type { Fetched } from '../../domain/fetched.ts';
import type { Json } from '../../http/parse.ts';
import type { Loaded } from '../../http/read-many.ts';
import type { Rows } from './client.ts';
import { canBeValue } from './conditions.ts';
import { rowFailure } from './row-failure.ts';

/** Objects in one call at most, and characters of their ids in its address, escaped. */
const idsACall = 100;
const charactersACall = 6000;

type FetchRows = (ids: readonly string[]) => Promise<Fetched<Rows>>;

/** Whether an object can be asked for by its number at all. */
export function canBeAsked(id: string): boolean {
  return canBeValue(id) && id.isWellFormed() && encodeURIComponent(id).length <= charactersACall;
}

/** Ids in as few calls as fit. */
function callsFor(ids: readonly string[]): string[][] {
  const calls: string[][] = [];
  let characters = Number.POSITIVE_INFINITY;
  for (const id of ids) {
    const length = encodeURIComponent(id).length + encodeURIComponent(',').length;
    const current = calls.at(-1);
    if (current === undefined || current.length >= idsACall || characters + length > charactersACall) {
      calls.push([id]);
      characters = length;
    } else {
      current.push(id);
      characters += length;
    }
  }
  return calls;
}

/**
 * Objects by their numbers, all calls at once: the object, null where the site has none, an error where its call failed or
 * where it may be a row that could not be read.
 */
export async function fetchByIds(ids: readonly string[], fetch: FetchRows): Promise<Map<string, Loaded<Json | null>>> {
  const answers = await Promise.all(callsFor(ids).map((wanted) => fetchCall(wanted, fetch)));
  return new Map(answers.flat());
}

async function fetchCall(ids: readonly string[], fetch: FetchRows): Promise<[string, Loaded<Json | null>][]> {
  try {
    const { value, fetchedAt } = await fetch(ids);
    const found = new Map(value.rows.flatMap((row) => ('id' in row ? [[row.id, row.json] as const] : [])));
    const [unread] = value.rows.flatMap((row) => ('problem' in row ? [row.problem] : []));
    return ids.map((id) => {
      const json = found.get(id);
      if (json === undefined && unread !== undefined) return [id, rowFailure(unread)];
      return [id, { value: json ?? null, fetchedAt }];
    });
  } catch (error) {
    const failure = asError(error);
    return ids.map((id) => [id, failure]);
  }
}
