import { z } from 'zod';
import type { Execution } from '../execution/index.ts';
import { group } from './group.ts';

export const executionGroup = group({
  shape: { EXECUTION: z.enum(['compiled', 'interpreted'], 'must be compiled or interpreted').default('compiled') },
  configOf: (env): Execution => env.EXECUTION,
});
