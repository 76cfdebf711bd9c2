/** The variables of one request, as they were sent. */
export type Variables = Readonly<Record<string, unknown>>;

/** A number, or how to tell it from the variables. What does not depend on them is added up once, when an operation is first seen. */
export type Amount = number | ((variables: Variables) => number);

export function amountAt(amount: Amount, variables: Variables): number {
  return typeof amount === 'number' ? amount : amount(variables);
}

export function sum(amounts: readonly Amount[]): Amount {
  let known = 0;
  const open: ((variables: Variables) => number)[] = [];
  for (const amount of amounts) {
    if (typeof amount === 'number') known += amount;
    else open.push(amount);
  }
  return open.length === 0 ? known : (variables) => open.reduce((total, amount) => total + amount(variables), known);
}

export function product(a: Amount, b: Amount): Amount {
  if (typeof a === 'number' && typeof b === 'number') return a * b;
  if (a === 0 || b === 0) return 0;
  return (variables) => amountAt(a, variables) * amountAt(b, variables);
}

export function largest(amounts: readonly Amount[]): Amount {
  const [only] = amounts;
  if (only !== undefined && amounts.length === 1) return only;
  if (amounts.every((amount) => typeof amount === 'number')) return Math.max(0, ...amounts);
  return (variables) => Math.max(0, ...amounts.map((amount) => amountAt(amount, variables)));
}
