export { type Engine, openEngine, type Operation } from './engine.ts';
export { requireScopes } from './guard.ts';
export { isRefused } from './refused-mark.ts';
export { requireReadOf } from './read-of.ts';
