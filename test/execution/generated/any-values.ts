import { type GraphQLField, type GraphQLObjectType, type GraphQLOutputType, type GraphQLSchema, isAbstractType, isEnumType, isListType, isNonNullType, isObjectType } from 'graphql';
import { hashOf } from './hash.ts';

/** What an operation's resolvers are given: what they return follows from it, and from who asks for what, alone. */
export interface World {
  readonly seed: number;
  /** Nothing fails in a calm one; in a still one resolvers fail, and everything is there at once; in a usual one they fail at any time; in an odd one everything that a resolver may do is done. */
  readonly weather: 'calm' | 'still' | 'usual' | 'odd';
  /** Resolvers that were called, by where in the answer. */
  readonly calls: string[];
}

/** Values of leaves as resolvers return them, by the name of the scalar. */
export type LeafValues = Readonly<Record<string, (hash: number) => unknown>>;

export class Failed extends Error {
  override readonly name = 'Failed';
}

type Field = GraphQLField<unknown, World>;
type Place = 'resolver' | 'property' | 'row' | 'kept row';

const leaves: LeafValues = {
  String: (hash) => `text ${hash}`,
  ID: (hash) => `id:${hash}`,
  Int: (hash) => hash % 1000,
  Float: (hash) => (hash % 1000) / 8,
  Boolean: (hash) => hash % 2 === 0,
};

/** Gives every field of a schema a resolver, or has it be a property, of values that are made up as they are asked for. */
export function makeUp(schema: GraphQLSchema, own: LeafValues, isProperty: (type: GraphQLObjectType, field: Field) => boolean): void {
  const prototypes = new Map<string, object>();
  const values: LeafValues = { ...leaves, ...own };

  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type)) type.resolveType = undefined;
    if (!isObjectType(type)) continue;
    type.isTypeOf = undefined;
    const isRoot = type === schema.getQueryType();
    const properties: PropertyDescriptorMap = {};
    for (const field of Object.values(type.getFields())) {
      if (!isRoot && isProperty(type, field)) {
        delete field.resolve;
        properties[field.name] = { get: propertyOf(field) };
      } else field.resolve = resolverOf(type, field);
    }
    prototypes.set(type.name, Object.create(null, properties) as object);
  }

  function resolverOf(type: GraphQLObjectType, field: Field): NonNullable<Field['resolve']> {
    return (parent, args, world, { path, fieldName, parentType, returnType, fieldNodes, variableValues }) => {
      let place = '';
      for (let at: typeof path | undefined = path; at !== undefined; at = at.prev) place = `${at.key}.${place}`;
      world.calls.push(place);
      const told = [fieldName, parentType.name, String(returnType), fieldNodes.map(({ alias, name }) => [alias?.value, name.value]), Object.entries(variableValues)];
      const key = hashOf(JSON.stringify([isThing(parent) ? parent[about].key : 0, type.name, args, told]));
      return given(field.type, key, world, 'resolver');
    };
  }

  function propertyOf(field: Field) {
    return function read(this: Thing): unknown {
      const { key, world, read } = this[about];
      const known = read.get(field.name);
      if (known !== undefined) return known.value;
      const value = given(field.type, hashOf(`${key}.${field.name}`), world, 'property');
      read.set(field.name, { value });
      return value;
    };
  }

  function given(type: GraphQLOutputType, key: number, world: World, place: Place): unknown {
    const roll = rollOf(key, world, 'given');
    const mayFail = world.weather !== 'calm';
    if (place === 'resolver' && mayFail && roll >= 5 && roll < 9) throw new Failed(`threw ${key}`);
    if ((place === 'resolver' || place === 'row') && world.weather !== 'still') {
      if (mayFail && roll < (place === 'row' ? 2 : 5)) return rejected(key);
      if (roll < 30) return later(key, () => solid(type, key, world, place));
    }
    if (place === 'property' && world.weather === 'odd') {
      if (roll < 2) return () => solid(type, key, world, place);
      if (roll < 4) return later(key, () => solid(type, key, world, place));
      if (roll < 5) throw new Failed(`could not be read ${key}`);
    }
    return solid(type, key, world, place);
  }

  function solid(type: GraphQLOutputType, key: number, world: World, place: Place): unknown {
    const roll = rollOf(key, world, 'solid');
    const isOdd = world.weather === 'odd';
    if (isNonNullType(type)) return isOdd && roll < 2 ? null : full(type.ofType, key, world, place);
    if (roll < 6) return roll < 3 ? null : undefined;
    return full(type, key, world, place);
  }

  function full(type: GraphQLOutputType, key: number, world: World, place: Place): unknown {
    const roll = rollOf(key, world, 'full');
    const isOdd = world.weather === 'odd';
    if (isOdd && roll < 2) return new Failed(`is an error ${key}`);
    if (isListType(type)) {
      if (isOdd && roll < 3) return 'no list';
      const comesLater = place === 'resolver' || place === 'row';
      const rowsAs = (rowPlace: Place) => Array.from({ length: rollOf(key, world, 'length') % 4 }, (_, index) => given(type.ofType, hashOf(`${key}[${index}]`), world, rowPlace));
      // What is no array holds no promises: nobody would hear of those that fail where the list itself comes to nothing.
      if (isOdd && roll < 5) return new Set(rowsAs('kept row'));
      // A property is read more than once, and is to be the same each time.
      if (isOdd && roll < 7 && comesLater) return rowsAs('kept row').values();
      return rowsAs(comesLater ? 'row' : 'kept row');
    }
    if (isObjectType(type)) return thing(type.name, key, world);
    if (isAbstractType(type)) {
      const types = schema.getPossibleTypes(type);
      return thing(isOdd && roll < 4 ? 'Nothing' : (types[rollOf(key, world, 'type') % types.length]?.name ?? ''), key, world);
    }
    if (isOdd && roll < 5) return { no: 'leaf' };
    if (isEnumType(type)) return type.getValues()[key % type.getValues().length]?.value;
    return values[type.name]?.(key);
  }

  function thing(typeName: string, key: number, world: World): Thing {
    return Object.assign(Object.create(prototypes.get(typeName) ?? null) as object, { __typename: typeName, [about]: { key, world, read: new Map() } });
  }
}

/** What is known of an object of the graph, out of the way of its properties: those of its type that have no resolver. */
interface About {
  readonly key: number;
  readonly world: World;
  readonly read: Map<string, { readonly value: unknown }>;
}

const about = Symbol('about');

interface Thing {
  readonly __typename: string;
  readonly [about]: About;
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && about in value;
}

/** From 0 to 99. */
function rollOf(key: number, { seed }: World, what: string): number {
  return hashOf(`${seed} ${what} ${key}`) % 100;
}

function rejected(key: number): Promise<never> {
  return key % 2 === 0 ? Promise.reject(new Failed(`rejected ${key}`)) : later(key, () => Promise.reject(new Failed(`rejected late ${key}`)));
}

async function later<T>(key: number, value: () => T | Promise<T>): Promise<T> {
  for (let turns = key % 3; turns > 0; turns -= 1) await new Promise((resolve) => setImmediate(resolve));
  return value();
}
