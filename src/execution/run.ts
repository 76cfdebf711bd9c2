import type { FieldNode, GraphQLField, GraphQLResolveInfo, OperationDefinitionNode } from 'graphql';

export type Arguments = Readonly<Record<string, unknown>>;

/** A resolver that was called, and what it returned or threw. */
export interface Call {
  readonly info: GraphQLResolveInfo;
  /** Null where they themselves were wrong, and nothing was called. */
  readonly args: Arguments | null;
  readonly threw: boolean;
  readonly value: unknown;
}

/** Arguments as a field of a type understands them: of another type with the same field they may have other defaults. */
export interface ReadArguments {
  readonly field: GraphQLField<unknown, unknown>;
  readonly args: Arguments;
}

/** A field that may be null, and is, since its resolver failed. */
export interface Failure {
  readonly info: GraphQLResolveInfo;
  readonly error: unknown;
}

/**
 * One execution of a compiled operation. graphql-jit hands it to the resolvers in the context's place. It keeps every call, so that
 * the interpreter can go on from where the compiled query is left, with nothing asked twice.
 */
export interface Run {
  readonly contextValue: unknown;
  /** As its conditions were decided. */
  readonly operation: OperationDefinitionNode;
  readonly variableValues: Readonly<Record<string, unknown>>;
  readonly calls: Call[];
  readonly failures: Failure[];
  /** How many of them failed before anything was waited for. */
  failedAtOnce: number;
  /** Equal for each row: read once. */
  readonly args: Map<FieldNode, ReadArguments>;
  /** Whether the compiled query is left: it calls nothing more, and its answer is not looked at. */
  isLeft: boolean;
  /** Called once, when it is left later than in its first step. */
  onLeave: (() => void) | null;
}

export function openRun(parts: Pick<Run, 'contextValue' | 'operation' | 'variableValues'>): Run {
  return { ...parts, calls: [], failures: [], failedAtOnce: 0, args: new Map(), isLeft: false, onLeave: null };
}

/** Has the interpreter go on in the compiled query's place. */
export function leave(run: Run): void {
  if (run.isLeft) return;
  run.isLeft = true;
  run.onLeave?.();
}
