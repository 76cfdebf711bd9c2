/** A JSON value in which `{"env": "NAME"}` stands for the variable, with a problem for each that is not set. */
export function withVariables(json: unknown, variable: (name: string) => string | undefined): { readonly value: unknown; readonly problems: readonly string[] } {
  const problems: string[] = [];

  function at(value: unknown, place: string): unknown {
    if (Array.isArray(value)) return value.map((one: unknown, index) => at(one, `${place}[${index}]`));
    if (typeof value !== 'object' || value === null) return value;
    const name = namedVariable(value);
    if (name === undefined) return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, at(one, place === '' ? key : `${place}.${key}`)]));
    const found = variable(name);
    if (found === undefined || found === '') problems.push(`${place}: the variable ${name} is not set`);
    return found;
  }

  return { value: at(json, ''), problems };
}

/** An object that is nothing but the name of a variable. */
function namedVariable(value: object): string | undefined {
  const entries = Object.entries(value);
  const [[key, name] = []] = entries;
  return entries.length === 1 && key === 'env' && typeof name === 'string' && /^[A-Za-z_][A-Za-z0-9_]{0,127}$/.test(name) ? name : undefined;
}
