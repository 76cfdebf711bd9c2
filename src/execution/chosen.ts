import { compiledExecutor } from './compiled.ts';
import type { ExecutorOf } from './executor.ts';
import { interpreted } from './interpreted.ts';

/** How operations are executed. */
export type Execution = 'compiled' | 'interpreted';

/** Documents whose compiled operations a server keeps, one for each of its callers' rights. */
const maxDocuments = 500;

/** The executors that a server may be told to use. */
export function executorOf(execution: Execution): ExecutorOf {
  return execution === 'interpreted' ? () => interpreted : (schema) => compiledExecutor(schema, { maxDocuments });
}
