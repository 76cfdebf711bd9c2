import type { Context } from '../context.ts';
import { requireScopes } from './guard.ts';
import { readScopes } from './read-scopes.ts';

/**
 * For a field that gives things of several types by their ids: each id takes the read scope of its type.
 * @throws Forbidden
 */
export function requireReadOf(type: 'Vacancy' | 'Organisation' | 'EnumerationValue', { viewer }: Pick<Context, 'viewer'>): void {
  requireScopes(viewer, readScopes[type] ?? [], type);
}
