import { type GraphQLCompositeType, type GraphQLField, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema, getNamedType, isAbstractType, isCompositeType, isRequiredArgument, isUnionType } from 'graphql';
import { type AnyInputs, anyInputs, type Scalars } from './any-inputs.ts';
import type { Draw } from './draw.ts';
import { letters } from './hash.ts';

/** A query that is valid for its schema, with variables that fit, or once in a while do not. */
export interface AnyDocument {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

export interface DocumentOptions {
  /** How far fields stand in each other at most. */
  readonly depth: number;
  readonly scalars: Scalars;
  /** Whether a field may be asked for; all may without. */
  readonly asks?: (type: GraphQLCompositeType, field: AnyField) => boolean;
}

type AnyField = GraphQLField<unknown, unknown>;

interface Fragment {
  readonly name: string;
  readonly on: GraphQLCompositeType;
  readonly text: string;
}

const most = { selections: 4, fragments: 3 };

/** Draws one. Behind equal keys of its answer stand equal fields and arguments, so that whatever stands together can be merged. */
export function anyDocument(draw: Draw, schema: GraphQLSchema, { depth, scalars, asks = () => true }: DocumentOptions): AnyDocument {
  const inputs: AnyInputs = anyInputs(draw, scalars);
  const fragments: Fragment[] = [];
  const plainKeys = new Map<string, string>();

  const query = schema.getQueryType();
  if (query === null || query === undefined) throw new Error('a schema without queries');
  const set = selectionsOf(query, depth);
  const definitions = [`query Any${inputs.declarations()} { ${set} }`, ...fragments.map(({ name, on, text }) => `fragment ${name} on ${on.name} { ${text} }`)];
  return { text: definitions.join('\n'), variables: inputs.values };

  function selectionsOf(type: GraphQLCompositeType, left: number): string {
    return Array.from({ length: 1 + draw.below(most.selections) }, () => selectionOf(type, left)).join(' ');
  }

  function selectionOf(type: GraphQLCompositeType, left: number): string {
    if (left === 0 || !draw.often(30)) return fieldOf(type, left);
    return draw.often(50) ? spreadOf(type, left) : inlineOf(type, left);
  }

  function inlineOf(type: GraphQLCompositeType, left: number): string {
    const on = draw.often(20) ? null : draw.from(meeting(type));
    return `...${on === null ? '' : ` on ${on.name}`}${inputs.conditions()} { ${selectionsOf(on ?? type, left - 1)} }`;
  }

  /** One that is whole already, so that it cannot lead back to here, or a new one. */
  function spreadOf(type: GraphQLCompositeType, left: number): string {
    const near = new Set(meeting(type));
    const fitting = fragments.filter(({ on }) => near.has(on));
    if (fitting.length > 0 && (fragments.length >= most.fragments || draw.often(50))) return `...${draw.from(fitting).name}${inputs.conditions()}`;
    if (fragments.length >= most.fragments) return inlineOf(type, left);
    const on = draw.from(meeting(type));
    const text = selectionsOf(on, left - 1);
    const name = `F${fragments.length}`;
    fragments.push({ name, on, text });
    return `...${name}${inputs.conditions()}`;
  }

  /** Types of which there may be something that is of this one too. */
  function meeting(type: GraphQLCompositeType): readonly GraphQLCompositeType[] {
    const own = new Set(objectsOf(type));
    return Object.values(schema.getTypeMap()).filter(isOpenComposite).filter((other) => objectsOf(other).some((one) => own.has(one)));
  }

  function objectsOf(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
    return isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  }

  function fieldOf(type: GraphQLCompositeType, left: number): string {
    const all = isUnionType(type) ? [] : Object.values(type.getFields()).filter((field) => canBeAsked(type, field));
    const [leaves, others] = [all.filter(({ type: given }) => !isCompositeType(getNamedType(given))), all.filter(({ type: given }) => left > 0 && isCompositeType(getNamedType(given)))];
    const fields = others.length > 0 && (leaves.length === 0 || draw.often(50)) ? others : leaves;
    if (fields.length === 0 || draw.often(8)) return `${draw.often(20) ? 'nameOfType: ' : ''}__typename${inputs.conditions()}`;
    const field = draw.from(fields);
    const args = argumentsOf(field);
    const inner = getNamedType(field.type);
    return `${keyOf(field, args)}${field.name}${args}${inputs.conditions()}${isCompositeType(inner) ? ` { ${selectionsOf(inner, left - 1)} }` : ''}`;
  }

  function canBeAsked(type: GraphQLCompositeType, field: AnyField): boolean {
    return !field.name.startsWith('_') && asks(type, field) && field.args.every((argument) => !isRequiredArgument(argument) || inputs.isKnown(argument.type));
  }

  /** An alias, or nothing for what stands under its own name. */
  function keyOf(field: AnyField, args: string): string {
    const what = `${field.name}${args}: ${String(field.type)}`;
    const known = plainKeys.get(field.name);
    if (known === undefined) plainKeys.set(field.name, what);
    if ((known === undefined || known === what) && !draw.often(15)) return '';
    return `${letters(what)}: `;
  }

  function argumentsOf({ args }: AnyField): string {
    const given = args.filter((argument) => isRequiredArgument(argument) || (inputs.isKnown(argument.type) && draw.often(50)));
    return given.length === 0 ? '' : `(${given.map(({ name, type }) => `${name}: ${inputs.stated(type)}`).join(', ')})`;
  }
}

function isOpenComposite(type: GraphQLNamedType): type is GraphQLCompositeType {
  return isCompositeType(type) && !type.name.startsWith('_');
}
