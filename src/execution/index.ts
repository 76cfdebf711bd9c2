export { type Execution, executorOf } from './chosen.ts';
export type { Executor, ExecutorOf } from './executor.ts';
export { interpreted } from './interpreted.ts';
