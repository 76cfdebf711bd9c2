import { type DirectiveNode, type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode, type SelectionNode, type SelectionSetNode } from 'graphql';
import { isCondition, leaveIn } from './conditions.ts';

/** An operation without conditions, in nodes of its own. */
export interface Decided {
  readonly operation: OperationDefinitionNode;
  readonly fragments: readonly FragmentDefinitionNode[];
}

/**
 * A copy of an operation in which every condition is decided: what is left out is gone, and so are the conditions. graphql-jit would
 * order the keys of an answer by what is left out too, takes the conditions of a fragment that is spread twice for one another, and
 * notes them on the nodes that it is given.
 *
 * @param document one operation with its fragments
 * @throws where a condition is neither true nor false
 */
export function decided({ definitions }: DocumentNode, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Decided {
  function setOf({ selections, ...set }: SelectionSetNode): SelectionSetNode {
    return { ...set, selections: selections.flatMap((node) => (leaveIn(node.directives, variables) ? [withoutConditions(node)] : [])) };
  }

  function withoutConditions(node: SelectionNode): SelectionNode {
    const directives = others(node.directives);
    if (node.kind === Kind.FRAGMENT_SPREAD) return { ...node, directives };
    if (node.kind === Kind.INLINE_FRAGMENT) return { ...node, directives, selectionSet: setOf(node.selectionSet) };
    return { ...node, directives, ...(node.selectionSet !== undefined && { selectionSet: setOf(node.selectionSet) }) };
  }

  return {
    operation: { ...operation, selectionSet: setOf(operation.selectionSet) },
    fragments: definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [{ ...node, selectionSet: setOf(node.selectionSet) }] : [])),
  };
}

const none: readonly DirectiveNode[] = [];

function others(directives: readonly DirectiveNode[] | undefined): readonly DirectiveNode[] {
  return directives === undefined || directives.length === 0 ? none : directives.filter((directive) => !isCondition(directive));
}
