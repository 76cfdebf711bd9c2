import { isRecord } from '../is-record.ts';
import type { FieldPath } from './rule.ts';

/** A value of a draft and where it stands. */
export interface PlacedValue {
  readonly field: FieldPath;
  readonly value: unknown;
}

/**
 * The values of a field, one for each object of the lists on its way; none where an object on its way is not given.
 * @param path with dots, without positions in lists, e.g. `customFields.name`
 */
export function valuesAt(content: object, path: string): readonly PlacedValue[] {
  return path.split('.').reduce<readonly PlacedValue[]>((places, key) => places.flatMap(eachItem).flatMap((place) => property(place, key)), [{ field: [], value: content }]);
}

/** The items of a list, each with its position; any other value as it is. */
export function eachItem({ field, value }: PlacedValue): readonly PlacedValue[] {
  return Array.isArray(value) ? value.map((item: unknown, index) => ({ field: [...field, String(index)], value: item })) : [{ field, value }];
}

function property({ field, value }: PlacedValue, key: string): readonly PlacedValue[] {
  return isRecord(value) ? [{ field: [...field, key], value: value[key] }] : [];
}
