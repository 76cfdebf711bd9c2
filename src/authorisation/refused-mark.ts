import { type DirectiveNode, type FieldNode, Kind } from 'graphql';

/**
 * Stands on a field of an executed document that its caller is refused: nothing may be asked of an upstream for its sake. A client
 * cannot write it, since validation knows no such directive, and it is recognised by being this very object.
 */
const mark: DirectiveNode = { kind: Kind.DIRECTIVE, name: { kind: Kind.NAME, value: 'refused' } };

export function markRefused(node: FieldNode): FieldNode {
  return { ...node, directives: [...(node.directives ?? []), mark] };
}

/** Whether a field that is selected was refused: it is null, and what would be looked ahead for it is not. */
export function isRefused({ directives }: FieldNode): boolean {
  return directives !== undefined && directives.includes(mark);
}
