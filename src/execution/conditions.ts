import { type DirectiveNode, type DocumentNode, Kind, visit } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** Names of the variables by which something of a document is skipped or included, each once. */
export function conditionsOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: (node) => {
      const value = isCondition(node) ? node.arguments?.[0]?.value : undefined;
      if (value?.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}

/** How an operation's variables decide some conditions, a character each; null where one is neither true nor false, which is an error for execution to tell. */
export function decisionsOf(conditions: readonly string[], variables: Variables): string | null {
  let decisions = '';
  for (const name of conditions) {
    const value = variables[name];
    if (typeof value !== 'boolean') return null;
    decisions += value ? '1' : '0';
  }
  return decisions;
}

export function isCondition({ name }: DirectiveNode): boolean {
  return name.value === 'skip' || name.value === 'include';
}

/**
 * Whether directives leave in what they stand on.
 * @throws where a condition is neither true nor false
 */
export function leaveIn(directives: readonly DirectiveNode[] | undefined, variables: Variables): boolean {
  return (directives ?? []).filter(isCondition).every(({ name, arguments: [given] = [] }) => {
    const value = given?.value.kind === Kind.VARIABLE ? variables[given.value.name.value] : given?.value.kind === Kind.BOOLEAN ? given.value.value : undefined;
    if (typeof value !== 'boolean') throw new Error('a condition is neither true nor false');
    return value === (name.value === 'include');
  });
}
