import { type DocumentNode, execute, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { compiledExecutor, type CompiledOptions } from '../../src/execution/compiled.ts';
import { twinOf } from '../../src/execution/twin.ts';
import { bothEngines, judgeOf } from '../support/both-engines.ts';
import { withUnheard } from './generated/unheard.ts';
import { bothAnswers, oddGraph } from './odd-graph.ts';

/** An executor that notes how often it answers by what is compiled. */
function noted(options: CompiledOptions) {
  const { schema, called } = oddGraph();
  let compiled = 0;
  const executor = compiledExecutor(schema, {
    ...options,
    judge: (answer) => {
      compiled += 1;
      return answer;
    },
  });
  return {
    called,
    ask: (document: DocumentNode, variableValues: Readonly<Record<string, unknown>> = {}, operationName: string | null = null) => executor({ schema, document, variableValues, operationName }),
    get compiled() {
      return compiled;
    },
  };
}

describe('a document', () => {
  test('is compiled when it is executed a second time', async () => {
    const executor = noted({ maxDocuments: 10 });
    const document = parse('{ row { id } }');
    await executor.ask(document);
    expect(executor.compiled).toBe(0);
    await executor.ask(document);
    await executor.ask(document);
    expect(executor.compiled).toBe(2);
    await executor.ask(parse('{ row { id } }'));
    expect(executor.compiled).toBe(2);
  });

  test('is compiled anew where it was forgotten for others', async () => {
    const executor = noted({ maxDocuments: 1, compileAt: 1 });
    const [one, other] = [parse('{ row { id } }'), parse('{ row { name } }')];
    for (const document of [one, other, one, other]) expect(await executor.ask(document)).toHaveProperty('data.row');
    expect(executor.compiled).toBe(4);
  });

  test('is interpreted where it selects more than is compiled, with what its fragments unfold to', async () => {
    const executor = noted({ maxDocuments: 10, compileAt: 1, maxSelections: 30 });
    await executor.ask(parse('{ row { ...A } } fragment A on Row { row { ...B } } fragment B on Row { id name }'));
    expect(executor.compiled).toBe(1);
    await executor.ask(parse(`{ ${'abcdefgh'.split('').map((key) => `${key}: row { ...A }`).join(' ')} } fragment A on Row { row { ...B } } fragment B on Row { id name }`));
    expect(executor.compiled).toBe(1);
  });

  test('is compiled for eight decisions of its conditions at most', async () => {
    const executor = noted({ maxDocuments: 10, compileAt: 1 });
    const document = parse('query ($a: Boolean!, $b: Boolean!, $c: Boolean!, $d: Boolean!) { row { id @skip(if: $a) name @skip(if: $b) size @skip(if: $c) sure @skip(if: $d) __typename } }');
    for (let bits = 0; bits < 16; bits += 1) {
      const [a, b, c, d] = [(bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0, (bits & 8) > 0];
      expect(await executor.ask(document, { a, b, c, d })).toEqual({ data: { row: { ...(!a && { id: '1' }), ...(!b && { name: 'name 1' }), ...(!c && { size: 'SMALL' }), ...(!d && { sure: 'sure' }), __typename: 'Row' } } });
    }
    expect(executor.compiled).toBe(8);
  });

  test('has no operation of the empty name, also when its only one is compiled', async () => {
    const executor = noted({ maxDocuments: 10, compileAt: 1 });
    const document = parse('query One { row { id } }');
    expect(await executor.ask(document)).toEqual({ data: { row: { id: '1' } } });
    expect(await executor.ask(document, {}, '')).toMatchObject({ errors: [{ message: 'Unknown operation named "".' }] });
  });

  test('is executed at once for many, each with its own variables', async () => {
    const executor = noted({ maxDocuments: 10, compileAt: 1 });
    const document = parse('query ($n: Int) { row { calls(n: $n) slow } fails(how: "rejects") }');
    const answers = await Promise.all([...Array(20).keys()].map((n) => executor.ask(document, { n })));
    expect(answers.map(({ data }) => data?.['row'])).toEqual([...Array(20).keys()].map((n) => ({ calls: n, slow: 'slow row' })));
    expect(answers.map(({ errors }) => errors?.map(({ path }) => path))).toEqual(Array.from({ length: 20 }, () => [['fails']]));
  });
});

describe('a compiled query that is left', () => {
  test('has nothing asked a second time', async () => {
    const executor = noted({ maxDocuments: 10, compileAt: 1 });
    await executor.ask(parse('{ row { slow } rowList(how: "fails") { id slow } }'));
    expect(executor.called.toSorted()).toEqual(['Query.row', 'Query.rowList', 'Row.slow', 'Row.slow', 'Row.slow']);
  });

  test('hears of rows that come too late and fail, which else would end the process', async () => {
    const executor = noted({ maxDocuments: 10, compileAt: 1 });
    const [answer, unheard] = await withUnheard(async () => executor.ask(parse('{ surely { sureRow { id } slowSure } rowList(how: "laterFails") { id } }')));
    expect(answer).toMatchObject({ data: null });
    expect([executor.called.includes('Query.rowList'), unheard]).toEqual([true, []]);
  });

  test.each(['{ list(how: "once") }', '{ list(how: "laterOnce") plain }', '{ grid(how: "once") { id slow } }'])('has lists that are no arrays gone through once: %s', async (text) => {
    const executor = noted({ maxDocuments: 10, compileAt: 1 });
    const document = parse(text);
    expect(await executor.ask(document)).toEqual(await execute({ schema: oddGraph().schema, document }));
    expect(executor.compiled).toBe(1);
  });
});

describe('the judge of the tests', () => {
  test.each([
    ['another value', (text: string) => text.replace('name 1', 'name 2')],
    ['another order of keys', (text: string) => text.replace('"id":"1","name":"name 1"', '"name":"name 1","id":"1"')],
    ['a key that is missing', (text: string) => text.replace('"id":"1",', '')],
  ])('refuses an answer with %s', async (_, change) => {
    const graph = oddGraph();
    const judge = judgeOf(graph.schema);
    const execute = compiledExecutor(graph.schema, { maxDocuments: 10, compileAt: 1, judge: (answer, run, args) => judge({ ...answer, data: JSON.parse(change(JSON.stringify(answer.data))) }, run, args) });
    await expect(async () => execute({ schema: graph.schema, document: parse('{ row { id name } }') })).rejects.toThrow('the engines differ');
  });

  test('refuses errors that are missing, and calls that graphql-js would not make', async () => {
    const { schema } = oddGraph();
    const judge = judgeOf(schema);
    const args = { schema, document: parse('{ fails(how: "throws") row { slow } }') };
    const withoutErrors = compiledExecutor(schema, { maxDocuments: 10, compileAt: 1, judge: ({ data }, run, given) => judge({ data: data ?? null }, run, given) });
    await expect(async () => withoutErrors(args)).rejects.toThrow('the engines differ');
    const withoutCalls = compiledExecutor(schema, { maxDocuments: 10, compileAt: 1, judge: (answer, run, given) => judge(answer, { ...run, calls: run.calls.slice(1) }, given) });
    await expect(async () => withoutCalls(args)).rejects.toThrow('graphql-js alone calls it');
  });

  test('tells of each difference, whatever becomes of the answer', async () => {
    const told: string[] = [];
    const { schema } = oddGraph();
    const answer = bothEngines((difference) => told.push(difference))(schema)({ schema, document: parse('{ odd(how: "fickle") { name } }') });
    await expect(async () => answer).rejects.toThrow('the engines differ');
    expect(told).toEqual([expect.stringContaining('by graphql-js {"odd":{"name":"read')]);
  });

  test('passes what both answer', async () => {
    expect((await bothAnswers(oddGraph(), '{ row { id } }')).how).toBe('compiled');
  });
});

describe('a twin', () => {
  test('calls nothing of its original', () => {
    const { schema, called } = oddGraph();
    const twin = twinOf(schema, { withArguments: true, resolverOf: () => undefined, typeResolverOf: () => () => undefined });
    expect(Object.values(twin.getQueryType()?.getFields() ?? {}).filter(({ resolve }) => resolve !== undefined)).toEqual([]);
    expect(twin.getQueryType()?.getFields()['echo']?.args.map(({ name, type }) => `${name}: ${String(type)}`)).toEqual(schema.getQueryType()?.getFields()['echo']?.args.map(({ name, type }) => `${name}: ${String(type)}`));
    expect(called).toEqual([]);
  });
});
