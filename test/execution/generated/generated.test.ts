import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { execute, type ExecutionResult, type GraphQLSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { compiledExecutor } from '../../../src/execution/compiled.ts';
import type { Executor } from '../../../src/execution/executor.ts';
import { type AnyDocument, anyDocument, type DocumentOptions } from './any-document.ts';
import { anyGraph, publicGraph } from './any-graph.ts';
import type { World } from './any-values.ts';
import { draws } from './draw.ts';
import { inTime } from './in-time.ts';
import { withUnheard } from './unheard.ts';

type Weather = Pick<World, 'weather'>;

const numRuns = 100;
/** A counterexample is made smaller for so long at most. */
const shrinkingMs = 90_000;

/** Answers of both engines to one document in equal worlds. */
interface Answers {
  readonly how: 'compiled' | 'left' | 'interpreted';
  readonly compiled: ExecutionResult;
  readonly interpreted: ExecutionResult;
  readonly calls: readonly string[];
  readonly callsOfInterpreter: readonly string[];
}

interface Asked {
  readonly answers: readonly Answers[];
  /** Promises that failed with nobody to hear of it, where graphql-js left none. */
  readonly unheard: readonly unknown[];
}

/** Has a document executed in several worlds at once, by either engine. */
function bothOn(schema: GraphQLSchema) {
  const how = new WeakMap<object, 'compiled' | 'left'>();
  const executor = compiledExecutor(schema, {
    maxDocuments: 10,
    compileAt: 1,
    judge(answer, { isLeft, contextValue }) {
      if (typeof contextValue === 'object' && contextValue !== null) how.set(contextValue, isLeft ? 'left' : 'compiled');
      return answer;
    },
  });
  return async ({ text, variables }: AnyDocument, seeds: readonly number[], { weather }: Weather): Promise<Asked> => {
    const document = parse(text);
    expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
    const by = (engine: Executor, worlds: readonly World[]) =>
      withUnheard(() => inTime(Promise.all(worlds.map((contextValue) => engine({ schema, document, variableValues: variables, contextValue })))));
    const worlds = () => seeds.map((seed): World => ({ seed, weather, calls: [] }));
    const [ones, others] = [worlds(), worlds()];
    const [compiled, unheard] = await by(executor, ones);
    const [interpreted, unheardOther] = await by(execute, others);
    const answers = ones.flatMap((one, index) => {
      const [answer, other] = [compiled[index], interpreted[index]];
      return answer === undefined || other === undefined ? [] : [{ how: how.get(one) ?? ('interpreted' as const), compiled: answer, interpreted: other, calls: one.calls, callsOfInterpreter: others[index]?.calls ?? [] }];
    });
    return { answers, unheard: unheardOther.length > 0 ? [] : unheard };
  };
}

/**
 * What has to be equal of an answer. Data are to the byte. So are the errors where the compiled query came to its end, in their order too
 * where all is there at once; elsewhere that is the order in which promises came. Where the interpreter went on, which of several failing
 * fields below one null is told depends on when each failed, but not where the null stands.
 */
function toldOf(answer: ExecutionResult, { how }: Answers, { weather }: Weather) {
  const errors = how === 'left' ? nullsOf(answer) : errorsOf(answer);
  return { data: JSON.stringify(answer.data), errors: how !== 'left' && weather === 'still' ? errors : errors.toSorted() };
}

function expectEqual(answers: Answers, weather: Weather): void {
  const { compiled, interpreted, calls, callsOfInterpreter } = answers;
  expect(toldOf(compiled, answers, weather)).toEqual(toldOf(interpreted, answers, weather));
  expect(new Set(calls).size).toBe(calls.length);
  // Where something fails, what either asks for in vain depends on when.
  expect(interpreted.errors !== undefined || isDeepStrictEqual(calls.toSorted(), callsOfInterpreter.toSorted())).toBe(true);
}

function errorsOf({ errors = [] }: ExecutionResult): readonly string[] {
  return errors.map(({ message, path, locations, originalError, nodes }) => JSON.stringify({ message, path, locations, nodes: nodes?.length, cause: originalError?.name }));
}

/** Where errors left a null; with the error where it is that field's own. */
function nullsOf({ data, errors = [] }: ExecutionResult): readonly string[] {
  const places = errors.map(({ path = [], message }) => {
    let value: unknown = data;
    let depth = 0;
    for (; depth < path.length && typeof value === 'object' && value !== null; depth += 1) value = Reflect.get(value, path[depth] ?? '');
    return `${path.slice(0, depth).join('.')} ${depth === path.length ? message : ''}`;
  });
  return [...new Set(places)];
}

const ordinary = { Int: [-1, 0, 7], Float: [0.5, 2], String: ['', 'a "text"', 'é\n'], ID: ['a', '7'] };

describe.each<[name: string, graph: () => GraphQLSchema, options: DocumentOptions]>([
  ['a graph whose resolvers do everything that a resolver may do', anyGraph, { depth: 4, scalars: { ...ordinary, Day: ['2024-05-01'] } }],
  ['the public schema', publicGraph, { depth: 5, scalars: { ...ordinary, DateTime: ['2024-05-01T12:00:00.000Z'], Date: ['2024-05-01'], Locale: ['nl-NL'], URL: ['https://example.org/'] } }],
])('over %s, for any document', (_name, graph, options) => {
  test.each<Weather['weather']>(['calm', 'still', 'usual', 'odd'])('both engines answer alike: %s', { timeout: 120_000 }, async (weather) => {
    const schema = graph();
    const ask = bothOn(schema);
    const seen = { compiled: 0, left: 0, interpreted: 0 };
    await fc.assert(
      fc.asyncProperty(draws.map((draw) => anyDocument(draw, schema, options)), fc.nat(), async (document, seed) => {
        const { answers, unheard } = await ask(document, [seed, seed + 1, seed + 2], { weather });
        for (const one of answers) {
          seen[one.how] += 1;
          expectEqual(one, { weather });
        }
        expect([answers.length, unheard]).toEqual([3, []]);
      }),
      { numRuns, interruptAfterTimeLimit: shrinkingMs },
    );
    expect(seen.compiled).toBeGreaterThan(numRuns);
    expect(seen.left > 0 || weather !== 'odd').toBe(true);
  });
});
