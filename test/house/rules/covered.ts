import { buildASTSchema, type DocumentNode, getNamedType, type GraphQLField, type GraphQLNamedType, type GraphQLObjectType, type GraphQLSchema, isAbstractType, isObjectType, Kind } from 'graphql';

/** Scopes that everybody has unless an operator takes them away: being behind one of them keeps nobody out. */
const openScopes: ReadonlySet<string> = new Set(['vacancies:read', 'organisations:read', 'enumerations:read']);

/** Types whose every field is about a person. */
const personalTypes: ReadonlySet<string> = new Set(['Candidate', 'Person', 'Experience', 'Education', 'Certificate', 'DesiredJob', 'DesiredFunction', 'Attachment', 'Application', 'Resume', 'Contact']);
const personalNames = /email|phone|mobile|fax|^ip$|ipaddress|birth|gender|nationality|first_?name|last_?name|family_?name|call_?name|user_?name|contact_?name|motivation|resume|^cv|^person|visitor|applicant|candidate|street|house_?number|address|^raw$/i;

export interface Exceptions {
  /** Personal by name or type and open all the same, each with the reason. By `Type.field`, or `Type` for all of its fields. */
  readonly personal: Readonly<Record<string, string>>;
  /** Fields of Query that ask for no scope, each with the reason. */
  readonly queries: Readonly<Record<string, string>>;
}

/** Where a schema gives away what it should ask a scope for, and exceptions that there is nothing for. */
export function uncovered(document: DocumentNode, { personal, queries }: Exceptions): string[] {
  const schema = buildASTSchema(document, { assumeValidSDL: true });
  const open = openFields(schema);
  const used = new Set<string>();
  const excepted = (table: Readonly<Record<string, string>>, names: readonly string[]): boolean => {
    const name = names.find((one) => Object.hasOwn(table, one));
    if (name !== undefined) used.add(name);
    return name !== undefined;
  };

  const shown = [...open].flatMap(([type, fields]) =>
    fields.flatMap((field) => {
      const name = `${type.name}.${field.name}`;
      const isPersonal = personalTypes.has(type.name) || personalTypes.has(getNamedType(field.type).name) || personalNames.test(field.name);
      return isPersonal && !excepted(personal, [name, type.name]) ? [`${name} may be personal data, and everybody may read it`] : [];
    }),
  );
  const roots = [schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) => (isObjectType(type) ? Object.values(type.getFields()).map((field) => ({ type, field })) : []));
  const undirected = roots.filter(({ field }) => scopesOf(field.astNode?.directives).length === 0).map(({ type, field }) => `${type.name}.${field.name} asks for no scope`);
  const asked = Object.values(schema.getQueryType()?.getFields() ?? {});
  const unasked = asked.filter((field) => scopesOf(field.astNode?.directives).length === 0 && !excepted(queries, [field.name])).map(({ name }) => `Query.${name} asks for no scope, and is not named as open to everybody`);
  const stale = [...Object.keys(personal), ...Object.keys(queries)].filter((name) => !used.has(name)).map((name) => `${name} is an exception for nothing`);
  return [...shown, ...undirected, ...unasked, ...stale];
}

/** Everything that can be selected without a scope that keeps somebody out, by its type. */
function openFields(schema: GraphQLSchema): ReadonlyMap<GraphQLObjectType, readonly GraphQLField<unknown, unknown>[]> {
  const open = new Map<GraphQLObjectType, readonly GraphQLField<unknown, unknown>[]>();
  const waiting: GraphQLNamedType[] = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(isObjectType);
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (isAbstractType(type)) waiting.push(...schema.getPossibleTypes(type));
    if (!isObjectType(type) || open.has(type) || closes(type.astNode?.directives)) continue;
    const fields = Object.values(type.getFields()).filter((field) => {
      const given = getNamedType(field.type);
      return !closes(field.astNode?.directives) && !(isObjectType(given) && closes(given.astNode?.directives));
    });
    open.set(type, fields);
    waiting.push(...fields.map((field) => getNamedType(field.type)));
  }
  return open;
}

type Directives = NonNullable<NonNullable<GraphQLObjectType['astNode']>['directives']> | undefined;

/** Whether every alternative holds a scope that is not everybody's. */
function closes(directives: Directives): boolean {
  return scopesOf(directives).some((rule) => rule.length > 0 && rule.every((alternative) => alternative.some((scope) => !openScopes.has(scope))));
}

/** The rules of the `@requiresScopes` among these. */
function scopesOf(directives: Directives): readonly (readonly (readonly string[])[])[] {
  return (directives ?? []).filter(({ name }) => name.value === 'requiresScopes').map(({ arguments: given = [] }) => {
    const [argument] = given;
    if (argument?.value.kind !== Kind.LIST) return [];
    return argument.value.values.map((alternative) => (alternative.kind === Kind.LIST ? alternative.values.flatMap((scope) => (scope.kind === Kind.STRING ? [scope.value] : [])) : []));
  });
}
