import { coerceInputValue, type GraphQLSchema, isInputType, isNonNullType, typeFromAST, valueFromAST, type VariableDefinitionNode } from 'graphql';

type Values = Readonly<Record<string, unknown>>;

/** Reads the variables of one operation as graphql-js does; null where one is wrong or missing. */
export type VariablesReader = (given: Values) => Values | null;

/** A reader that knows the types beforehand: graphql-js makes them anew at each execution, which takes longer than to coerce most values. */
export function variablesReader(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[]): VariablesReader {
  const known = definitions.map(({ variable: { name }, type, defaultValue }) => ({ name: name.value, type: typeFromAST(schema, type), defaultValue }));

  return (given) => {
    // Without a prototype, as "__proto__" is a variable's name like any other.
    const coerced: Record<string, unknown> = Object.create(null);
    let isWrong = false;
    const onError = (): void => {
      isWrong = true;
    };
    for (const { name, type, defaultValue } of known) {
      if (!isInputType(type)) return null;
      if (!Object.hasOwn(given, name)) {
        if (defaultValue !== undefined) coerced[name] = valueFromAST(defaultValue, type);
        else if (isNonNullType(type)) return null;
        continue;
      }
      coerced[name] = coerceInputValue(given[name], type, onError);
      if (isWrong) return null;
    }
    return coerced;
  };
}
