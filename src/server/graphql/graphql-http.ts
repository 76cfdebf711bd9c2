import { HeaderMap, type HTTPGraphQLRequest } from '@apollo/server';
import type { FastifyRequest } from 'fastify';
import { isRecord } from '../../domain/is-record.ts';
import type { Asked } from '../../limits/trusted/manifest.ts';

type Body = Readonly<Record<string, unknown>>;

/** What a request asks to run, as far as it can be told; everything that is no text is left to be refused by who runs it. */
export function askedOf(request: FastifyRequest): Asked {
  if (request.method === 'GET') {
    const search = searchOf(request);
    return { query: search.get('query') ?? undefined, documentId: search.get('documentId') ?? undefined, hash: hashIn(parsed(search.get('extensions'))) };
  }
  const { body } = request;
  if (!isRecord(body)) return { query: undefined, documentId: undefined, hash: undefined };
  return { query: textOrNone(body['query']), documentId: textOrNone(body['documentId']), hash: hashIn(body['extensions']) };
}

/** The request as Apollo takes it. @param document put in the place of what names it: an id, or a hash */
export function graphqlRequestOf(request: FastifyRequest, document: string | null): HTTPGraphQLRequest {
  const search = searchOf(request);
  const { body } = request;
  return {
    method: request.method,
    headers: headersOf(request),
    search: document === null || request.method !== 'GET' ? queryPart(request) : `?${withText(search, document).toString()}`,
    body: document === null || !isRecord(body) ? body : withDocument(body, document),
  };
}

function withDocument({ extensions, ...body }: Body, document: string): Body {
  return { ...body, query: document, ...(extensions !== undefined && { extensions: withoutHash(extensions) }) };
}

function withText(search: URLSearchParams, document: string): URLSearchParams {
  const rest = withoutHash(parsed(search.get('extensions')));
  search.set('query', document);
  search.delete('extensions');
  if (isRecord(rest) && Object.keys(rest).length > 0) search.set('extensions', JSON.stringify(rest));
  return search;
}

function withoutHash(extensions: unknown): unknown {
  if (!isRecord(extensions)) return extensions;
  const { persistedQuery: _named, ...rest } = extensions;
  return rest;
}

function hashIn(extensions: unknown): string | undefined {
  const named = isRecord(extensions) ? extensions['persistedQuery'] : undefined;
  return isRecord(named) ? textOrNone(named['sha256Hash']) : undefined;
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(', ') : value);
  return map;
}

function queryPart({ url }: FastifyRequest): string {
  const at = url.indexOf('?');
  return at === -1 ? '' : url.slice(at);
}

function searchOf(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(queryPart(request));
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

function textOrNone(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
