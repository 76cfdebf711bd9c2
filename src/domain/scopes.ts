/** What a caller may be allowed; the public list. */
export const scopes = [
  'vacancies:read',
  'organisations:read',
  'enumerations:read',
  'candidates:read',
  'candidates:contact',
  'insights:read',
  'personal:read',
  'applications:read',
  'vacancies:write',
  'indexing:write',
  'raw:read',
  'admin',
] as const;
export type Scope = (typeof scopes)[number];

/** Scopes of which one alternative has to be whole: any of the outer list, all of the inner, as `@requiresScopes` states them. */
export type ScopeRule = readonly (readonly string[])[];

export function isScope(name: string): name is Scope {
  return (scopes as readonly string[]).includes(name);
}
