import { execute } from 'graphql';
import type { Executor } from './executor.ts';

/** graphql-js: it walks the document anew for each operation, and is what the answer of any other executor has to be like. */
export const interpreted: Executor = execute;
