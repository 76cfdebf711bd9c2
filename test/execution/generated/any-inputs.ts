import { getNamedType, type GraphQLInputType, getNullableType, isEnumType, isInputObjectType, isLeafType, isListType, isNonNullType } from 'graphql';
import type { Draw } from './draw.ts';

/** Values of scalars that are equal as they are written and as JSON, by the scalar's name. */
export type Scalars = Readonly<Record<string, readonly (string | number | boolean)[]>>;

/** What a document states for its arguments and conditions, and the variables that it comes to need. */
export interface AnyInputs {
  /** Whether there are values of a type. */
  isKnown(type: GraphQLInputType): boolean;
  /** A value as a document states it, with variables in it. */
  stated(type: GraphQLInputType): string;
  /** What stands behind a selection: nothing mostly. */
  conditions(): string;
  /** What stands behind the operation's name. */
  declarations(): string;
  readonly values: Readonly<Record<string, unknown>>;
}

const booleans: Scalars = { Boolean: [true, false] };
const wrong = { such: 'a value is none' };

export function anyInputs(draw: Draw, own: Scalars): AnyInputs {
  const scalars: Scalars = { ...booleans, ...own };
  const declared = new Map<string, string>();
  const values: Record<string, unknown> = {};

  function isKnown(type: GraphQLInputType): boolean {
    const inner = getNamedType(type);
    if (isInputObjectType(inner)) return Object.values(inner.getFields()).every((field) => !isNonNullType(field.type) || isKnown(field.type));
    return isEnumType(inner) || inner.name in scalars;
  }

  function stated(type: GraphQLInputType): string {
    return draw.often(30) ? `$${variableOf(type)}` : literalOf(type);
  }

  function literalOf(type: GraphQLInputType): string {
    if (isNonNullType(type)) return solid(type.ofType);
    return draw.often(8) ? 'null' : solid(type);
  }

  function solid(type: GraphQLInputType): string {
    // One stands for a list of one.
    if (isListType(type)) return isLeafType(getNullableType(type.ofType)) && draw.often(20) ? solid(getNullableType(type.ofType)) : `[${items(() => stated(type.ofType)).join(', ')}]`;
    if (isEnumType(type)) return draw.from(type.getValues()).name;
    if (isInputObjectType(type)) return `{ ${givenOf(type).map((field) => `${field.name}: ${stated(field.type)}`).join(', ')} }`;
    return JSON.stringify(scalarOf(type));
  }

  /** As JSON has it. */
  function valueOf(type: GraphQLInputType): unknown {
    if (draw.often(1)) return wrong;
    if (isNonNullType(type)) return solidValue(type.ofType);
    return draw.often(15) ? null : solidValue(type);
  }

  function solidValue(type: GraphQLInputType): unknown {
    if (isListType(type)) return draw.often(20) ? valueOf(type.ofType) : items(() => valueOf(type.ofType));
    if (isEnumType(type)) return draw.from(type.getValues()).name;
    if (isInputObjectType(type)) return Object.fromEntries(givenOf(type).map((field) => [field.name, valueOf(field.type)]));
    return scalarOf(type);
  }

  function scalarOf(type: GraphQLInputType): string | number | boolean {
    return draw.from(scalars[getNamedType(type).name] ?? []);
  }

  function items<T>(one: () => T): T[] {
    return Array.from({ length: draw.below(3) }, one);
  }

  function givenOf(type: GraphQLInputType) {
    const inner = getNamedType(type);
    return isInputObjectType(inner) ? Object.values(inner.getFields()).filter((field) => (isNonNullType(field.type) && field.defaultValue === undefined) || (isKnown(field.type) && draw.often(40))) : [];
  }

  /** A variable that may stand where a value of the type is wanted, one that is there already or another. */
  function variableOf(type: GraphQLInputType): string {
    const nullable = isNonNullType(type) ? type.ofType : type;
    const sort = draw.from(isNonNullType(type) ? (['sure', 'filled'] as const) : (['plain', 'sure', 'filled'] as const));
    const base = `${sort}${String(type).replaceAll(/\W/g, (sign) => (sign === '!' ? 'N' : 'L'))}`;
    const name = `${base}${draw.below(2)}`;
    if (declared.has(name)) return name;
    // Before its value is drawn, which may not hold variables.
    declared.set(name, `$${name}: ${String(nullable)}${sort === 'sure' ? '!' : sort === 'filled' ? ` = ${constantOf(nullable)}` : ''}`);
    if (sort === 'sure' || draw.often(60)) values[name] = sort === 'sure' ? solidValue(nullable) : valueOf(nullable);
    return name;
  }

  /** A literal without variables that is not null. */
  function constantOf(type: GraphQLInputType): string {
    if (isNonNullType(type)) return constantOf(type.ofType);
    if (isListType(type)) return `[${constantOf(type.ofType)}]`;
    if (isEnumType(type)) return draw.from(type.getValues()).name;
    if (isInputObjectType(type)) return `{ ${givenOf(type).map((field) => `${field.name}: ${constantOf(field.type)}`).join(', ')} }`;
    return JSON.stringify(scalarOf(type));
  }

  function conditionOf(): string {
    if (draw.often(20)) return String(draw.often(50));
    const name = `if${draw.below(4)}`;
    if (!declared.has(name)) {
      const sure = draw.often(60);
      declared.set(name, `$${name}: ${sure ? 'Boolean!' : `Boolean = ${draw.often(50)}`}`);
      if (sure || draw.often(60)) values[name] = draw.often(3) && !sure ? null : draw.often(50);
    }
    return `$${name}`;
  }

  return {
    isKnown,
    stated,
    values,
    conditions: () => `${draw.often(6) ? ` @skip(if: ${conditionOf()})` : ''}${draw.often(6) ? ` @include(if: ${conditionOf()})` : ''}`,
    declarations: () => (declared.size === 0 ? '' : `(${[...declared.values()].join(', ')})`),
  };
}
