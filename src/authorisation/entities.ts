import { defaultFieldResolver, type GraphQLField, type GraphQLObjectType, type GraphQLResolveInfo, type GraphQLSchema, isObjectType } from 'graphql';
import type { Context } from '../context.ts';
import { BadInput } from '../domain/errors.ts';
import { auditReference } from './candidate-reads.ts';
import { lackOf } from './guard.ts';
import type { Guards } from './guards.ts';
import { errorOf } from './refusals.ts';

type ResolveReference = (reference: unknown, context: Context, info: GraphQLResolveInfo) => unknown;

/**
 * Guards what `_entities` answers by the type that each representation names: a router passes on what it is told, and a fragment's
 * type says nothing of it. A type whose representations nobody resolves is null, never what the representation makes up.
 */
export function guardEntities(schema: GraphQLSchema, guards: Guards): void {
  for (const name of guards.entities.keys()) {
    const type = schema.getType(name);
    if (isObjectType(type)) replaceReferenceResolver(type, guarded(name, guards, referenceResolverOf(type)));
  }
  const entities = schema.getQueryType()?.getFields()['_entities'];
  if (entities !== undefined) refuseOthers(entities, guards);
}

/** A representation that names a type without a key would be answered as it came, whatever it says. */
function refuseOthers(field: GraphQLField<unknown, Context>, { entities }: Guards): void {
  const { resolve = defaultFieldResolver } = field;
  field.resolve = (parent, args, context, info) => {
    const representations: unknown = Reflect.get(args, 'representations');
    const named = Array.isArray(representations) ? representations.map((one) => String(propertyOf(one, '__typename'))) : [];
    const other = named.find((name) => !entities.has(name));
    if (other !== undefined) throw new BadInput(['representations'], `holds a "${other.slice(0, 100)}", which is no entity of this graph`);
    return resolve(parent, args, context, info);
  };
}

function guarded(type: string, guards: Guards, resolve: ResolveReference | null): ResolveReference {
  // A promise from the start: one that throws at once loses the other entities of its request too.
  return async (reference, context, info) => {
    requireEntity(guards, type, context);
    const value = (await resolve?.(reference, context, info)) ?? null;
    if (type === 'Candidate') auditReference(context, value, info);
    return value;
  };
}

/**
 * Lets a caller have a thing by its id where it may read things of that type.
 * @throws Forbidden, KeyNeeded
 */
function requireEntity({ entities }: Pick<Guards, 'entities'>, type: string, { viewer }: Pick<Context, 'viewer'>): void {
  const guard = entities.get(type);
  if (guard === undefined) throw new Error(`${type} is no entity`);
  const lack = lackOf(guard, viewer);
  if (lack !== null) throw errorOf(type, lack);
}

/** Where `@apollo/subgraph` keeps a type's resolver of references, and looks for it. */
function subgraphOf({ extensions }: GraphQLObjectType): object {
  const apollo = propertyOf(extensions, 'apollo');
  const subgraph = propertyOf(apollo, 'subgraph');
  return typeof subgraph === 'object' && subgraph !== null ? subgraph : {};
}

function referenceResolverOf(type: GraphQLObjectType): ResolveReference | null {
  const found = propertyOf(subgraphOf(type), 'resolveReference');
  return typeof found === 'function' ? (reference, context, info) => Reflect.apply(found, undefined, [reference, context, info]) : null;
}

function replaceReferenceResolver(type: GraphQLObjectType, resolveReference: ResolveReference): void {
  const apollo = propertyOf(type.extensions, 'apollo');
  type.extensions = { ...type.extensions, apollo: { ...(typeof apollo === 'object' ? apollo : {}), subgraph: { ...subgraphOf(type), resolveReference } } };
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
