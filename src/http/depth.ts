/** Levels of lists and objects in one another. What upstreams document has a tenth of it. */
export const deepestLevel = 200;

/**
 * Is a JSON value nested deeper than `levels`? What writes a value out calls itself a level at a time, and would run out of stack
 * at some thousands: that would cost the whole answer of which it is a part. Looks no further than that itself. It costs a few
 * hundredths of what parsing the value's text did.
 */
export function isDeep(value: unknown, levels = deepestLevel): boolean {
  return isNested(value) && holdsDeep(value, levels);
}

type Nested = readonly unknown[] | Readonly<Record<string, unknown>>;

function isNested(value: unknown): value is Nested {
  return typeof value === 'object' && value !== null;
}

function isList(value: Nested): value is readonly unknown[] {
  return Array.isArray(value);
}

function holdsDeep(value: Nested, levels: number): boolean {
  if (levels === 0) return true;
  if (isList(value)) {
    for (const part of value) if (isNested(part) && holdsDeep(part, levels - 1)) return true;
    return false;
  }
  // A list of keys or values to walk would cost twice the time.
  // oxlint-disable-next-line guard-for-in -- parsed JSON inherits nothing that this would meet
  for (const key in value) {
    const part = value[key];
    if (isNested(part) && holdsDeep(part, levels - 1)) return true;
  }
  return false;
}
