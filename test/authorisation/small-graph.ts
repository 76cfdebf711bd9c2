import { buildSchema, type ExecutionResult, type GraphQLFieldResolver, type GraphQLResolveInfo, isObjectType, parse, validate } from 'graphql';
import { expect } from 'vitest';
import { type Engine, isRefused, openEngine } from '../../src/authorisation/index.ts';
import { guardsOf } from '../../src/authorisation/guards.ts';
import type { Context } from '../../src/context.ts';
import { isScope } from '../../src/domain/scopes.ts';
import { engineUnderTest } from '../support/engines.ts';

const sdl = `
  directive @authenticated on OBJECT | FIELD_DEFINITION
  directive @requiresScopes(scopes: [[String!]!]!) on OBJECT | FIELD_DEFINITION
  interface Node { id: ID! }
  type Row implements Node {
    id: ID!
    open: String
    raw: String @requiresScopes(scopes: [["raw:read"]])
    sure: String! @requiresScopes(scopes: [["raw:read"]])
    person: Person @requiresScopes(scopes: [["candidates:read", "candidates:contact"]])
    row: Row
    rows: [Row]
    secret: Secret
    links: [Row]
  }
  type Other implements Node { id: ID! raw: String @requiresScopes(scopes: [["admin"]]) }
  type Person { name: String row: Row }
  type Secret @requiresScopes(scopes: [["admin"]]) { text: String }
  type Query { rows: [Row]! row: Row node: Node known: String @authenticated both: String @authenticated @requiresScopes(scopes: [["admin"]]) }
  type Mutation { write(what: String!): String @requiresScopes(scopes: [["vacancies:write"]]) index(what: String!): String @requiresScopes(scopes: [["indexing:write"]]) }
  type Subscription { told: Row @requiresScopes(scopes: [["vacancies:read"]]) public: Row }
`;

/** A graph of a hundred rows that notes what it was asked. */
export interface SmallGraph {
  readonly engine: Engine;
  /** The fields that were resolved, by their names, in order. */
  readonly resolved: string[];
  /** The names that a resolver of `Query` saw when it looked ahead. */
  readonly ahead: string[];
  /** How many have subscribed, and how many of them have gone. */
  readonly listeners: { began: number; ended: number };
  ask(scopes: string, document: string, variables?: Readonly<Record<string, unknown>>): Promise<ExecutionResult>;
}

export function smallGraph(): SmallGraph {
  const schema = buildSchema(sdl);
  const resolved: string[] = [];
  const ahead: string[] = [];
  const listeners = { began: 0, ended: 0 };
  const own: Readonly<Record<string, GraphQLFieldResolver<unknown, Context>>> = {
    'Query.rows': (_parent, _args, _context, info) => {
      ahead.push(...namesBelow(info));
      return Array.from({ length: 100 }, row);
    },
    'Query.row': row,
    'Query.node': row,
    'Query.known': () => 'known',
    'Query.both': () => 'both',
    'Row.row': row,
    'Row.rows': () => [row(), row()],
    'Row.links': () => [row(), row()],
    'Person.row': row,
    'Mutation.write': (_parent, { what }) => what,
    'Mutation.index': (_parent, { what }) => what,
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const name = `${type.name}.${field.name}`;
      field.resolve = (parent: unknown, args, context: Context, info) => {
        resolved.push(name);
        if (own[name] !== undefined) return own[name](parent, args, context, info);
        return typeof parent === 'object' && parent !== null ? Reflect.get(parent, field.name) : null;
      };
      if (type.name === 'Subscription') field.subscribe = () => heard(field.name, listeners);
    }
  }
  const engine = openEngine(schema, guardsOf(schema, { reads: {}, links: { 'Row.links': [['vacancies:read']] } }), engineUnderTest().executorOf);
  return {
    engine,
    resolved,
    ahead,
    listeners,
    ask: (scopes, document, variables = {}) => engine.execute(operationOf(engine, scopes, document, variables)),
  };
}

export function operationOf({ schema }: Engine, scopes: string, text: string, variableValues: Readonly<Record<string, unknown>> = {}) {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  return { document, variableValues, contextValue: contextOf(scopes) };
}

function row(): object {
  return { __typename: 'Row', id: '1', open: 'open', raw: 'raw', sure: 'sure', person: { name: 'name', row: {} }, secret: { text: 'text' } };
}

/** All that the guards of a graph look at; `known` among the scopes says that it showed a key. */
export function contextOf(stated: string): Context {
  const words = stated.split(' ');
  return { viewer: { id: 'x', name: 'X', authenticated: words.includes('known'), scopes: new Set(words.filter(isScope)) }, candidateReads: null } as Partial<Context> as Context;
}

/** An event, and then none for as long as somebody listens. */
function heard(name: string, listeners: SmallGraph['listeners']): AsyncIterableIterator<unknown> {
  let left: (() => void) | undefined;
  let told = false;
  listeners.began += 1;
  return {
    next() {
      if (told) return new Promise((resolve) => (left = () => resolve({ done: true, value: undefined })));
      told = true;
      return Promise.resolve({ done: false, value: { [name]: row() } });
    },
    async return() {
      listeners.ended += 1;
      left?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

function namesBelow({ fieldNodes }: GraphQLResolveInfo): string[] {
  return fieldNodes.flatMap(({ selectionSet }) => selectionSet?.selections ?? []).flatMap((node) => (node.kind === 'Field' && !isRefused(node) ? [node.name.value] : []));
}

/** What a caller sees of the errors of an answer. */
export function told({ errors = [] }: ExecutionResult): readonly (readonly [string, string, readonly string[]])[] {
  return errors.map(({ path = [], originalError }) => {
    const code = originalError !== undefined && originalError !== null && 'code' in originalError ? String(originalError.code) : '';
    const missing = originalError !== undefined && originalError !== null && 'missing' in originalError && Array.isArray(originalError.missing) ? originalError.missing : [];
    return [path.join('.'), code, missing];
  });
}
