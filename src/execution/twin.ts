import { type GraphQLAbstractType, type GraphQLField, type GraphQLFieldConfigMap, type GraphQLFieldResolver, GraphQLInterfaceType, GraphQLList, type GraphQLNamedOutputType, GraphQLNonNull, GraphQLObjectType, type GraphQLOutputType, GraphQLSchema, type GraphQLTypeResolver, GraphQLUnionType, isInterfaceType, isListType, isNonNullType, isObjectType, isUnionType } from 'graphql';

/** What a twin has where its original has something of its own. */
export interface TwinParts<Holder> {
  /** Without them nothing of what a document states for a field is looked at. */
  readonly withArguments: boolean;
  /** The resolver of a field; undefined where a property of its parent is read. */
  resolverOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>): GraphQLFieldResolver<unknown, Holder> | undefined;
  typeResolverOf(type: GraphQLAbstractType): GraphQLTypeResolver<unknown, Holder>;
  /** What an object of any type must be. */
  readonly isTypeOf?: (value: unknown) => boolean;
}

/** A list or a name: all that may stand in a type that is not null. */
type Nullable = GraphQLNamedOutputType | GraphQLList<GraphQLOutputType>;

/** A schema whose queries are of the same form as another's, with other resolvers. Its leaves are the other's own. */
export function twinOf<Holder>(schema: GraphQLSchema, { withArguments, resolverOf, typeResolverOf, isTypeOf }: TwinParts<Holder>): GraphQLSchema {
  const objects = new Map<string, GraphQLObjectType<unknown, Holder>>();
  const interfaces = new Map<string, GraphQLInterfaceType>();
  const unions = new Map<string, GraphQLUnionType>();

  function outputOf(type: GraphQLOutputType): GraphQLOutputType {
    return isNonNullType(type) ? new GraphQLNonNull(nullableOf(type.ofType)) : nullableOf(type);
  }

  function nullableOf(type: Nullable): Nullable {
    if (isListType(type)) return new GraphQLList(outputOf(type.ofType));
    if (isObjectType(type)) return objectOf(type);
    if (isInterfaceType(type)) return interfaceOf(type);
    return isUnionType(type) ? unionOf(type) : type;
  }

  function objectOf(type: GraphQLObjectType): GraphQLObjectType<unknown, Holder> {
    return keptIn(objects, type.name, () => new GraphQLObjectType<unknown, Holder>({ name: type.name, interfaces: () => type.getInterfaces().map(interfaceOf), fields: () => fieldsOf(type), ...(isTypeOf !== undefined && { isTypeOf }) }));
  }

  function fieldsOf(type: GraphQLObjectType): GraphQLFieldConfigMap<unknown, Holder> {
    const stated = type.toConfig().fields;
    return Object.fromEntries(
      Object.values(type.getFields()).map((field) => {
        const resolve = resolverOf(type, field);
        return [field.name, { type: outputOf(field.type), args: withArguments ? (stated[field.name]?.args ?? {}) : {}, ...(resolve !== undefined && { resolve }) }];
      }),
    );
  }

  function interfaceOf(type: GraphQLInterfaceType): GraphQLInterfaceType {
    return keptIn(interfaces, type.name, () => new GraphQLInterfaceType({
      name: type.name,
      interfaces: () => type.getInterfaces().map(interfaceOf),
      fields: () => Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, { type: outputOf(field.type) }])),
      resolveType: typeResolverOf(type),
    }));
  }

  function unionOf(type: GraphQLUnionType): GraphQLUnionType {
    return keptIn(unions, type.name, () => new GraphQLUnionType({ name: type.name, types: () => type.getTypes().map(objectOf), resolveType: typeResolverOf(type) }));
  }

  const query = schema.getQueryType();
  return new GraphQLSchema({
    ...(query !== null && query !== undefined && { query: objectOf(query) }),
    // Those that only an interface leads to.
    types: Object.values(schema.getTypeMap()).flatMap((type) => (isObjectType(type) && !type.name.startsWith('__') ? [objectOf(type)] : [])),
    // It is as valid as its original.
    assumeValid: true,
  });
}

function keptIn<T>(kept: Map<string, T>, name: string, make: () => T): T {
  const known = kept.get(name);
  if (known !== undefined) return known;
  const made = make();
  kept.set(name, made);
  return made;
}
