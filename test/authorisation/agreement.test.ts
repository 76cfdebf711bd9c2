import { array, assert, asyncProperty, constant, constantFrom, letrec, oneof, record, subarray } from 'fast-check';
import { expect, test } from 'vitest';
import { smallGraph, told } from './small-graph.ts';

/** A field of a row, as a document has it. */
interface Node {
  readonly alias: string | null;
  readonly name: 'open' | 'raw' | 'person' | 'row' | 'rows' | 'secret' | 'links';
  readonly wrapped: 'plain' | 'inline' | 'typed' | 'skipped';
  readonly below: readonly Node[];
}

const scopesOf: Readonly<Record<Node['name'], readonly string[]>> = {
  open: [],
  raw: ['raw:read'],
  person: ['candidates:read', 'candidates:contact'],
  row: [],
  rows: [],
  secret: ['admin'],
  links: ['vacancies:read'],
};

const { node } = letrec<{ node: Node; branch: Node; leaf: Node }>((tie) => ({
  leaf: record({ alias: constant(null), name: constantFrom('open', 'raw', 'person', 'secret'), wrapped: constantFrom('plain', 'inline', 'typed', 'skipped'), below: constant([]) }),
  branch: record({ alias: constant(null), name: constantFrom('row', 'rows', 'links'), wrapped: constantFrom('plain', 'inline', 'typed', 'skipped'), below: array(tie('node'), { minLength: 1, maxLength: 4 }) }),
  node: oneof({ depthSize: 'small' }, tie('leaf'), tie('branch')),
}));

/** Aliases that are each used once, so that nothing merges; merging is shown elsewhere. */
function named(nodes: readonly Node[], prefix = 'k'): Node[] {
  return nodes.map((one, index) => ({ ...one, alias: `${prefix}${index}`, below: named(one.below, `${prefix}${index}_`) }));
}

function textOf({ alias, name, wrapped, below }: Node): string {
  const inner = name === 'person' ? '{ name }' : name === 'secret' ? '{ text }' : below.length > 0 ? `{ ${below.map(textOf).join(' ')} }` : '';
  const field = `${alias}: ${name} ${wrapped === 'skipped' ? '@skip(if: $no)' : ''} ${inner}`;
  if (wrapped === 'inline') return `... { ${field} }`;
  return wrapped === 'typed' ? `... on Row @include(if: $yes) { ${field} }` : field;
}

/** The outermost refused paths, told by the scopes alone. */
function expected(nodes: readonly Node[], held: ReadonlySet<string>, above: string): string[] {
  return nodes.flatMap(({ alias, name, below }) => {
    const path = `${above}.${alias}`;
    return scopesOf[name].every((scope) => held.has(scope)) ? expected(below, held, path) : [path];
  });
}

test('for any document and any scopes, each outermost refused selection is told once, and none of its kind is resolved', async () => {
  await assert(
    asyncProperty(array(node, { minLength: 1, maxLength: 5 }), subarray(['raw:read', 'candidates:read', 'candidates:contact', 'admin', 'vacancies:read']), async (drawn, scopes) => {
      const nodes = named(drawn);
      const graph = smallGraph();
      const held = new Set<string>(scopes);
      const document = `query ($no: Boolean! = false, $yes: Boolean!) { row { open @skip(if: $no) @include(if: $yes) ${nodes.map(textOf).join(' ')} } }`;
      const answer = await graph.ask(scopes.join(' '), document, { yes: true });
      expect(told(answer).map(([path]) => path)).toEqual(expected(nodes, held, 'row'));
      const refused = new Set(Object.entries(scopesOf).filter(([, needs]) => !needs.every((scope) => held.has(scope))).map(([name]) => `Row.${name}`));
      expect(graph.resolved.filter((name) => refused.has(name))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});
