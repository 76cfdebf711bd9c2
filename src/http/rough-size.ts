const bytesOfAnObject = 32;
const bytesOfASlot = 8;

/** About how many bytes of heap a JSON value takes: good enough to bound a cache, cheap next to parsing the value. */
export function roughBytes(value: unknown): number {
  let bytes = 0;
  const open: unknown[] = [value];
  while (open.length > 0) {
    const item = open.pop();
    bytes += bytesOfASlot;
    if (typeof item === 'string') bytes += item.length;
    if (typeof item !== 'object' || item === null) continue;
    bytes += bytesOfAnObject;
    for (const part of Object.values(item)) open.push(part);
  }
  return bytes;
}
