import type { FieldNames, SchemaNames, TypeNames } from './schema-names.ts';

/**
 * Where a schema breaks the contract: something missing, renamed, of another type or behind another scope. More than the contract is
 * allowed, unless callers would have to send it.
 */
export function contractBreaches(contract: SchemaNames, schema: SchemaNames): string[] {
  const breaches: string[] = [];
  for (const directive of contract.directives) {
    if (!schema.directives.includes(directive)) breaches.push(`${directive} is not imported`);
  }
  for (const [name, promised] of Object.entries(contract.types)) {
    const actual = schema.types[name];
    if (actual === undefined) {
      breaches.push(`${name} is missing`);
      continue;
    }
    breaches.push(...typeBreaches(name, promised, actual));
    for (const [field, promisedField] of Object.entries(promised.fields ?? {})) {
      const path = `${name}.${field}`;
      const actualField = actual.fields?.[field];
      if (actualField === undefined) breaches.push(`${path} is missing`);
      else breaches.push(...fieldBreaches(path, promisedField, actualField));
    }
  }
  return breaches;
}

function typeBreaches(name: string, promised: TypeNames, actual: TypeNames): string[] {
  const breaches: string[] = [];
  if (actual.kind !== promised.kind) breaches.push(`${name} is ${actual.kind}, not ${promised.kind}`);
  for (const implemented of promised.interfaces ?? []) {
    if (!actual.interfaces?.includes(implemented)) breaches.push(`${name} does not implement ${implemented}`);
  }
  for (const value of promised.values ?? []) {
    if (!actual.values?.includes(value)) breaches.push(`${name}.${value} is missing`);
  }
  if (promised.kind === 'input') {
    const inputs = Object.entries(actual.fields ?? {}).map(([field, { type }]): [string, string] => [field, type]);
    breaches.push(...requiredAdditions(name, Object.keys(promised.fields ?? {}), inputs));
  }
  breaches.push(...difference(name, promised.directives ?? [], actual.directives ?? []));
  return breaches;
}

function fieldBreaches(path: string, promised: FieldNames, actual: FieldNames): string[] {
  const breaches: string[] = [];
  if (actual.type !== promised.type) breaches.push(`${path} is ${actual.type}, not ${promised.type}`);
  const args = actual.args ?? {};
  for (const [argument, type] of Object.entries(promised.args ?? {})) {
    const actualType = args[argument];
    if (actualType === undefined) breaches.push(`${path}(${argument}) is missing`);
    else if (actualType !== type) breaches.push(`${path}(${argument}) is ${actualType}, not ${type}`);
  }
  breaches.push(...requiredAdditions(path, Object.keys(promised.args ?? {}), Object.entries(args)));
  breaches.push(...difference(path, promised.directives ?? [], actual.directives ?? []));
  return breaches;
}

/** An input beside the contract's must be optional: nobody who follows the contract sends it. */
function requiredAdditions(path: string, promised: readonly string[], actual: readonly (readonly [string, string])[]): string[] {
  return actual
    .filter(([name, type]) => !promised.includes(name) && type.endsWith('!'))
    .map(([name]) => `${path}(${name}) is required, but not in the contract`);
}

/** Scopes, keys and shareability are exactly the contract's: one too few opens a door, one too many closes it. */
function difference(path: string, promised: readonly string[], actual: readonly string[]): string[] {
  return [
    ...promised.filter((directive) => !actual.includes(directive)).map((directive) => `${path} lacks ${directive}`),
    ...actual.filter((directive) => !promised.includes(directive)).map((directive) => `${path} has ${directive}, the contract has not`),
  ];
}
