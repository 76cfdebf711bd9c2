import type { FastifyRequest } from 'fastify';
import { getOperationAST, type OperationDefinitionNode } from 'graphql';
import { isRecord } from '../../../domain/is-record.ts';
import type { Resolved } from '../../limits/trusted-documents.ts';
import type { AcceptedTypes } from './accepted-types.ts';
import type { KnownDocument, KnownDocuments } from './known-documents.ts';

/** A request whose answer needs nothing of Apollo. */
export interface AskedAgain {
  readonly known: KnownDocument;
  readonly operation: OperationDefinitionNode;
  /** As it was sent. */
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly contentType: string;
}

/**
 * Reads a request for a query that was executed before. Whatever is unusual in it is left to Apollo, which knows what to make of it or how to
 * refuse it: a GET, extensions, a header of another kind, another operation, a field of another type.
 */
export function askedAgain({ method, body, headers }: FastifyRequest, { query }: Resolved, documents: KnownDocuments, types: AcceptedTypes): AskedAgain | null {
  if (method !== 'POST' || query === undefined || !isRecord(body) || headers['x-cost'] !== undefined) return null;
  const { operationName = null, variables = null, extensions = null } = body;
  if (extensions !== null || !(operationName === null || typeof operationName === 'string') || !(variables === null || isRecord(variables))) return null;
  const known = documents.of(query);
  const contentType = types.of(headers.accept);
  if (known === undefined || contentType === undefined) return null;
  const operation = getOperationAST(known.document, operationName);
  if (operation === null || operation === undefined || operation.operation !== 'query') return null;
  return { known, operation, operationName: operationName ?? undefined, variables: variables ?? {}, contentType };
}
