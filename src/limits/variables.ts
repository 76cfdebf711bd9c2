/** Bounds of what is sent as variables. The largest input, a vacancy for two channels, has some hundred values. */
export const mostVariables = { depth: 20, values: 10_000 } as const;

/** Whether variables are nested deeper or hold more values than any input does. In one walk, without recursion, that ends at the bound. */
export function areTooLarge(variables: Readonly<Record<string, unknown>>): 'depth' | 'values' | null {
  const open: (readonly [value: object, depth: number])[] = [[variables, 1]];
  let values = 0;
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const [holder, depth] = at;
    for (const value of Array.isArray(holder) ? holder : Object.values(holder)) {
      values += 1;
      if (values > mostVariables.values) return 'values';
      if (typeof value !== 'object' || value === null) continue;
      if (depth >= mostVariables.depth) return 'depth';
      open.push([value, depth + 1]);
    }
  }
  return null;
}
