import { type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, Kind, type OperationDefinitionNode, valueFromASTUntyped, visit } from 'graphql';
import { type Amount, amountAt, type Variables } from './amount.ts';
import { planOf } from './plan.ts';

/** What an operation costs with these variables; infinite where it selects more than can be looked at. */
export type CostOf = (document: DocumentNode, operation: OperationDefinitionNode, variables: Variables) => number;

/** Selections that are looked at for one operation, fragments as often as they are spread. */
const mostSteps = 50_000;
/** Plans of one document: one for each combination of its conditions that was met, begun anew when there are many. */
const mostPlans = 32;

interface Known {
  /** Variables that `@skip` and `@include` look at. */
  readonly conditions: readonly string[];
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly plans: Map<string, Amount>;
}

class TooMany extends Error {}

/**
 * Tells costs by `@cost` and `@listSize` of the schema before anything is executed. A document is worked through once for each combination of
 * its conditions; after that a cost is a few multiplications.
 */
export function costsOf(schema: GraphQLSchema): CostOf {
  const known = new WeakMap<DocumentNode, Known>();
  return (document, operation, sent) => {
    const { conditions, fragments, plans } = knownOf(known, document);
    const variables = withDefaults(operation, sent);
    const key = `${operation.name?.value ?? ''} ${conditions.map((name) => (variables[name] === true ? '1' : '0')).join('')}`;
    const kept = plans.get(key);
    if (kept !== undefined) return Math.ceil(amountAt(kept, variables));
    const plan = planned(schema, operation, fragments, variables);
    if (plans.size >= mostPlans) plans.clear();
    plans.set(key, plan);
    return Math.ceil(amountAt(plan, variables));
  };
}

function knownOf(known: WeakMap<DocumentNode, Known>, document: DocumentNode): Known {
  const found = known.get(document);
  if (found !== undefined) return found;
  const fragments = new Map(document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])));
  const made = { conditions: conditionsOf(document), fragments, plans: new Map<string, Amount>() };
  known.set(document, made);
  return made;
}

function planned(schema: GraphQLSchema, operation: OperationDefinitionNode, fragments: Known['fragments'], variables: Variables): Amount {
  const root = schema.getRootType(operation.operation);
  if (root === undefined || root === null) return 0;
  let steps = 0;
  function step(): void {
    steps += 1;
    if (steps > mostSteps) throw new TooMany();
  }
  try {
    return planOf(root, operation.selectionSet, { schema, fragments, variables, step });
  } catch (error) {
    if (error instanceof TooMany) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

function conditionsOf(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: [condition] = [] }) => {
      if ((name.value === 'skip' || name.value === 'include') && condition?.value.kind === Kind.VARIABLE) names.add(condition.value.name.value);
    },
  });
  return [...names];
}

/** What was sent, and the operation's own defaults for what was not. Most operations have none: they cost no copy. */
function withDefaults({ variableDefinitions }: OperationDefinitionNode, sent: Variables): Variables {
  const missing = variableDefinitions?.filter(({ variable, defaultValue }) => defaultValue !== undefined && sent[variable.name.value] === undefined) ?? [];
  if (missing.length === 0) return sent;
  return { ...sent, ...Object.fromEntries(missing.flatMap(({ variable, defaultValue }) => (defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]]))) };
}
