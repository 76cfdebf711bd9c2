import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { lackOf, requireScopes } from '../../src/authorisation/guard.ts';
import { guardsOf } from '../../src/authorisation/guards.ts';
import { isScope } from '../../src/domain/scopes.ts';

const directives = 'directive @authenticated on OBJECT | FIELD_DEFINITION | INTERFACE directive @requiresScopes(scopes: [[String!]!]!) on OBJECT | FIELD_DEFINITION | INTERFACE directive @key(fields: String!) on OBJECT';
const guards = (sdl: string, tables: Parameters<typeof guardsOf>[1] = { reads: {}, links: {} }) => guardsOf(buildSchema(`${directives} ${sdl}`), tables);
const viewer = (stated: string, authenticated = true) => ({ authenticated, scopes: new Set(stated.split(' ').filter(isScope)) });

describe('what a field asks', () => {
  test('is its own rule, that of the type it gives and that of the thing it leads to, all of them', () => {
    const sdl = 'type Query { a: A @requiresScopes(scopes: [["raw:read"]]) b: Int } type A @requiresScopes(scopes: [["admin"]]) @authenticated { id: ID }';
    const { fields } = guards(sdl, { reads: {}, links: { 'Query.a': [['vacancies:read']] } });
    expect([...fields.keys()]).toEqual(['Query.a']);
    expect(fields.get('Query.a')).toEqual({ authenticated: true, rules: [[['raw:read']], [['admin']], [['vacancies:read']]] });
  });

  test('is any of the alternatives, and the missing scopes are those of the nearest', () => {
    const guard = { authenticated: false, rules: [[['admin', 'raw:read', 'personal:read'], ['candidates:read', 'candidates:contact']]] };
    expect(lackOf(guard, viewer('candidates:read candidates:contact'))).toBeNull();
    expect(lackOf(guard, viewer('candidates:read'))).toEqual({ identity: false, scopes: ['candidates:contact'] });
    expect(lackOf(guard, viewer('admin raw:read'))).toEqual({ identity: false, scopes: ['personal:read'] });
  });

  test('is told once a scope, however many rules ask for it', () => {
    expect(lackOf({ authenticated: true, rules: [[['admin']], [['admin', 'raw:read']]] }, viewer('', false))).toEqual({ identity: true, scopes: ['admin', 'raw:read'] });
  });

  test('is asked of what is no field in the same way', () => {
    expect(() => requireScopes(viewer('admin'), [['insights:read']], 'This export')).toThrow('This export needs the scope insights:read, which this caller does not have.');
    expect(requireScopes(viewer('insights:read'), [['insights:read'], ['admin']], 'This export')).toBeUndefined();
  });
});

describe('a schema does not start that', () => {
  test.each([
    ['asks for a scope that there is none of', 'type Query { a: Int @requiresScopes(scopes: [["vacancy:read"]]) }', 'Query.a asks for vacancy:read, which is no scope'],
    ['asks for scopes and names none', 'type Query { a: Int @requiresScopes(scopes: []) }', 'Query.a asks for scopes and names none'],
    ['has an empty alternative, which would let everybody in', 'type Query { a: Int @requiresScopes(scopes: [["admin"], []]) }', 'Query.a asks for scopes and names none'],
    ['has an entity that anybody could read', 'type Query { a: A } type A @key(fields: "id") { id: ID }', 'A has a key, and no scope'],
    ['has a guarded type behind an interface that is not', 'type Query { n: N } interface N { id: ID } type A implements N @requiresScopes(scopes: [["admin"]]) { id: ID }', 'A is behind a scope and may not be one of N'],
    ['has a guarded type in a union', 'type Query { u: U } union U = A type A @authenticated { id: ID }', 'A is behind a scope and may not be one of U'],
    ['guards a field that an interface has without', 'type Query { n: N } interface N { id: ID } type A implements N { id: ID @requiresScopes(scopes: [["admin"]]) }', 'A.id is behind a scope and may not be of N'],
    ['puts a scope on an interface', 'type Query { n: N } interface N @authenticated { id: ID } type A implements N { id: ID }', 'N is an interface'],
  ])('%s', (_, sdl, message) => {
    expect(() => guards(sdl)).toThrow(message);
  });
});
