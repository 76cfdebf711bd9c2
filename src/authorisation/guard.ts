import type { Viewer } from '../context.ts';
import { Forbidden } from '../domain/errors.ts';
import type { ScopeRule } from '../domain/scopes.ts';

/** What a field asks of its caller. */
export interface Guard {
  /** Whether a key or token has to be shown, whatever scopes there are. */
  readonly authenticated: boolean;
  /** Every rule has to hold: the field's own, that of the type it gives, that of the thing it leads to. */
  readonly rules: readonly ScopeRule[];
}

/** Why a caller does not get a field. */
export interface Lack {
  /** True where it is not known, and would have to be. */
  readonly identity: boolean;
  readonly scopes: readonly string[];
}

/** What a caller lacks of what is asked; null where nothing. */
export function lackOf({ authenticated, rules }: Guard, viewer: Pick<Viewer, 'authenticated' | 'scopes'>): Lack | null {
  const identity = authenticated && !viewer.authenticated;
  const scopes = rules.flatMap((rule) => missingOf(rule, viewer.scopes));
  return identity || scopes.length > 0 ? { identity, scopes: [...new Set(scopes)] } : null;
}

/** Whether a caller gets it: `lackOf` without its reasons, for every row that is read. */
export function admits({ authenticated, rules }: Guard, viewer: Pick<Viewer, 'authenticated' | 'scopes'>): boolean {
  if (authenticated && !viewer.authenticated) return false;
  return rules.every((rule) => rule.some((alternative) => alternative.every((scope) => has(viewer.scopes, scope))));
}

/**
 * For what is no field: an export, a download, a page.
 * @param what the thing that is asked for, as the subject of the message
 * @throws Forbidden naming the missing scopes
 */
export function requireScopes({ scopes }: Pick<Viewer, 'scopes'>, rule: ScopeRule, what: string): void {
  const missing = missingOf(rule, scopes);
  if (missing.length > 0) throw new Forbidden(what, missing);
}

/** What is missing of the alternative that the caller is nearest to; nothing where one is whole. */
function missingOf(rule: ScopeRule, scopes: ReadonlySet<string>): readonly string[] {
  const lacks = rule.map((alternative) => alternative.filter((scope) => !has(scopes, scope)));
  return lacks.toSorted((one, other) => one.length - other.length)[0] ?? [];
}

function has(scopes: ReadonlySet<string>, scope: string): boolean {
  return scopes.has(scope);
}
