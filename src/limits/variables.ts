/**
 * Bounds of what is sent as variables. The largest input, a vacancy for two channels, has some hundred values, and no object of any has fifty
 * names. Reading an object again for each name in it that is wrong takes time with their square.
 */
export const mostVariables = { depth: 20, values: 10_000, names: 250 } as const;

/** Whether variables are nested deeper or hold more than any input does. In one walk, without recursion, that ends at the bound. */
export function areTooLarge(variables: Readonly<Record<string, unknown>>): 'depth' | 'values' | 'names' | null {
  const open: (readonly [value: object, depth: number])[] = [[variables, 1]];
  let values = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [holder, depth] = at;
    const held: readonly unknown[] = Array.isArray(holder) ? holder : Object.values(holder);
    if (held !== holder && held.length > mostVariables.names) return 'names';
    for (const value of held) {
      values += 1;
      if (values > mostVariables.values) return 'values';
      if (typeof value !== 'object' || value === null) continue;
      if (depth >= mostVariables.depth) return 'depth';
      open.push([value, depth + 1]);
    }
  }
  return null;
}
