import { type DirectiveNode, type FieldNode, type FragmentDefinitionNode, type GraphQLObjectType, type GraphQLSchema, isAbstractType, Kind, type NamedTypeNode, type SelectionSetNode } from 'graphql';
import type { Variables } from './amount.ts';

/** A field of an answer: equal names are one, with the selections of all places where it stands. */
export interface Collected {
  readonly field: FieldNode;
  readonly below: readonly SelectionSetNode[];
}

export interface Collecting {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Those that `@skip` and `@include` look at decide what is collected. */
  readonly variables: Variables;
  /** Called for each selection; it may throw where there are more than anyone wants to look at. */
  step(): void;
}

/** What execution would select of an object of this type: fragments that apply, without what is skipped, equal names merged. */
export function collect(type: GraphQLObjectType, sets: readonly SelectionSetNode[], { schema, fragments, variables, step }: Collecting): readonly Collected[] {
  const found = new Map<string, { readonly field: FieldNode; readonly below: SelectionSetNode[] }>();
  const spread = new Set<string>();

  function applies(condition: NamedTypeNode | undefined): boolean {
    if (condition === undefined || condition.name.value === type.name) return true;
    const stated = schema.getType(condition.name.value);
    return isAbstractType(stated) && schema.isSubType(stated, type);
  }

  function walk({ selections }: SelectionSetNode): void {
    for (const selection of selections) {
      step();
      if (isLeftOut(selection.directives, variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const name = (selection.alias ?? selection.name).value;
        const known = found.get(name) ?? { field: selection, below: [] };
        if (selection.selectionSet !== undefined) known.below.push(selection.selectionSet);
        found.set(name, known);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(selection.typeCondition)) walk(selection.selectionSet);
      } else {
        const fragment = fragments.get(selection.name.value);
        if (fragment === undefined || spread.has(selection.name.value)) continue;
        spread.add(selection.name.value);
        if (applies(fragment.typeCondition)) walk(fragment.selectionSet);
      }
    }
  }

  for (const set of sets) walk(set);
  return [...found.values()];
}

function isLeftOut(directives: readonly DirectiveNode[] | undefined, variables: Variables): boolean {
  return directives?.some(({ name, arguments: [condition] = [] }) => {
    if (condition === undefined || (name.value !== 'skip' && name.value !== 'include')) return false;
    const { value } = condition;
    const holds = value.kind === Kind.VARIABLE ? variables[value.name.value] === true : value.kind === Kind.BOOLEAN && value.value;
    return holds === (name.value === 'skip');
  }) ?? false;
}
