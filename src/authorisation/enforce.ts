import { defaultFieldResolver, type GraphQLField, type GraphQLObjectType, type GraphQLSchema, isNonNullType, isObjectType } from 'graphql';
import type { Context } from '../context.ts';
import { admits, type Guard, lackOf } from './guard.ts';
import type { Guards } from './guards.ts';
import { errorOf } from './refusals.ts';

type Field = GraphQLField<unknown, Context>;

/**
 * Puts each guard in front of its field's resolver, so that no way of executing an operation goes round it. A refused field is null
 * without an error of its own, since the plan of the operation has told of it once; one that cannot be null fails.
 */
export function enforce(schema: GraphQLSchema, guards: Guards): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isObjectType(type)) for (const field of Object.values(type.getFields())) enforceOn(type, field, guards);
  }
}

function enforceOn(type: GraphQLObjectType, field: Field, guards: Guards): void {
  const name = `${type.name}.${field.name}`;
  const guard = guards.fields.get(name);
  if (guard === undefined) return;
  const { resolve = defaultFieldResolver, subscribe } = field;
  const nullable = !isNonNullType(field.type);
  field.resolve = (parent, args, context, info) => {
    if (admits(guard, context.viewer)) return resolve(parent, args, context, info);
    if (nullable) return null;
    throw refused(name, guard, context);
  };
  if (subscribe === undefined) return;
  field.subscribe = (parent, args, context, info) => {
    if (!admits(guard, context.viewer)) throw refused(name, guard, context);
    return subscribe(parent, args, context, info);
  };
}

function refused(name: string, guard: Guard, { viewer }: Context): Error {
  return errorOf(name, lackOf(guard, viewer) ?? { identity: false, scopes: [] });
}
