/** An operation that is made to hurt: small to send, and dear to parse, validate, cost or run. */
export interface Hostile {
  readonly name: string;
  /** The body of `POST /graphql`, JSON. */
  readonly body: string;
}

const many = (count: number, make: (index: number) => string): string => Array.from({ length: count }, (_, index) => make(index)).join(' ');
const body = (query: string, variables: unknown = {}): string => JSON.stringify({ query, variables });
const document = (name: string, query: string, variables?: unknown): Hostile => ({ name, body: body(query, variables) });

const nested = (levels: number): string => `${'{ organisation { vacancies(first: 1) { nodes '.repeat(levels)}{ id }${' } }'.repeat(levels)} }`;

/** Documents that must be answered with an error of the caller's own making, and without a call to an upstream. */
export const hostileDocuments: readonly Hostile[] = [
  document('deep', `{ vacancies(first: 1) { nodes ${nested(300)} } }`),
  document('deeper than the parser goes', `${'{a'.repeat(4900)}${'}'.repeat(4900)}`),
  document('deep in inline fragments', `{ ${'... { '.repeat(3000)} __typename ${'}'.repeat(3000)} }`),
  document('deep in fragments', `{ ...F0 } ${many(240, (index) => `fragment F${index} on Query { vacancies(first: 1) { nodes { organisation { vacancies { nodes { id } } } } } ...F${index + 1} }`)} fragment F240 on Query { __typename }`),
  document('wide', `{ ${many(9000, () => '__typename')} }`),
  document('wide, and all unknown', `{ ${many(4900, (index) => `f${index}`)} }`),
  document('10,000 aliases', `{ ${many(3300, (index) => `a${index}: __typename`)} }`),
  document('more than 10,000 tokens', `{ ${many(10_000, (index) => `a${index}: __typename`)} }`),
  document('aliases of something dear', `{ ${many(1000, (index) => `a${index}: vacancies(first: 100) { totalCount }`)} }`),
  document('thirty times a hundred by a hundred', `{ ${many(30, (index) => `a${index}: organisations(first: 100) { nodes { vacancies(first: 100) { nodes { title } } } }`)} }`),
  document('a hundred by a hundred', '{ organisations(first: 100) { nodes { vacancies(first: 100) { nodes { title } } } } }'),
  document('a hundred by a hundred by variables', 'query ($n: Int) { organisations(first: $n) { nodes { vacancies(first: $n) { nodes { title } } } } }', { n: 100 }),
  document('a hundred by a hundred by a default', 'query ($n: Int = 100) { organisations(first: $n) { nodes { vacancies(first: $n) { nodes { title } } } } }'),
  document('a fragment that spreads itself', '{ ...F } fragment F on Query { ...F }'),
  document('fragments that spread one another', '{ ...A } fragment A on Query { ...B } fragment B on Query { ...C } fragment C on Query { ...A }'),
  document('a fragment bomb', `{ ...F0 } ${many(100, (index) => `fragment F${index} on Query { ...F${index + 1} ...F${index + 1} }`)} fragment F100 on Query { __typename }`),
  document('a fragment bomb of fields', `{ vacancies { nodes { ...F0 } } } ${many(12, (index) => `fragment F${index} on Vacancy { ${many(6, (one) => `organisation { vacancies { nodes { ...F${index + 1} } } } x${one}: id`)} }`)} fragment F12 on Vacancy { id }`),
  document('thousands of fragments', `{ __typename } ${many(1500, (index) => `fragment F${index} on Query { __typename }`)}`),
  document('thousands of operations', many(2000, (index) => `query Q${index} { __typename }`)),
  document('a flood of directives', `{ __typename ${many(3000, () => '@include(if: true)')} }`),
  document('a flood of unknown directives', `{ __typename ${many(4900, () => '@x')} }`),
  document('a flood of directives on a variable', `query ($v: Int ${many(3000, () => '@x')}) { __typename @skip(if: $v) }`),
  document('overlapping fields', `{ ${many(2500, () => 'vacancies { totalCount }')} }`),
  document('overlapping fields with arguments', `{ vacancies { nodes { ${many(1600, (index) => `description(maxLength: ${index}) { plain }`)} } } }`),
  document('overlapping fields in fragments', `{ vacancies { nodes { ${many(200, (index) => `...F${index}`)} } } } ${many(200, (index) => `fragment F${index} on Vacancy { organisation { name } description { html } a${index}: title }`)}`),
  document('overlapping fields in inline fragments', `{ vacancies { nodes { ${many(700, () => '... on Vacancy { organisation { name id } }')} } } }`),
  document('overlapping fields that are nested', `{ ${'vacancies { nodes { organisation { '.repeat(1)}${many(1500, () => 'vacancies { nodes { id } }')}${' } } }'} }`),
  document('a bomb of introspection', '{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }'),
  document('introspection many times', `{ ${many(90, (index) => `a${index}: __schema { types { fields { args { type { name } } type { fields { name args { name } } } } } }`)} }`),
  document('deep introspection of types', `{ __type(name: "Vacancy") { ${'ofType { '.repeat(40)} name ${'}'.repeat(40)} } }`),
  document('an argument of a million characters', `{ vacancies(filter: { keywords: "${'a'.repeat(900_000)}" }) { nodes { id } } }`),
  document('a number of ten thousand digits', `{ vacancies(first: ${'9'.repeat(10_000)}) { nodes { id } } }`),
  document('a number beyond all bounds', '{ vacancies(filter: { salaryMin: 1e999999 }) { nodes { id } } }'),
  document('names of thousands of characters', `{ ${many(20, (index) => 'a'.repeat(5000) + index)} }`),
  document('unicode escapes', `{ vacancies(filter: { keywords: "${'\\u{1F600}'.repeat(9000)}\\uD800" }) { nodes { id } } }`),
  document('comments without end', `{ __typename } #${'#'.repeat(900_000)}`),
  document('commas without end', `{ __typename ${','.repeat(900_000)} }`),
  document('lists in an argument', `{ vacancies(filter: ${'['.repeat(3000)}${']'.repeat(3000)}) { nodes { id } } }`),
  document('objects in an argument', `{ vacancies(filter: ${'{a:'.repeat(2000)}1${'}'.repeat(2000)}) { nodes { id } } }`),
  document('thousands of fields of an input', `{ vacancies(filter: { ${many(2400, (index) => `f${index}: 1`)} }) { nodes { id } } }`),
  document('thousands of variables', `query (${many(2400, (index) => `$v${index}: Int`)}) { __typename }`),
  document('a type of lists of lists', `query ($v: ${'['.repeat(3000)}Int${']'.repeat(3000)}) { __typename }`),
  document('variables of a hundred thousand values', 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(100_000).fill('x') }),
  { name: 'variables that are nested a hundred thousand deep', body: `{"query":"query ($f: VacancyFilter) { vacancies(filter: $f) { nodes { id } } }","variables":{"f":${'['.repeat(100_000)}${']'.repeat(100_000)}}}` },
  document('a variable of a million characters', 'query ($f: VacancyFilter) { vacancies(filter: $f) { nodes { id } } }', { f: { title: 'a'.repeat(900_000) } }),
  document('variables that nobody asked for', 'query ($f: VacancyFilter) { vacancies(filter: $f) { nodes { id } } }', { f: Object.fromEntries(Array.from({ length: 9000 }, (_, index) => [`f${index}`, 1])) }),
  document('variables that nobody asked for, within each bound', 'query ($f: VacancyFilter) { vacancies(filter: $f) { nodes { id } } }', { f: Object.fromEntries(Array.from({ length: 39 }, (_, index) => [`f${index}`, Object.fromEntries(Array.from({ length: 250 }, (_, inner) => [`g${inner}`, 1]))])) }),
  { name: '__proto__ in variables', body: '{"query":"query ($f: VacancyFilter) { vacancies(filter: $f) { nodes { id } } }","variables":{"f":{"__proto__":{"title":"a"}}}}' },
  { name: '__proto__ in variables, escaped', body: '{"query":"query ($f: VacancyFilter) { vacancies(filter: $f) { nodes { id } } }","variables":{"f":{"\\u005f_proto__":{"title":"a"}}}}' },
  { name: 'constructor in variables', body: '{"query":"query ($f: VacancyFilter) { vacancies(filter: $f) { nodes { id } } }","variables":{"f":{"constructor":{"prototype":{"title":"a"}}}}}' },
  document('a variable that is called __proto__', 'query ($__proto__: VacancyFilter!) { vacancies(filter: $__proto__) { nodes { id } } }'),
  document('fields of every object', '{ vacancies { __proto__ constructor toString hasOwnProperty nodes { __proto__ valueOf } } }'),
  { name: 'a list of operations', body: `[${many(1000, () => `${body('{ __typename }')},`)}${body('{ __typename }')}]` },
  { name: 'no query at all', body: '{"variables":{}}' },
  { name: 'keys without end', body: `{${Array.from({ length: 50_000 }, (_, index) => `"k${index}":1`).join(',')}}` },
  document('entities by the thousand', 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Vacancy { title } } }', { r: Array.from({ length: 4900 }, (_, index) => ({ __typename: 'Vacancy', id: `vdab:vacancy:${index}` })) }),
  document('a subscription where none is taken', 'subscription { __typename }'),
];
