import type { ExecutionArgs, ExecutionResult, GraphQLSchema } from 'graphql';

export type PromiseOrValue<T> = T | Promise<T>;

/** Executes a document that was parsed, validated and planned. */
export type Executor = (args: ExecutionArgs) => PromiseOrValue<ExecutionResult>;

/** Makes the executor of a schema whose resolvers are the ones that it is to call. */
export type ExecutorOf = (schema: GraphQLSchema) => Executor;
