import { type DirectiveNode, type DocumentNode, type FieldNode, getNamedType, type GraphQLNamedType, type GraphQLSchema, GraphQLError, isInterfaceType, isObjectType, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { Forbidden, KeyNeeded } from '../domain/errors.ts';
import type { Lack } from './guard.ts';
import { isRefused } from './refused-mark.ts';

/** A selection that is refused: one error, however many rows it would have had. */
export interface Refusal {
  readonly error: GraphQLError;
  /** What tells it from others. */
  readonly key: string;
}

/** What the refused selections of an operation are looked for in. */
export interface RefusedIn {
  /** With its refused fields marked. */
  readonly document: DocumentNode;
  readonly schema: GraphQLSchema;
  /** By `Type.field`. */
  readonly lacks: ReadonlyMap<string, Lack>;
}

/** Most that one answer tells of, and most selections that are looked at for it; what is above is refused all the same. */
const maxRefusals = 100;
const maxSteps = 100_000;

interface Selected {
  readonly node: FieldNode;
  readonly parent: GraphQLNamedType | undefined;
}

/** The outermost refused selections of an operation with its variables, fragments resolved and equal ones merged, in the order of the document. */
export function refusalsIn(operation: OperationDefinitionNode, { document, schema, lacks }: RefusedIn, variables: Readonly<Record<string, unknown>>): readonly Refusal[] {
  const fragments = new Map(document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [])));
  const isIncluded = inclusionBy(operation, variables);
  const known = new Map<SelectionSetNode, boolean>();
  const found = new Map<string, Refusal>();
  let steps = 0;

  /** Nothing else is walked: aliased fragments in fragments unfold to far more than the document holds. */
  function holdsRefused(set: SelectionSetNode | undefined): boolean {
    if (set === undefined) return false;
    const before = known.get(set);
    if (before !== undefined) return before;
    known.set(set, false);
    const holds = set.selections.some((node) => {
      if (!isIncluded(node.directives)) return false;
      if (node.kind === Kind.FIELD) return isRefused(node) || holdsRefused(node.selectionSet);
      return holdsRefused(node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value)?.selectionSet);
    });
    known.set(set, holds);
    return holds;
  }

  /** The fields of a level by their response keys, as execution collects them: a fragment once a level. */
  function collect(set: SelectionSetNode, parent: GraphQLNamedType | undefined, level: Map<string, Selected[]>, seen: Set<string>): void {
    for (const node of set.selections) {
      steps += 1;
      if (steps > maxSteps || !isIncluded(node.directives)) continue;
      if (node.kind === Kind.FIELD) {
        if (!isRefused(node) && !holdsRefused(node.selectionSet)) continue;
        const key = node.alias?.value ?? node.name.value;
        level.set(key, [...(level.get(key) ?? []), { node, parent }]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet, node.typeCondition === undefined ? parent : schema.getType(node.typeCondition.name.value), level, seen);
      else {
        const fragment = fragments.get(node.name.value);
        if (fragment === undefined || seen.has(node.name.value)) continue;
        seen.add(node.name.value);
        collect(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), level, seen);
      }
    }
  }

  function walk(level: ReadonlyMap<string, readonly Selected[]>, above: readonly string[]): void {
    for (const [key, selected] of level) {
      if (found.size >= maxRefusals) return;
      const path = [...above, key];
      const [next, seen] = [new Map<string, Selected[]>(), new Set<string>()];
      for (const { node, parent } of selected) {
        if (isRefused(node)) tell(node, parent, path);
        else if (node.selectionSet !== undefined) collect(node.selectionSet, typeOf(node, parent), next, seen);
      }
      walk(next, path);
    }
  }

  function tell(node: FieldNode, parent: GraphQLNamedType | undefined, path: readonly string[]): void {
    const what = `${parent?.name ?? ''}.${node.name.value}`;
    const lack = lacks.get(what);
    if (lack === undefined) return;
    const error = errorOf(what, lack);
    const key = keyOf(path, error);
    if (!found.has(key)) found.set(key, { key, error: new GraphQLError(error.message, { nodes: node, path, originalError: error }) });
  }

  const level = new Map<string, Selected[]>();
  collect(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, level, new Set());
  walk(level, []);
  return [...found.values()];
}

/** Why a field is not given. */
export function errorOf(what: string, { identity, scopes }: Lack): Forbidden | KeyNeeded {
  return identity ? new KeyNeeded(what) : new Forbidden(what, scopes);
}

/** Two errors of one key tell the same of the same selection. */
export function keyOf(path: readonly string[], error: Forbidden | KeyNeeded): string {
  return JSON.stringify([path, error.code, error instanceof Forbidden ? error.missing : []]);
}

/** The variables by whose leave something is selected. */
export function conditionsOf(directives: readonly DirectiveNode[] = []): readonly string[] {
  return directives.flatMap(({ name, arguments: [given] = [] }) => ((name.value === 'skip' || name.value === 'include') && given?.value.kind === Kind.VARIABLE ? [given.value.name.value] : []));
}

function typeOf({ name }: FieldNode, parent: GraphQLNamedType | undefined): GraphQLNamedType | undefined {
  const type = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name.value]?.type : undefined;
  return type === undefined ? undefined : getNamedType(type);
}

/** What `@skip` and `@include` leave, with a variable's value or its default. */
function inclusionBy({ variableDefinitions = [] }: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): (directives: readonly DirectiveNode[] | undefined) => boolean {
  function valueOf(name: string): unknown {
    const standard = variableDefinitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
    return variables[name] ?? (standard?.kind === Kind.BOOLEAN ? standard.value : undefined);
  }
  return (directives = []) =>
    directives.every(({ name, arguments: [given] = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return true;
      const value = given?.value.kind === Kind.BOOLEAN ? given.value.value : given?.value.kind === Kind.VARIABLE && valueOf(given.value.name.value) === true;
      return value === (name.value === 'include');
    });
}
