import { describe, expect, test } from 'vitest';
import { guardsOf } from '../../src/authorisation/guards.ts';
import { planOf } from '../../src/authorisation/plan.ts';
import { contextOf, operationOf, smallGraph, told } from './small-graph.ts';

describe('a refused field', () => {
  test('of a hundred rows is null in each, with one error, and nobody resolves it', async () => {
    const graph = smallGraph();
    const answer = await graph.ask('', '{ rows { open raw } }');
    expect(answer.data?.['rows']).toEqual(Array.from({ length: 100 }, () => ({ open: 'open', raw: null })));
    expect(told(answer)).toEqual([['rows.raw', 'FORBIDDEN', ['raw:read']]]);
    expect(answer.errors?.[0]?.message).toBe('Row.raw needs the scope raw:read, which this caller does not have.');
    expect(graph.resolved).not.toContain('Row.raw');
  });

  test('is told of where there are no rows, or the parent is null', async () => {
    const graph = smallGraph();
    expect(told(await graph.ask('', '{ row { person { row { raw } } } }'))).toEqual([['row.person', 'FORBIDDEN', ['candidates:read', 'candidates:contact']]]);
    expect(graph.resolved).toEqual(['Query.row']);
  });

  test('is not looked ahead for', async () => {
    const graph = smallGraph();
    await graph.ask('', '{ rows { open raw } }');
    expect(graph.ahead).toEqual(['open']);
    await graph.ask('raw:read', '{ rows { open raw } }');
    expect(graph.ahead).toEqual(['open', 'open', 'raw']);
  });

  test('that cannot be null takes its row along, with one error', async () => {
    const answer = await smallGraph().ask('', '{ rows { open sure } row { sure } }');
    expect(answer.data).toEqual({ rows: Array.from({ length: 100 }, () => null), row: null });
    expect(told(answer)).toEqual([['rows.sure', 'FORBIDDEN', ['raw:read']], ['row.sure', 'FORBIDDEN', ['raw:read']]]);
  });

  test('names only what is missing', async () => {
    expect(told(await smallGraph().ask('candidates:read', '{ row { person { name } } }'))).toEqual([['row.person', 'FORBIDDEN', ['candidates:contact']]]);
  });

  test('by the type that it gives, or by the thing that it leads to, is refused as by its own', async () => {
    const answer = await smallGraph().ask('', '{ row { secret { text } links { open } } }');
    expect(answer.data).toEqual({ row: { secret: null, links: null } });
    expect(told(answer)).toEqual([['row.secret', 'FORBIDDEN', ['admin']], ['row.links', 'FORBIDDEN', ['vacancies:read']]]);
  });

  test('leaves what stands beside it, and what its caller may have is had', async () => {
    const answer = await smallGraph().ask('raw:read admin', '{ row { raw secret { text } person { name } } known }');
    expect(answer.data).toEqual({ row: { raw: 'raw', secret: { text: 'text' }, person: null }, known: null });
    expect(told(answer)).toEqual([['row.person', 'FORBIDDEN', ['candidates:read', 'candidates:contact']], ['known', 'UNAUTHENTICATED', []]]);
  });
});

describe('who is not known', () => {
  test('is told so where it would have to be, and of scopes where only those are missing', async () => {
    const answer = await smallGraph().ask('', '{ known both row { raw } }');
    expect(told(answer)).toEqual([['known', 'UNAUTHENTICATED', []], ['both', 'UNAUTHENTICATED', []], ['row.raw', 'FORBIDDEN', ['raw:read']]]);
  });

  test('and who is known is not', async () => {
    const answer = await smallGraph().ask('known', '{ known both }');
    expect([answer.data, told(answer)]).toEqual([{ known: 'known', both: null }, [['both', 'FORBIDDEN', ['admin']]]]);
  });
});

describe('it is refused', () => {
  test.each([
    ['under an alias', '{ row { open: raw } }', ['row.open']],
    ['under two aliases, each of which is told of', '{ row { a: raw b: raw } }', ['row.a', 'row.b']],
    ['twice under one key, which is one', '{ row { raw raw } row { raw } }', ['row.raw']],
    ['in a fragment', '{ row { ...F } } fragment F on Row { raw }', ['row.raw']],
    ['in a fragment of a fragment, by two ways', '{ row { ...F } other: row { ...F } } fragment F on Row { row { ...G } } fragment G on Row { raw }', ['row.row.raw', 'other.row.raw']],
    ['in an inline fragment without a type', '{ row { ... { raw } } }', ['row.raw']],
    ['by way of an interface', '{ node { id ... on Row { raw } ... on Other { id } } }', ['node.raw']],
    ['of two types under one key, each for its own scopes', '{ node { ... on Row { x: raw } ... on Other { x: raw } } }', ['node.x', 'node.x']],
    ['in a fragment on the root', 'query { ...R } fragment R on Query { row { raw } }', ['row.raw']],
    ['below a list', '{ rows { rows { raw } } }', ['rows.rows.raw']],
    ['by a query with a name', 'query A { row { raw } } ', ['row.raw']],
  ])('%s', async (_, document, paths) => {
    const answer = await smallGraph().ask('', document);
    expect(told(answer).map(([path]) => path)).toEqual(paths);
    expect(JSON.stringify(answer.data)).not.toContain('"raw"}');
  });

  test('in the operation that is asked for, of several', async () => {
    const graph = smallGraph();
    const operation = operationOf(graph.engine, '', 'query A { row { raw } } query B { row { open } }');
    expect(told(await graph.engine.execute({ ...operation, operationName: 'B' }))).toEqual([]);
    expect(told(await graph.engine.execute({ ...operation, operationName: 'A' }))).toEqual([['row.raw', 'FORBIDDEN', ['raw:read']]]);
    expect((await graph.engine.execute({ ...operation, operationName: 'C' })).data).toBeUndefined();
  });
});

describe('what is left out', () => {
  const document = 'query ($x: Boolean! = false) { row { ... @include(if: $x) { nested: row { raw } } b: raw @skip(if: $x) } }';

  test.each([
    [{ x: true }, ['row.nested.raw'], { nested: { raw: null } }],
    [{ x: false }, ['row.b'], { b: null }],
    [{}, ['row.b'], { b: null }],
  ])('with the variables %j is not refused, and what is not is', async (variables, paths, row) => {
    const graph = smallGraph();
    for (const round of [1, 2]) {
      const answer = await graph.ask('', document, variables);
      expect(told(answer).map(([path]) => path), `round ${round}`).toEqual(paths);
      expect(answer.data).toEqual({ row });
    }
  });

  test('whatever the variables are is not refused', async () => {
    expect(told(await smallGraph().ask('', '{ row { open raw @skip(if: true) person @include(if: false) { name } } }'))).toEqual([]);
  });

  test('by a variable that is none is a fault of the request alone', async () => {
    const graph = smallGraph();
    const answer = await graph.ask('', document, { x: 'yes' });
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toHaveLength(1);
    expect(graph.resolved).toEqual([]);
  });
});

describe('a mutation', () => {
  test('that is refused does nothing, and the others are done in their order', async () => {
    const graph = smallGraph();
    const answer = await graph.ask('vacancies:write', 'mutation { a: write(what: "1") b: index(what: "2") c: write(what: "3") }');
    expect(answer.data).toEqual({ a: '1', b: null, c: '3' });
    expect(told(answer)).toEqual([['b', 'FORBIDDEN', ['indexing:write']]]);
    expect(graph.resolved).toEqual(['Mutation.write', 'Mutation.write']);
  });
});

/** Each of its fragments is in the one before it twice. */
const bomb = Array.from({ length: 20 }, (_, level) => `fragment F${level} on Row { a: row { ...F${level + 1} } b: row { ...F${level + 1} } }`).join(' ');

describe('a document', () => {
  test('is judged for each caller by its own scopes, in whatever order they come', async () => {
    const graph = smallGraph();
    const { document, variableValues } = operationOf(graph.engine, '', '{ row { raw } }');
    for (const scopes of ['', 'raw:read', '', 'admin', 'raw:read known']) {
      const answer = await graph.engine.execute({ document, variableValues, contextValue: contextOf(scopes) });
      expect(answer.data).toEqual({ row: { raw: scopes.includes('raw:read') ? 'raw' : null } });
    }
  });

  test('whose fragments unfold to millions of refusals is told of a hundred', () => {
    const { engine } = smallGraph();
    const { document, contextValue } = operationOf(engine, '', `{ row { ...F0 } } ${bomb} fragment F20 on Row { raw }`);
    const plan = planOf(document, engine.schema, guardsOf(engine.schema, { reads: {}, links: {} }), contextValue.viewer);
    expect(plan.refusalsOf(undefined, {})).toHaveLength(100);
  });

  test('whose fragments unfold to millions of selections that are left out is told of none', async () => {
    const document = `query ($x: Boolean!) { row @include(if: $x) { ...F0 } } ${bomb} fragment F20 on Row { raw @skip(if: true) }`;
    expect(told(await smallGraph().ask('', document, { x: false }))).toEqual([]);
  });
});

describe('a subscription', () => {
  test('that is refused is no stream, and nobody listens for it', async () => {
    const graph = smallGraph();
    const answer = await graph.engine.subscribe(operationOf(graph.engine, '', 'subscription { told { open } }'));
    expect(answer).not.toHaveProperty('next');
    expect(told('errors' in answer ? answer : {})).toEqual([['told', 'FORBIDDEN', ['vacancies:read']]]);
    expect(graph.listeners.began).toBe(0);
  });

  test('is refused what is nested with each event, once', async () => {
    const graph = smallGraph();
    const stream = await graph.engine.subscribe(operationOf(graph.engine, 'vacancies:read', 'subscription { told { open raw } }'));
    if (!('next' in stream)) throw new Error('there is no stream');
    const { value } = await stream.next();
    expect([value.data, told(value)]).toEqual([{ told: { open: 'open', raw: null } }, [['told.raw', 'FORBIDDEN', ['raw:read']]]]);
    await stream.return?.();
  });

  test('answers each event with the rights that its caller has then', async () => {
    const graph = smallGraph();
    const stream = await graph.engine.subscribe(operationOf(graph.engine, 'vacancies:read raw:read', 'subscription { told { raw } }'), () => contextOf('vacancies:read'));
    if (!('next' in stream)) throw new Error('there is no stream');
    expect((await stream.next()).value.data).toEqual({ told: { raw: null } });
    await stream.return?.();
  });

  test('that is left while nothing happens ends at once', async () => {
    const graph = smallGraph();
    const stream = await graph.engine.subscribe(operationOf(graph.engine, 'vacancies:read', 'subscription { told { open } }'));
    if (!('next' in stream)) throw new Error('there is no stream');
    await stream.next();
    const waiting = stream.next();
    await stream.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    expect(graph.listeners).toEqual({ began: 1, ended: 1 });
  });
});
