export { type Engine, openEngine } from './engine.ts';
export { requireScopes } from './guard.ts';
export { listCandidateReads } from './list-reads.ts';
export { isRefused } from './refused-mark.ts';
export { requireReadOf } from './read-of.ts';
