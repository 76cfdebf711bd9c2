/**
 * Variables as a text that no others have; null where JSON cannot tell them from others: `1e999` is read as Infinity, which is written as null.
 * @param variables of a depth that was looked at
 */
export function variablesText(variables: Readonly<Record<string, unknown>>): string | null {
  const text = JSON.stringify(variables);
  return text.includes('null') && holdsInfinity(variables) ? null : text;
}

function holdsInfinity(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsInfinity);
}
