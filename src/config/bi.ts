import { z } from 'zod';
import { group } from './group.ts';

/** Tables that BI tools read. */
export interface BiConfig {
  /** The schema of PostgreSQL that they are in. */
  readonly schema: string;
}

export const biGroup = group({
  shape: { BI_SCHEMA: z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/, 'has to be a plain name in lower case').default('werkgraph_bi') },
  configOf: (env): BiConfig => ({ schema: env.BI_SCHEMA }),
});
