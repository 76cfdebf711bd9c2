import { describe, expect, test } from 'vitest';
import { type BothAnswers, bothAnswers, oddGraph } from './odd-graph.ts';

type Case = [name: string, document: string, how: BothAnswers['how'], variables?: Readonly<Record<string, unknown>>, operationName?: string];

const graph = oddGraph();

async function expectEqual([, document, how, variables = {}, operationName]: Case): Promise<void> {
  const answers = await bothAnswers(graph, document, variables, operationName);
  expect(answers.compiled).toBe(answers.interpreted);
  expect(answers.how).toBe(how);
}

/** What was seen to be taken for code where a compiler writes texts into its code. */
const dateMark = '__MAGIC_DATE__33a9e76d_02e0_4128_8e92_3530ad3da74d';
const infinityMark = '__MAGIC_PLUS_INFINITY__bb201c39_3333_4695_b4ad_7f1722e7aa7a';

describe('both executors answer alike', () => {
  test.each<Case>([
    ['rows with objects, enums and lists', '{ rows { id name size names row { id sure } } slowRow { id slow } __typename }', 'compiled'],
    ['aliases, and selections of one key', '{ x: row { id } x: row { name row { id } } row { y: id id z: row { __typename } } }', 'compiled'],
    ['fragments in fragments', '{ row { ...R } rows { ...R ...N } } fragment R on Row { id ...N row { ...N } } fragment N on Row { name names }', 'compiled'],
    ['keys that objects inherit', '{ constructor: row { toString: id valueOf: name then: sure hasOwnProperty: size } }', 'compiled'],
    ['abstract types', '{ thing(how: "row") { id __typename ... on Row { name slow } ... on Other { other } } found { __typename ... on Thing { id } ... on Row { rows { id } calls(n: 2) } ... on Other { other } } }', 'compiled'],
    ['nothing but the name of a type', '{ __typename }', 'compiled'],
    ['lists of every sort', '{ a: list(how: "nulls") b: list(how: "promises") c: rowList(how: "promises") { id slow } d: grid(how: "promises") { id slow } }', 'compiled'],
    ['a list that is no array', '{ list(how: "set") }', 'left'],
    ['fields of types whose names run into each other', '{ a { Bc } ab { c } }', 'left'],
    ['the root of a field as a text', '{ odd(how: "text") { length name slow } }', 'compiled'],
  ])('on %s', (...one) => expectEqual(one));

  test.each<Case>([
    ['texts with signs of code', `{ echo(text: "\\u2028 \\" \\\\ \${1} \`x\` </script> é 👩‍🚀", ids: ["1", 2], n: -0) }`, 'compiled'],
    ['blocks of text', '{ echo(text: """\n  two\n  "lines"\n  """) }', 'compiled'],
    ['input objects, their defaults, enums and dates', '{ echo(range: { to: "2024-05-01", text: null }, day: "2024-05-02", size: SMALL, any: { a: [1, { b: "c" }] }) }', 'compiled'],
    ['defaults, and a list of one', '{ echo(ids: "1") needed(n: 3) }', 'compiled'],
    ['variables within them', 'query ($to: Day, $sizes: [Size!], $n: Int, $one: Size!) { echo(range: { to: $to, sizes: $sizes }, n: $n) row { calls(n: $n) } needed(n: 1, size: $one) }', 'compiled', { to: '2024-05-01', sizes: ['LARGE'], one: 'SMALL' }],
    ['absent and null variables', 'query ($a: Int, $b: Int = 9, $c: String, $day: Day = "2021-01-01") { echo(n: $a, text: $c, day: $day) row { calls(n: $b) } }', 'compiled', { c: null }],
    ['a null that an argument cannot be', 'query ($n: Int = 5, $size: Size = LARGE) { row { id } needed(n: $n, size: $size) }', 'compiled', { n: null }],
    ['a field of two types that have other defaults for it', '{ a: thing(how: "row") { ...T } b: thing(how: "other") { ...T } } fragment T on Thing { twice }', 'compiled'],
    ['variables that are wrong', 'query ($n: Int!, $size: Size!) { needed(n: $n, size: $size) }', 'interpreted', { n: 'x', size: 'HUGE' }],
  ])('on arguments: %s', (...one) => expectEqual(one));

  test.each([
    ['a date', `${dateMark}globalThis.werkgraphWasHere = 1`],
    ['infinity', infinityMark],
  ])('on a text that is made to be taken for %s', async (_, text) => {
    const answers = await bothAnswers(graph, `{ echo(text: "${text}", any: { a: "${text}" }) }`);
    expect(answers.compiled).toBe(answers.interpreted);
    expect(answers.compiled).toContain(text);
    expect('werkgraphWasHere' in globalThis).toBe(false);
  });

  const conditional = 'query ($x: Boolean!, $y: Boolean = true) { row { name @skip(if: $x) id name ...F @include(if: $y) ... @skip(if: $x) { size } } rows { ...F } other: row @include(if: $x) { id } } fragment F on Row { sure row @include(if: $x) { id } }';
  test.each<Case>([
    ['conditions that leave out', conditional, 'compiled', { x: true, y: false }],
    ['conditions that leave in', conditional, 'compiled', { x: false }],
    ['conditions without variables', '{ row { id @skip(if: true) name @include(if: true) } rows @skip(if: false) { id @include(if: false) } }', 'compiled'],
    ['a condition that is null', conditional, 'interpreted', { x: true, y: null }],
  ])('on %s', (...one) => expectEqual(one));

  test.each<Case>([
    ...['throws', 'rejects', 'graphql'].map((how): Case => [`a resolver that fails: ${how}`, `{ fails(how: "${how}") plain failsRow(how: "${how}") { id } row { id } }`, 'compiled']),
    ...['text', 'nothing'].map((how): Case => [`a resolver that fails by no error: ${how}`, `{ fails(how: "${how}") plain }`, 'compiled']),
    ...['error', 'laterError'].map((how): Case => [`an error as a value: ${how}`, `{ fails(how: "${how}") plain }`, 'left']),
    ['several that fail at once, in the order of the answer', '{ odd(how: "rows") { refused rows { refused } row { rows { id refused } refused } } plain fails(how: "throws") }', 'compiled'],
    ['rows of rows that fail', '{ a: grid(how: "fails") { id slow } b: grid(how: "throwing") { name } }', 'left'],
    ['rows that fail', '{ rowList(how: "fails") { id slow } }', 'left'],
    ['rows that fail behind a promise', '{ rowList(how: "laterFails") { id slow } row { slow } }', 'left'],
    ['a null in a row that cannot be', '{ rowList(how: "unsure") { id sure slow } }', 'left'],
    ['a row of a list that cannot be null', '{ sureList(how: "unsure") { id sure slow } }', 'left'],
    ['a field that cannot be null and fails late', '{ rows { id slowSure name } plain }', 'left'],
    ['what cannot be null at the root', '{ surely { sureRow { id } } plain }', 'left'],
    ['a list that is none', '{ a: list(how: "text") b: list(how: "one") c: list(how: "async") d: list(how: "errors") }', 'left'],
    ['a value that cannot be written', '{ odd(how: "enum") { size } plain }', 'left'],
    ['a value that is written as nothing', '{ odd(how: "shy") { shy } plain }', 'left'],
    ['types that nobody knows', '{ a: thing(how: "untyped") { id } b: thing(how: "unknown") { id } c: thing(how: "throws") { id } }', 'left'],
    ['a type that is a promise', '{ thing(how: "promised") { id __typename } }', 'left'],
    ['properties that are functions', '{ odd(how: "functions") { name row { id } } }', 'left'],
    ['properties that are promises', '{ odd(how: "promises") { name row { id slow } rows { id } anything } }', 'left'],
    ['a property that fails', '{ odd(how: "getter") { id name slow } }', 'left'],
    ['a property that fails behind a promise', '{ odd(how: "laterGetter") { id name } row { slow } }', 'left'],
    ['a property that fails in a row behind a promise', '{ rowList(how: "throwing") { id name } }', 'left'],
  ])('on %s', (...one) => expectEqual(one));

  test.each<Case>([
    ['what a resolver is told', 'query Named($x: Boolean!, $n: Int = 3) { y: ahead ...Q @include(if: $x) row { calls(n: $n) } } fragment Q on Query { y: ahead }', 'compiled', { x: true }],
    ['one operation of several', 'query One { row { id } } query Two { row { ...F } } fragment F on Row { name }', 'compiled', {}, 'Two'],
    ['several operations without a name', 'query One { row { id } } query Two { row { name } }', 'interpreted'],
    ['an operation of another name', 'query One { row { id } }', 'interpreted', {}, 'Three'],
    ['no operation of the empty name', '{ row { id } }', 'interpreted', {}, ''],
  ])('on %s', (...one) => expectEqual(one));

  test.each<Case>([
    ['the schema', '{ __schema { queryType { name } } row { id } }', 'interpreted'],
    ['a type of the schema', '{ __type(name: "Row") { name } }', 'interpreted'],
    ['keys with underscores', '{ a_b: row { c: row { id } } a: row { b_c: row { name } } }', 'interpreted'],
    ['the prototype as a key', '{ __proto__: row { id } row { __proto__: name } }', 'interpreted'],
    ['mutations', 'mutation { row { id } }', 'interpreted'],
  ])('on what is not compiled: %s', (...one) => expectEqual(one));
});
