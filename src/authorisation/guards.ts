import { type ConstDirectiveNode, type ConstValueNode, getNamedType, type GraphQLField, type GraphQLNamedType, type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType, Kind } from 'graphql';
import { isScope, type ScopeRule } from '../domain/scopes.ts';
import type { Guard } from './guard.ts';
import { linkScopes, readScopes } from './read-scopes.ts';

/** What a schema asks of its callers. */
export interface Guards {
  /** By `Type.field`; a field that anybody may read has none. */
  readonly fields: ReadonlyMap<string, Guard>;
  /** What an entity's representation takes, by the name of its type. */
  readonly entities: ReadonlyMap<string, Guard>;
}

export interface GuardTables {
  /** By the name of a type. */
  readonly reads: Readonly<Record<string, ScopeRule>>;
  /** By `Type.field`. */
  readonly links: Readonly<Record<string, ScopeRule>>;
}

/** The union of federation, whose members each representation names for itself. */
const entityUnion = '_Entity';

/**
 * What the directives of a schema, and the tables beside it, ask for each field: its own, that of the type that it gives, that of
 * the thing it leads to.
 * @throws where a scope is unknown, a rule is empty, an entity could be read without a scope, or a guard stands where an
 *   interface or a union would have to carry it too: composition would lift it there, onto what is not behind it
 */
export function guardsOf(schema: GraphQLSchema, { reads, links }: GuardTables = { reads: readScopes, links: linkScopes }): Guards {
  const objects = Object.values(schema.getTypeMap()).filter(isObjectType);
  const fields = new Map<string, Guard>();
  for (const type of objects) {
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      const guard = merged([statedBy(name, field.astNode?.directives ?? []), ofType(getNamedType(field.type)), { authenticated: false, rules: tabled(links[name], name) }]);
      if (guard !== null) fields.set(name, guard);
    }
  }
  refuseLifted(schema, fields, (type) => merged([ofType(type)]) !== null);

  const keyed = objects.filter((type) => directivesOf(type).some(({ name }) => name.value === 'key'));
  const entities = new Map(keyed.map((type): [string, Guard] => {
    const guard = merged([ofType(type), { authenticated: false, rules: tabled(reads[type.name], type.name) }]);
    if (guard === null) throw new Error(`${type.name} has a key, and no scope for reading it: give the type @requiresScopes, or a place in the table of read scopes`);
    return [type.name, guard];
  }));
  return { fields, entities };
}

type Stated = Guard;
const nothing: Stated = { authenticated: false, rules: [] };

/** What reading anything of a type takes. */
function ofType(type: GraphQLNamedType): Stated {
  return isObjectType(type) ? statedBy(type.name, directivesOf(type)) : nothing;
}

function merged(stated: readonly Stated[]): Guard | null {
  const authenticated = stated.some((one) => one.authenticated);
  const rules = stated.flatMap((one) => one.rules);
  return authenticated || rules.length > 0 ? { authenticated, rules } : null;
}

function directivesOf(type: GraphQLNamedType): readonly ConstDirectiveNode[] {
  return [type.astNode, ...type.extensionASTNodes].flatMap((node) => node?.directives ?? []);
}

function statedBy(where: string, directives: readonly ConstDirectiveNode[]): Stated {
  const rules = directives.filter(({ name }) => name.value === 'requiresScopes').map(({ arguments: given = [] }) => {
    const scopes = given.find(({ name }) => name.value === 'scopes')?.value;
    return checked(textsOf(scopes), where);
  });
  return { authenticated: directives.some(({ name }) => name.value === 'authenticated'), rules };
}

/** The alternatives that a directive's argument states; a single value stands for a list of it, as in any GraphQL argument. */
function textsOf(value: ConstValueNode | undefined): ScopeRule {
  if (value === undefined) return [];
  return listed(value).map((alternative) => listed(alternative).flatMap((scope) => (scope.kind === Kind.STRING ? [scope.value] : [])));
}

function listed(value: ConstValueNode): readonly ConstValueNode[] {
  return value.kind === Kind.LIST ? value.values : [value];
}

function tabled(rule: ScopeRule | undefined, where: string): readonly ScopeRule[] {
  return rule === undefined ? [] : [checked(rule, where)];
}

function checked(rule: ScopeRule, where: string): ScopeRule {
  if (rule.length === 0 || rule.some((alternative) => alternative.length === 0)) throw new Error(`${where} asks for scopes and names none`);
  const unknown = rule.flat().filter((scope) => !isScope(scope));
  if (unknown.length > 0) throw new Error(`${where} asks for ${unknown.join(', ')}, which is no scope`);
  return rule;
}

function refuseLifted(schema: GraphQLSchema, fields: ReadonlyMap<string, Guard>, isGuarded: (type: GraphQLNamedType) => boolean): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isAbstractType(type) || type.name === entityUnion) continue;
    for (const member of schema.getPossibleTypes(type)) {
      if (isGuarded(member)) throw new Error(`${member.name} is behind a scope and may not be one of ${type.name}, which is not`);
      const shared: readonly GraphQLField<unknown, unknown>[] = isInterfaceType(type) ? Object.values(type.getFields()) : [];
      const lifted = shared.find(({ name }) => fields.has(`${member.name}.${name}`));
      if (lifted !== undefined) throw new Error(`${member.name}.${lifted.name} is behind a scope and may not be of ${type.name}, which is not`);
    }
    const own = isInterfaceType(type) ? [directivesOf(type), ...Object.values(type.getFields()).map(({ astNode }) => astNode?.directives ?? [])] : [];
    if (own.flat().some(({ name }) => name.value === 'requiresScopes' || name.value === 'authenticated')) throw new Error(`${type.name} is an interface: scopes stand on object types and their fields`);
  }
}
