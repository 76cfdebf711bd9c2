import { type DocumentNode, getOperationAST, getVariableValues, GraphQLError, type GraphQLSchema, NoSchemaIntrospectionCustomRule, type OperationDefinitionNode, parse, specifiedRules, validate } from 'graphql';
import type { Config } from '../../config.ts';
import { isRecord } from '../../domain/is-record.ts';
import type { FrontDoor } from '../front-door.ts';

/** What a client asks to listen to, as its transport read it. */
export interface Asked {
  readonly query?: unknown;
  readonly operationName?: unknown;
  readonly variables?: unknown;
  readonly extensions?: unknown;
}

/** A subscription that may be executed. */
export interface ReadOperation {
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly cost: number;
}

export interface ReadingParts extends Pick<FrontDoor, 'trusted' | 'limits'> {
  readonly schema: GraphQLSchema;
  readonly config: Pick<Config, 'introspection' | 'limits'>;
}

/** Errors of validation that are told: of a hostile document there may be one for every word. */
const maxErrors = 20;

/**
 * Reads and validates what a client asks to listen to, by the same rules as every other operation.
 * @throws GraphQLError, LimitRefusal among them
 */
export function readOperation({ query, operationName, variables, extensions }: Asked, { trusted, limits, schema, config }: ReadingParts): ReadOperation | readonly GraphQLError[] {
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') throw mistake('"operationName" is to be a text.');
  if (variables !== undefined && variables !== null && !isRecord(variables)) throw mistake('"variables" is to be an object.');
  const hashed = isRecord(extensions) && isRecord(extensions['persistedQuery']) ? extensions['persistedQuery']['sha256Hash'] : undefined;
  const resolved = trusted.resolve({ query: textOf(query), documentId: undefined, hash: textOf(hashed) });
  if (resolved.query === undefined) throw mistake('"query" is missing: the document of a subscription.');
  if (!resolved.trusted) limits.checkText(resolved.query);
  const document = parsed(resolved.query, config.limits.maxTokens);
  const rules = config.introspection ? specifiedRules : [...specifiedRules, NoSchemaIntrospectionCustomRule];
  const errors = validate(schema, document, rules, { maxErrors });
  if (errors.length > 0) return errors.map((error) => withCode(error, 'GRAPHQL_VALIDATION_FAILED'));
  const operation = operationOf(document, operationName ?? null);
  const given = variables ?? {};
  // Reading variables takes as long as they are large.
  const cost = limits.check({ document, operation, variables: given, trusted: resolved.trusted });
  const { errors: wrong } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors });
  if (wrong !== undefined) return wrong.map((error) => withCode(error, 'BAD_USER_INPUT'));
  return { document, operationName: operationName ?? null, variables: given, cost };
}

function parsed(text: string, maxTokens: number): DocumentNode {
  try {
    return parse(text, { maxTokens });
  } catch (error) {
    throw error instanceof GraphQLError ? withCode(error, 'GRAPHQL_PARSE_FAILED') : error;
  }
}

function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation === null || operation === undefined) throw mistake(name === null ? 'The document holds several operations: say by "operationName" which.' : 'The document holds no operation of this name.');
  if (operation.operation !== 'subscription') throw mistake('Only subscriptions are taken here: queries and mutations are asked at /graphql.');
  return operation;
}

function mistake(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  const { message, nodes = null, source = null, positions = null, extensions } = error;
  return new GraphQLError(message, { nodes, source, positions, extensions: { ...extensions, code } });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
