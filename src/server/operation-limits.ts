import { LRUCache } from 'lru-cache';
import { type DocumentNode, type GraphQLSchema, type OperationDefinitionNode, parse } from 'graphql';
import type { LimitsConfig } from '../config/limits.ts';
import { costsOf } from '../limits/cost/index.ts';
import { type Breach, breachOf } from '../limits/shape.ts';
import { areTooLarge, mostVariables } from '../limits/variables.ts';
import { misshapen, tooExpensive, tooLarge } from './limit-refusal.ts';

/** Longest document, characters: tokens do not bound comments and texts. */
const mostCharacters = 128 * 1024;
/** What is remembered of documents that were looked at. */
const looked = { documents: 5000, characters: 16 * 1024 * 1024 };

/** What an operation may be, whoever asks it and on whatever route. */
export interface OperationLimits {
  /**
   * To be called with the text of a document before it is validated: validation takes time with the square of some of what is bounded here.
   * @throws LimitRefusal
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
  const byText = new LRUCache<string, { readonly breach: Breach | null }>({ max: looked.documents, maxSize: looked.characters, sizeCalculation: (_found, text) => text.length + 1 });
  const byDocument = new WeakMap<DocumentNode, Breach | 'none'>();

  function breachOfText(text: string): Breach | null {
    const known = byText.get(text);
    if (known !== undefined) return known.breach;
    const document = parsed(text, maxTokens);
    const breach = document === null ? null : breachOf(document, shape);
    byText.set(text, { breach });
    return breach;
  }

  function breachOfDocument(document: DocumentNode): Breach | null {
    const known = byDocument.get(document) ?? breachOf(document, shape) ?? 'none';
    byDocument.set(document, known);
    return known === 'none' ? null : known;
  }

  return {
    checkText(text) {
      if (text.length > mostCharacters) throw tooLarge(`The document is longer than ${mostCharacters} characters.`);
      const breach = breachOfText(text);
      if (breach !== null) throw misshapen(breach);
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

/** Null for what does not parse: whoever parses it next tells why. */
function parsed(text: string, maxTokens: number): DocumentNode | null {
  try {
    return parse(text, { maxTokens, noLocation: true });
  } catch {
    return null;
  }
}
