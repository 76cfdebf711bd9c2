import { getIntrospectionQuery, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { breachOf } from '../../src/limits/shape.ts';

const limits = { depth: 10, aliases: 5, rootFields: 4, directives: 3 };

function breach(text: string) {
  return breachOf(parse(text), limits)?.what ?? null;
}

function nested(levels: number, inner = 'a'): string {
  return `${'{ a '.repeat(levels)}{ ${inner} }${' }'.repeat(levels)}`;
}

describe('a document is refused for', () => {
  test.each([
    ['its depth', nested(10), 'depth'],
    ['its depth in a fragment', `${nested(5, '...F')} fragment F on A ${nested(6)}`, 'depth'],
    ['its depth in a fragment that nobody spreads', `{ a } fragment F on A ${nested(10)}`, 'depth'],
    ['its depth in inline fragments', `{ ${'... { '.repeat(31)} a ${'}'.repeat(31)} }`, 'nesting'],
    ['its aliases', '{ a { b: a c: a d: a } e: a f: a g: a }', 'aliases'],
    ['aliases of several operations together', 'query A { a: x b: x c: x } query B { d: x e: x f: x }', 'aliases'],
    ['its root fields', '{ a b c d e }', 'root fields'],
    ['root fields in fragments', '{ a ...F ... { b } } fragment F on Query { c d e }', 'root fields'],
    ['its directives', '{ a @x @x b @x @x }', 'directives'],
    ['directives of variables, operations and fragments', 'query ($v: Int @x) @x { a ...F @x } fragment F on A @x { b }', 'directives'],
    ['a fragment that spreads itself', '{ ...F } fragment F on A { a { ...F } }', 'fragment cycle'],
    ['fragments that spread one another', '{ a } fragment F on A { ...G } fragment G on A { ...F }', 'fragment cycle'],
    ['a value in an argument that is nested too deeply', `{ a(x: ${'['.repeat(21)}${']'.repeat(21)}) }`, 'nesting'],
    ['one in a directive', `{ a @include(if: ${'{x:'.repeat(21)}1${'}'.repeat(21)}) }`, 'nesting'],
    ['a default that is nested too deeply', `query ($v: A = ${'['.repeat(21)}${']'.repeat(21)}) { a }`, 'nesting'],
    ['a type of lists of lists', `query ($v: ${'['.repeat(21)}A${']'.repeat(21)}) { a }`, 'nesting'],
    ['too many fragments', `{ a } ${Array.from({ length: 251 }, (_, index) => `fragment F${index} on A { a }`).join(' ')}`, 'fragments'],
    ['fields of one name, over and over, which validation compares with one another', `{ ${'a { b } '.repeat(102)} }`, 'repeated fields'],
    ['the same in inline fragments', `{ ${'... { a { b } } '.repeat(102)} }`, 'repeated fields'],
    ['too many variables', `query (${Array.from({ length: 251 }, (_, index) => `$v${index}: Int`).join(' ')}) { a }`, 'variables'],
    ['too many operations', Array.from({ length: 51 }, (_, index) => `query Q${index} { a }`).join(' '), 'operations'],
  ])('%s', (_name, text, what) => {
    expect(breach(text)).toBe(what);
  });

  test('fragments that double at each of forty steps, without being worked through', () => {
    const fragments = Array.from({ length: 40 }, (_, index) => `fragment F${index} on A { ...F${index + 1} ...F${index + 1} }`);
    expect(breach(`{ ...F0 } ${fragments.join(' ')} fragment F40 on A { a }`)).toBe('fields');
  });
});

describe('a document is let through', () => {
  test.each([
    ['at each bound', `query ($v: Int) { b: a c: a d: a ...F } fragment F on Query ${nested(9)}`],
    ['with a fragment that is not there: validation tells of it', '{ ...Missing }'],
    ['that spreads one fragment in many places', `{ a { ...F } b { ...F } c { ...F } } fragment F on A { a b c }`],
  ])('%s', (_name, text) => {
    expect(breach(text)).toBeNull();
  });

  test('that asks for the whole schema', () => {
    expect(breachOf(parse(getIntrospectionQuery()), { depth: 20, aliases: 100, rootFields: 20, directives: 50 })).toBeNull();
  });
});
