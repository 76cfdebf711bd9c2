export { type Engine, openEngine, type Operation } from './engine.ts';
export { requireScopes } from './guard.ts';
export { type CandidateReadEdge, type CandidateReadPage, listCandidateReads } from './list-reads.ts';
export { isRefused } from './refused-mark.ts';
export { requireReadOf } from './read-of.ts';
