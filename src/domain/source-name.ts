/* Generated from schema/ by "npm run codegen". Do not edit. */

/** The upstreams, in the order in which merged lists interleave them. */
export const sourceNames = ['CSO', 'ICTERGEZOCHT', 'VDAB', 'CEGID'] as const;

/** One upstream: `Source` in the schema. */
export type SourceName = (typeof sourceNames)[number];
