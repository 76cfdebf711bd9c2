import { makeExecutableSchema } from '@graphql-tools/schema';
import { type DocumentNode, type ExecutionArgs, type ExecutionResult, GraphQLError, type GraphQLFieldResolver, type GraphQLResolveInfo, GraphQLScalarType, type GraphQLSchema, isObjectType, Kind, parse, validate } from 'graphql';
import { expect } from 'vitest';
import { compiledExecutor } from '../../src/execution/compiled.ts';
import type { Executor } from '../../src/execution/executor.ts';
import { interpreted } from '../../src/execution/interpreted.ts';
import { judgeOf } from '../support/both-engines.ts';

const sdl = `
  scalar Day
  scalar Anything
  scalar Shy
  enum Size { SMALL LARGE }
  input Range { from: Day = "2020-01-01" to: Day sizes: [Size!] = [SMALL] text: String }
  interface Thing { id: ID! twice(n: Int = 1): Int }
  union Found = Row | Other
  type Row implements Thing { id: ID! twice(n: Int = 1): Int refused: String name: String size: Size sure: String! row: Row sureRow: Row! rows: [Row] names: [String!] slow: String slowSure: String! calls(n: Int): Int anything: Anything length: Int shy: Shy day: Day }
  type Other implements Thing { id: ID! twice(n: Int = 10): Int other: String }
  type A { Bc: String }
  type AB { c: String }
  type Query {
    row: Row rows: [Row] surely: [Row!]! slowRow: Row
    echo(text: String, n: Int = 7, range: Range, ids: [ID!], day: Day, size: Size = LARGE, any: Anything): Anything
    needed(n: Int!, size: Size! = SMALL): String
    fails(how: String!): String
    failsRow(how: String!): Row
    list(how: String!): [String]
    rowList(how: String!): [Row]
    sureList(how: String!): [Row!]
    grid(how: String!): [[Row]]
    thing(how: String!): Thing
    found: [Found]
    odd(how: String!): Row
    a: A ab: AB
    ahead: Anything
    plain: String
  }
  type Mutation { row: Row }
`;

class Refused extends Error {
  override readonly name = 'Refused';
  readonly code = 'FORBIDDEN';
}

const later = <T>(value: T): Promise<T> => new Promise((resolve) => setImmediate(() => resolve(value)));
const laterFails = (error: unknown): Promise<never> => new Promise((_resolve, reject) => setImmediate(() => reject(error)));

function row(id: string): Record<string, unknown> {
  return { __typename: 'Row', id, name: `name ${id}`, size: 1, sure: 'sure', names: ['a', 'b'], anything: { nested: [id] }, row: { __typename: 'Row', id: `${id}.row`, sure: 'sure', names: [] } };
}

const fails: Readonly<Record<string, () => unknown>> = {
  throws: () => {
    throw new Refused('not for you');
  },
  rejects: () => laterFails(new Refused('not for you')),
  graphql: () => {
    throw new GraphQLError('as it is', { extensions: { code: 'OWN' } });
  },
  text: () => {
    throw 'a text'; // oxlint-disable-line no-throw-literal -- what others throw is not in our hands
  },
  nothing: () => laterFails(undefined),
  error: () => new Refused('returned'),
  laterError: () => later(new Refused('returned')),
};

const lists: Readonly<Record<string, () => unknown>> = {
  set: () => new Set(['a', 'b']),
  text: () => 'abc',
  one: () => 5,
  nulls: () => ['a', null, undefined, 'b'],
  errors: () => ['a', new Refused('a row'), 'b'],
  promises: () => [later('a'), 'b', later('c')],
  once: () => ['a', 'b'].values(),
  laterOnce: () => later(['a', 'b'].values()),
  async: async function* () {
    yield 'a';
  },
};

const rowLists: Readonly<Record<string, () => unknown>> = {
  fails: () => [row('1'), laterFails(new Refused('a row')), row('3'), Promise.reject(new Refused('another'))],
  laterFails: async () => (await later(true)) && [row('1'), Promise.reject(new Refused('a row')), row('3')],
  promises: () => later([later(row('1')), row('2'), later(null)]),
  unsure: () => [row('1'), { ...row('2'), sure: null }, row('3')],
  throwing: () => [later({ id: '1', get name() { throw new Refused('read'); }, sure: 'sure' })],
};

const grids: Readonly<Record<string, () => unknown>> = {
  promises: () => [[later(row('1')), row('2')], later([row('3'), later(row('4'))]), null, []],
  fails: () => [[row('1'), laterFails(new Refused('a row'))], laterFails(new Refused('a list'))],
  throwing: () => later([[later({ id: '1', get name() { throw new Refused('read'); }, sure: 'sure' })]]),
  once: () => [later([row('1')]), [later(row('2'))].values(), [laterFails(new Refused('a row'))]],
};

const things: Readonly<Record<string, () => unknown>> = {
  row: () => row('1'),
  other: () => ({ __typename: 'Other', id: '2', other: 'other' }),
  untyped: () => ({ id: '3' }),
  unknown: () => ({ __typename: 'Query', id: '4' }),
  promised: () => ({ promised: true, id: '5' }),
  throws: () => ({ throws: true, id: '6' }),
};

const odds: Readonly<Record<string, () => unknown>> = {
  functions: () => ({ ...row('1'), name: () => 'called', row: () => row('2') }),
  promises: () => ({ ...row('1'), name: later('later'), row: later(row('2')), rows: later([row('3')]), anything: later('any') }),
  text: () => 'a text',
  rows: () => ({ ...row('1'), rows: [row('2'), row('3')], row: { ...row('4'), rows: [row('5')] } }),
  fickle: () => {
    let reads = 0;
    return { get name() { return `read ${(reads += 1)}`; } };
  },
  enum: () => ({ ...row('1'), size: 99 }),
  shy: () => ({ ...row('1'), shy: 'shy' }),
  getter: () => ({ ...row('1'), get name() { throw new Refused('read'); } }),
  laterGetter: () => later({ ...row('1'), get name() { throw new Refused('read'); } }),
};

function chosen(table: Readonly<Record<string, () => unknown>>): GraphQLFieldResolver<unknown, unknown> {
  return (_parent, args) => table[String(args['how'])]?.();
}

/** A Date inside, which cannot be parsed a second time. */
const day = new GraphQLScalarType({
  name: 'Day',
  parseValue: dayOf,
  parseLiteral: (node) => dayOf(node.kind === Kind.STRING ? node.value : null),
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
});

function dayOf(value: unknown): Date {
  if (typeof value !== 'string') throw new TypeError('a day is a text');
  return new Date(value);
}

function doubled(_parent: unknown, { n }: { readonly n: number }): number {
  return n * 2;
}

function typeOf(value: unknown): string | Promise<string> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if ('throws' in value) throw new Refused('no type');
  if ('promised' in value) return Promise.resolve('Other');
  return '__typename' in value ? String(value.__typename) : undefined;
}

const query: Readonly<Record<string, GraphQLFieldResolver<unknown, unknown>>> = {
  row: () => row('1'),
  slowRow: () => later(row('1')),
  rows: () => [row('1'), row('2')],
  surely: () => [row('1'), row('2')],
  echo: (_parent, args) => Object.entries(args).map(([name, value]) => [name, value instanceof Date ? `day ${value.getTime()}` : JSON.stringify(value)]),
  needed: (_parent, { n, size }) => `${n} ${size}`,
  fails: chosen(fails),
  failsRow: chosen(fails),
  list: chosen(lists),
  rowList: chosen(rowLists),
  sureList: chosen(rowLists),
  grid: chosen(grids),
  thing: chosen(things),
  found: () => [row('1'), { __typename: 'Other', id: '2', other: 'other' }, null],
  odd: chosen(odds),
  a: () => ({}),
  ab: () => ({}),
  ahead: (_parent, _args, context, { fieldName, fieldNodes, returnType, parentType, path, schema, operation, variableValues, rootValue }) => [fieldName, fieldNodes.length, String(returnType), parentType === schema.getQueryType(), path.key, operation.name?.value, operation.variableDefinitions?.length, { ...variableValues }, rootValue, context],
};

/** A graph of all that is rare. */
export interface OddGraph {
  readonly schema: GraphQLSchema;
  /** What its resolvers were called for, in order. */
  readonly called: string[];
  /** Compiles a document at its first execution; an answer that graphql-js would not give is an error. */
  readonly executor: Executor;
  /** How documents were executed; nothing of those that were interpreted from the start. */
  readonly how: WeakMap<DocumentNode, 'compiled' | 'left'>;
}

export function oddGraph(): OddGraph {
  const called: string[] = [];
  const resolvers = {
    Query: query,
    Mutation: { row: () => row('1') },
    A: { Bc: () => 'A.Bc' },
    AB: { c: () => 'AB.c' },
    Row: {
      slow: (_parent: unknown, _args: unknown, _context: unknown, { path }: GraphQLResolveInfo) => later(`slow ${path.prev?.key}`),
      slowSure: () => laterFails(new Refused('never sure')),
      sureRow: () => null,
      calls: (_parent: unknown, { n }: { readonly n?: number }) => n,
      twice: doubled,
      refused: fails['throws'],
    },
    Other: { twice: doubled },
    Size: { SMALL: 1, LARGE: 2 },
    Thing: { __resolveType: typeOf },
    Found: { __resolveType: typeOf },
    Day: day,
    Shy: new GraphQLScalarType({ name: 'Shy', serialize: () => null }),
  };
  const schema = makeExecutableSchema({ typeDefs: sdl, resolvers });
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const { resolve } = field;
      if (resolve === undefined) continue;
      field.resolve = (parent, args, context, info) => {
        called.push(`${type.name}.${field.name}`);
        return resolve(parent, args, context, info);
      };
    }
  }
  const judge = judgeOf(schema);
  const how: OddGraph['how'] = new WeakMap();
  const executor = compiledExecutor(schema, {
    maxDocuments: 100,
    compileAt: 1,
    judge: (answer, run, args) => {
      how.set(args.document, run.isLeft ? 'left' : 'compiled');
      return judge(answer, run, args);
    },
  });
  return { schema, called, executor, how };
}

export interface BothAnswers {
  readonly how: 'compiled' | 'left' | 'interpreted';
  readonly compiled: string;
  readonly interpreted: string;
}

/** The answers of both executors, as bytes. */
export async function bothAnswers({ schema, executor, how }: OddGraph, text: string, variableValues: ExecutionArgs['variableValues'] = {}, operationName?: string): Promise<BothAnswers> {
  const document = parse(text);
  expect(validate(schema, document)).toEqual([]);
  const args = { schema, document, variableValues, rootValue: { root: true }, contextValue: 'the context', ...(operationName !== undefined && { operationName }) };
  const compiled = told(await executor(args));
  return { how: how.get(document) ?? 'interpreted', compiled, interpreted: told(await interpreted(args)) };
}

function told({ data, errors }: ExecutionResult): string {
  const causes = errors?.map(({ message, path, locations, originalError, nodes }) => ({ message, path, locations, nodes: nodes?.length, cause: originalError?.name }));
  return JSON.stringify({ errors: causes, data });
}
