import { type ArgumentNode, type DirectiveNode, type DocumentNode, Kind, type OperationDefinitionNode, type SelectionSetNode, type TypeNode, type ValueNode } from 'graphql';

/** Bounds of what a document may look like, whatever it asks for. */
export interface ShapeLimits {
  /** Fields below one another. */
  readonly depth: number;
  readonly aliases: number;
  /** Root fields of one operation. */
  readonly rootFields: number;
  readonly directives: number;
}

/** What a document has too much of. */
export interface Breach {
  readonly what: 'depth' | 'aliases' | 'root fields' | 'directives' | 'fragments' | 'operations' | 'variables' | 'fields' | 'repeated fields' | 'nesting' | 'fragment cycle';
  readonly allowed: number;
}

/** Beyond any document that a client makes; validating costs time with the square of some of these. */
const most = { fragments: 250, operations: 50, variables: 250, fields: 20_000, repeats: 5000, nestedValues: 20 } as const;
/** Inline fragments are no depth of the answer, but the parsers of this world go down into them. */
const nestingPerDepth = 3;

interface Spread {
  readonly name: string;
  readonly depth: number;
}

/** A definition on its own: what its fragments add is added up behind. */
interface Measured {
  fields: number;
  rootFields: number;
  depth: number;
  readonly spreads: Spread[];
}

/** Where a selection stands. Inline fragments are of the place that they stand in. */
interface Place {
  readonly depth: number;
  readonly nesting: number;
  /** How often each name stands here. */
  readonly names: Map<string, number>;
}

interface Whole {
  readonly fields: number;
  readonly rootFields: number;
  readonly depth: number;
}

/** Thrown through the walk, so that a document that is far too large is left at its first breach. */
class Breached extends Error {
  readonly breach: Breach;

  constructor(breach: Breach) {
    super(breach.what);
    this.breach = breach;
  }
}

/**
 * What a document has too much of, null where it has not. It is looked at before it is validated, since rules of validation compare fields
 * and fragments with one another, and in one walk of its own length: fragments are measured once and added up, however often they are spread.
 */
export function breachOf(document: DocumentNode, limits: ShapeLimits): Breach | null {
  try {
    new Walk(limits).document(document);
    return null;
  } catch (error) {
    if (error instanceof Breached) return error.breach;
    throw error;
  }
}

class Walk {
  readonly #limits: ShapeLimits;
  readonly #fragments = new Map<string, Measured>();
  readonly #wholes = new Map<string, Whole | 'under way'>();
  #aliases = 0;
  #directives = 0;
  /** Pairs of fields of one name in one place: validation compares each with each. */
  #repeats = 0;

  constructor(limits: ShapeLimits) {
    this.#limits = limits;
  }

  document({ definitions }: DocumentNode): void {
    const operations: Measured[] = [];
    for (const definition of definitions) {
      if (definition.kind === Kind.OPERATION_DEFINITION) {
        operations.push(this.#definition(definition));
        this.#variables(definition);
      } else if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, this.#definition(definition));
      this.#bound('fragments', this.#fragments.size, most.fragments);
      this.#bound('operations', operations.length, most.operations);
    }
    for (const name of this.#fragments.keys()) this.#whole(name);
    for (const operation of operations) this.#bound('root fields', this.#sum(operation).rootFields, this.#limits.rootFields);
  }

  #definition({ directives, selectionSet }: { readonly directives?: readonly DirectiveNode[]; readonly selectionSet: SelectionSetNode }): Measured {
    const measured: Measured = { fields: 0, rootFields: 0, depth: 0, spreads: [] };
    this.#decorated(directives);
    this.#selection(selectionSet, measured, { depth: 1, nesting: 1, names: new Map() });
    return measured;
  }

  #selection({ selections }: SelectionSetNode, measured: Measured, { depth, nesting, names }: Place): void {
    this.#bound('depth', depth, this.#limits.depth);
    this.#bound('nesting', nesting, this.#limits.depth * nestingPerDepth);
    for (const selection of selections) {
      this.#decorated(selection.directives);
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        measured.spreads.push({ name: selection.name.value, depth: depth - 1 });
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        this.#selection(selection.selectionSet, measured, { depth, nesting: nesting + 1, names });
      } else {
        measured.fields += 1;
        measured.depth = Math.max(measured.depth, depth);
        if (depth === 1) measured.rootFields += 1;
        if (selection.alias !== undefined) this.#bound('aliases', (this.#aliases += 1), this.#limits.aliases);
        this.#named((selection.alias ?? selection.name).value, names);
        this.#arguments(selection.arguments);
        if (selection.selectionSet !== undefined) this.#selection(selection.selectionSet, measured, { depth: depth + 1, nesting: nesting + 1, names: new Map() });
      }
    }
  }

  #named(name: string, names: Map<string, number>): void {
    const before = names.get(name) ?? 0;
    names.set(name, before + 1);
    this.#bound('repeated fields', (this.#repeats += before), most.repeats);
  }

  #decorated(directives: readonly DirectiveNode[] | undefined): void {
    if (directives === undefined || directives.length === 0) return;
    this.#bound('directives', (this.#directives += directives.length), this.#limits.directives);
    for (const directive of directives) this.#arguments(directive.arguments);
  }

  #arguments(list: readonly ArgumentNode[] | undefined): void {
    for (const { value } of list ?? []) this.#value(value, 1);
  }

  #value(value: ValueNode, level: number): void {
    this.#bound('nesting', level, most.nestedValues);
    if (value.kind === Kind.LIST) for (const item of value.values) this.#value(item, level + 1);
    else if (value.kind === Kind.OBJECT) for (const field of value.fields) this.#value(field.value, level + 1);
  }

  #variables({ variableDefinitions = [] }: OperationDefinitionNode): void {
    this.#bound('variables', variableDefinitions.length, most.variables);
    for (const { type, defaultValue, directives } of variableDefinitions) {
      this.#decorated(directives);
      if (defaultValue !== undefined) this.#value(defaultValue, 1);
      let levels = 0;
      for (let inner: TypeNode = type; inner.kind !== Kind.NAMED_TYPE; inner = inner.type) this.#bound('nesting', (levels += 1), most.nestedValues);
    }
  }

  /** A fragment with all that it spreads. One that is not there adds nothing: validation tells of it. */
  #whole(name: string): Whole {
    const known = this.#wholes.get(name);
    if (known === 'under way') throw new Breached({ what: 'fragment cycle', allowed: 0 });
    if (known !== undefined) return known;
    const measured = this.#fragments.get(name);
    if (measured === undefined) return { fields: 0, rootFields: 0, depth: 0 };
    this.#wholes.set(name, 'under way');
    const whole = this.#sum(measured);
    this.#wholes.set(name, whole);
    return whole;
  }

  #sum(measured: Measured): Whole {
    let { fields, rootFields, depth } = measured;
    for (const spread of measured.spreads) {
      const whole = this.#whole(spread.name);
      fields += whole.fields;
      depth = Math.max(depth, spread.depth + whole.depth);
      if (spread.depth === 0) rootFields += whole.rootFields;
    }
    this.#bound('depth', depth, this.#limits.depth);
    this.#bound('fields', fields, most.fields);
    return { fields, rootFields, depth };
  }

  #bound(what: Breach['what'], found: number, allowed: number): void {
    if (found > allowed) throw new Breached({ what, allowed });
  }
}
