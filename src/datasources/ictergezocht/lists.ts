import { type Enumeration, type EnumerationKind, type EnumerationValue, enumerationValue } from '../../domain/enumeration.ts';
import { type Fetched, oldest } from '../../domain/fetched.ts';
import { StatusError } from '../../http/errors.ts';
import type { RequestScope } from '../shared/upstream.ts';
import type { IctergezochtClient } from './client.ts';
import type { ListItem } from './wire.ts';

interface BoardList {
  readonly name: string;
  readonly kind: EnumerationKind;
  read(client: IctergezochtClient, scope: RequestScope): Promise<Fetched<readonly ListItem[]>>;
}

/** The board's lists. The notes on the fields that use them are swapped in the document; the endpoints' names are right. */
const boardLists: readonly BoardList[] = [
  { name: 'companyTypes', kind: 'COMPANY_TYPE', read: (client, scope) => client.companyTypes(scope) },
  { name: 'userFunctions', kind: 'USER_FUNCTION', read: (client, scope) => client.userFunctions(scope) },
];

export interface EnumerationRestriction {
  readonly kinds: readonly string[] | null;
  readonly names: readonly string[] | null;
}

/**
 * The lists that meet the restriction. A key is made for some endpoints: a list that it may not read is left out and said in the
 * log; where no other was asked for, it is the failure.
 */
export async function readLists(only: EnumerationRestriction, client: IctergezochtClient, scope: RequestScope, report: { now(): number; warn(message: string): void }): Promise<Fetched<readonly Enumeration[]>> {
  const wanted = boardLists.filter(({ name, kind }) => (only.names?.includes(name) ?? true) && (only.kinds?.includes(kind) ?? true));
  const answers = await Promise.all(wanted.map((list) => readOrRefusal(list, client, scope)));
  const lists = answers.filter((answer) => 'value' in answer);
  const refusal = answers.find((answer) => answer instanceof StatusError);
  if (lists.length === 0 && refusal !== undefined) throw refusal;
  if (refusal !== undefined) report.warn('ICTerGezocht: the API key has no access to one of the lists; it is left out.');
  const { fetchedAt, stale } = oldest(lists) ?? { fetchedAt: report.now(), stale: false };
  return { value: lists.map((list) => list.value), fetchedAt, stale };
}

/** One value by its list's name and its id, null where there is none. */
export async function readValue(list: string, code: string, client: IctergezochtClient, scope: RequestScope): Promise<EnumerationValue | null> {
  const known = boardLists.find(({ name }) => name === list);
  if (known === undefined) return null;
  const { value } = await known.read(client, scope);
  const item = value.find(({ id }) => id === code);
  return item === undefined ? null : valueFromItem(known, item);
}

async function readOrRefusal(list: BoardList, client: IctergezochtClient, scope: RequestScope): Promise<Fetched<Enumeration> | StatusError> {
  try {
    const { value, fetchedAt, stale } = await list.read(client, scope);
    return { value: enumerationFromItems(list, value, fetchedAt), fetchedAt, stale };
  } catch (error) {
    if (error instanceof StatusError && error.status === 403) return error;
    throw error;
  }
}

/** A list that was edited between two of its pages may bring an item twice. */
function enumerationFromItems(list: BoardList, items: readonly ListItem[], fetchedAt: number): Enumeration {
  const distinct = new Map(items.map((item) => [item.id, item]));
  return { source: 'ICTERGEZOCHT', kind: list.kind, name: list.name, values: [...distinct.values()].map((item) => valueFromItem(list, item)), fetchedAt };
}

function valueFromItem({ name, kind }: BoardList, item: ListItem): EnumerationValue {
  return enumerationValue({ source: 'ICTERGEZOCHT', kind, list: name, code: item.id, label: item.name, labelLocale: 'nl' });
}
