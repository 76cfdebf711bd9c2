import { isScope, type Scope } from '../domain/scopes.ts';
import { group } from './group.ts';
import { names } from './values.ts';

/** Who the callers are. */
export interface CallersConfig {
  /** What a caller without a key may do. */
  readonly anonymousScopes: ReadonlySet<Scope>;
}

const scopeNames = names.transform((stated, context) => {
  const unknown = stated.filter((name) => !isScope(name));
  if (unknown.length > 0) context.addIssue({ code: 'custom', message: `${unknown.join(', ')}: no such scope` });
  return new Set(stated.filter(isScope));
});

export const callersGroup = group({
  shape: { ANONYMOUS_SCOPES: scopeNames.default(new Set<Scope>(['vacancies:read', 'organisations:read', 'enumerations:read'])) },
  configOf: (env): CallersConfig => ({ anonymousScopes: env.ANONYMOUS_SCOPES }),
});
