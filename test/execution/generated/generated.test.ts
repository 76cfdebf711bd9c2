import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { type DocumentNode, execute, type ExecutionResult, type GraphQLSchema, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { compiledExecutor } from '../../../src/execution/compiled.ts';
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
  /** Promises that failed with nobody to hear of it. */
  readonly unheard: readonly unknown[];
}

function bothOn(schema: GraphQLSchema) {
  const how = new WeakMap<DocumentNode, 'compiled' | 'left'>();
  const executor = compiledExecutor(schema, {
    maxDocuments: 10,
    compileAt: 1,
    judge(answer, { isLeft }, { document }) {
      how.set(document, isLeft ? 'left' : 'compiled');
      return answer;
    },
  });
  return async ({ text, variables }: AnyDocument, world: Omit<World, 'calls'>): Promise<Answers> => {
    const document = parse(text);
    expect(validate(schema, document).map(({ message }) => message)).toEqual([]);
    const [one, other]: [World, World] = [{ ...world, calls: [] }, { ...world, calls: [] }];
    const args = { schema, document, variableValues: variables };
    const [compiled, unheard] = await withUnheard(() => inTime(executor({ ...args, contextValue: one })));
    const [interpreted, unheardOther] = await withUnheard(() => inTime(execute({ ...args, contextValue: other })));
    return { how: how.get(document) ?? 'interpreted', compiled, interpreted, calls: one.calls, callsOfInterpreter: other.calls, unheard: unheardOther.length > 0 ? [] : unheard };
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
  const { compiled, interpreted, calls, callsOfInterpreter, unheard } = answers;
  expect(toldOf(compiled, answers, weather)).toEqual(toldOf(interpreted, answers, weather));
  expect(new Set(calls).size).toBe(calls.length);
  // Where something fails, what either asks for in vain depends on when.
  expect(interpreted.errors !== undefined || isDeepStrictEqual(calls.toSorted(), callsOfInterpreter.toSorted())).toBe(true);
  expect(unheard).toEqual([]);
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
        const answers = await ask(document, { seed, weather });
        seen[answers.how] += 1;
        expectEqual(answers, { weather });
      }),
      { numRuns, interruptAfterTimeLimit: shrinkingMs },
    );
    expect(seen.compiled).toBeGreaterThan(numRuns / 3);
    expect(seen.left > 0 || weather !== 'odd').toBe(true);
  });
});
