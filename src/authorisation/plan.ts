import { type DocumentNode, getNamedType, type GraphQLSchema, Kind, type OperationDefinitionNode, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { Viewer } from '../context.ts';
import { type Lack, lackOf } from './guard.ts';
import type { Guards } from './guards.ts';
import { conditionsOf, type Refusal, refusalsIn } from './refusals.ts';
import { markRefused } from './refused-mark.ts';

/** What becomes of a document for callers of the same rights. */
export interface Plan {
  /** What is executed: the document itself where nothing in it is refused, else with what is refused marked. */
  readonly document: DocumentNode;
  /** Whether it selects candidates, so that who reads them is to be written down. */
  readonly readsCandidates: boolean;
  /** What an operation selects and its caller does not get, each once. Nothing where there is no such operation. */
  refusalsOf(operationName: string | null | undefined, variables: Readonly<Record<string, unknown>>): readonly Refusal[];
}

type Rights = Pick<Viewer, 'authenticated' | 'scopes'>;

/** Fields whose reading is written down, by the type that they give; `_entities` gives any. */
const auditedTypes: ReadonlySet<string> = new Set(['Candidate', 'CandidateConnection', '_Entity']);

/** Looks a valid document through for what callers of these rights are refused. Its cost grows with the document alone: it is done once and kept. */
export function planOf(document: DocumentNode, schema: GraphQLSchema, guards: Guards, rights: Rights): Plan {
  const types = new TypeInfo(schema);
  const lacks = new Map<string, Lack>();
  const conditions = new Set<string>();
  const note = (directives: Parameters<typeof conditionsOf>[0]): void => conditionsOf(directives).forEach((name) => conditions.add(name));
  let readsCandidates = false;
  const marked: DocumentNode = visit(document, visitWithTypeInfo(types, {
    Field: (node) => {
      const type = types.getType();
      if (type !== null && type !== undefined && auditedTypes.has(getNamedType(type).name)) readsCandidates = true;
      note(node.directives);
      const name = `${types.getParentType()?.name ?? ''}.${node.name.value}`;
      const guard = guards.fields.get(name);
      const lack = guard === undefined ? null : lackOf(guard, rights);
      if (lack === null) return undefined;
      lacks.set(name, lack);
      return markRefused(node);
    },
    InlineFragment: ({ directives }) => note(directives),
    FragmentSpread: ({ directives }) => note(directives),
  }));
  if (lacks.size === 0) return { document, readsCandidates, refusalsOf: () => none };

  // By operation, and by what the variables leave in.
  const kept = new Map<string, readonly Refusal[]>();
  return {
    document: marked,
    readsCandidates,
    refusalsOf(operationName, variables) {
      const operation = operationOf(marked, operationName);
      if (operation === undefined) return none;
      const key = `${operation.name?.value ?? ''} ${[...conditions].map((name) => stateOf(variables[name])).join('')}`;
      const before = kept.get(key);
      if (before !== undefined) return before;
      if (kept.size >= maxKept) kept.clear();
      const refusals = refusalsIn(operation, { document: marked, schema, lacks }, variables);
      kept.set(key, refusals);
      return refusals;
    },
  };
}

/** A condition's variable: true, false, or absent, where its default holds. */
function stateOf(value: unknown): string {
  return typeof value === 'boolean' ? String(Number(value)) : '-';
}

const none: readonly Refusal[] = [];
/** Answers that are kept for a document; more of them than this are forgotten together. */
const maxKept = 16;

/** The operation that execution takes; undefined where it finds none and says so. */
function operationOf({ definitions }: DocumentNode, name: string | null | undefined): OperationDefinitionNode | undefined {
  const operations = definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION);
  if (name === null || name === undefined) return operations.length === 1 ? operations[0] : undefined;
  return operations.find((operation) => operation.name?.value === name);
}
