import { deepestLevel } from './depth.ts';
import { isObject } from './parse.ts';

const bytesOfAnObject = 32;
const bytesOfASlot = 8;
/** An entry of the cache stands round a value, and a list of values round what an upstream answered. */
const deepestKept = deepestLevel + 10;

/**
 * About how many bytes of heap a JSON value takes: good enough to bound a cache, cheap next to parsing the value. No answer that is nested
 * deeper is read at all, so that what would lie below the deepest level is not counted.
 */
export function roughBytes(value: unknown, levels = deepestKept): number {
  if (typeof value === 'string') return bytesOfASlot + value.length;
  if (typeof value !== 'object' || value === null || levels === 0) return bytesOfASlot;
  let bytes = bytesOfASlot + bytesOfAnObject;
  if (isObject(value)) {
    // oxlint-disable-next-line guard-for-in -- what survives JSON inherits nothing that this would meet
    for (const name in value) bytes += roughBytes(value[name], levels - 1);
  } else if (Array.isArray(value)) {
    for (const part of value) bytes += roughBytes(part, levels - 1);
  }
  return bytes;
}
