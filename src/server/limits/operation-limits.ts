import { LRUCache } from 'lru-cache';
import { type DocumentNode, GraphQLError, type GraphQLSchema, type OperationDefinitionNode, parse } from 'graphql';
import type { LimitsConfig } from '../../config/limits.ts';
import { costsOf } from '../../limits/cost/index.ts';
import { type Breach, breachOf } from '../../limits/shape.ts';
import { areTooLarge, mostVariables } from '../../limits/variables.ts';
import { misshapen, tooExpensive, tooLarge } from './limit-refusal.ts';

/** Longest document, characters: tokens do not bound comments and texts. */
const mostCharacters = 128 * 1024;
/** What is remembered of documents that were looked at. */
const looked = { documents: 5000, characters: 16 * 1024 * 1024 };

/** What an operation may be, whoever asks it and on whatever route. */
export interface OperationLimits {
  /** Whether a text was looked at before and let through: it takes no time to speak of. */
  isKnown(text: string): boolean;
  /**
   * To be called with the text of a document before it is validated: validation takes time with the square of some of what is bounded here.
   * @throws GraphQLError where it does not parse, LimitRefusal where it is too large
   */
  checkText(text: string): void;
  /**
   * To be called before a validated operation is executed.
   * @param trusted the document is one of those that the operator trusts: it may have any shape
   * @returns what it costs
   * @throws LimitRefusal
   */
  check(operation: { readonly document: DocumentNode; readonly operation: OperationDefinitionNode; readonly variables: Readonly<Record<string, unknown>>; readonly trusted: boolean }): number;
}

export function operationLimits(schema: GraphQLSchema, { maxCost, maxTokens, shape }: Pick<LimitsConfig, 'maxCost' | 'maxTokens' | 'shape'>): OperationLimits {
  const costOf = costsOf(schema);
  const byText = new LRUCache<string, Refused>({ max: looked.documents, maxSize: looked.characters, sizeCalculation: (_refused, text) => text.length + 1 });
  const byDocument = new WeakMap<DocumentNode, Breach | 'none'>();

  function refusalOfText(text: string): Refused {
    const known = byText.get(text);
    if (known !== undefined) return known;
    const read = parsed(text, maxTokens);
    const breach = read instanceof Error ? null : breachOf(read, shape);
    const refused = read instanceof Error ? { error: read } : { error: breach === null ? null : misshapen(breach) };
    byText.set(text, refused);
    return refused;
  }

  function breachOfDocument(document: DocumentNode): Breach | null {
    const known = byDocument.get(document) ?? breachOf(document, shape) ?? 'none';
    byDocument.set(document, known);
    return known === 'none' ? null : known;
  }

  return {
    isKnown: (text) => byText.get(text)?.error === null,
    checkText(text) {
      if (text.length > mostCharacters) throw tooLarge(`The document is longer than ${mostCharacters} characters.`);
      const { error } = refusalOfText(text);
      if (error !== null) throw error;
    },
    check({ document, operation, variables, trusted }) {
      const breach = trusted ? null : breachOfDocument(document);
      if (breach !== null) throw misshapen(breach);
      const large = areTooLarge(variables);
      if (large !== null) throw tooLarge(`The variables are larger than any input: at most ${mostVariables.depth} deep, with ${mostVariables.values} values, and ${mostVariables.names} names in an object.`);
      const cost = costOf(document, operation, variables);
      if (cost > maxCost) throw tooExpensive(cost, maxCost);
      return Math.max(1, cost);
    },
  };
}

/** Why a text is refused, remembered so that sending it again costs no reading; null where it is not. */
interface Refused {
  readonly error: GraphQLError | null;
}

/** The document, or what is wrong with its text, as Apollo would tell it. */
function parsed(text: string, maxTokens: number): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens, noLocation: true });
  } catch (error) {
    // The parser goes down into a document by recursion.
    if (!(error instanceof GraphQLError)) return misshapen({ what: 'nesting', allowed: 0 });
    return new GraphQLError(error.message, { source: error.source ?? null, positions: error.positions ?? null, extensions: { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400 } } });
  }
}
