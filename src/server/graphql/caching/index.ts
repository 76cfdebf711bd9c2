import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Context } from '../../../context.ts';
import { cacheableDocuments } from './cacheable-documents.ts';

/** For how long, and by whom, answers may be kept. */
export interface Caching {
  /**
   * `Cache-Control` of the answer to a query that came without errors: until the first of what was read for it is no longer fresh. Null for one that
   * nobody may keep.
   */
  headerOf(document: DocumentNode, context: Pick<Context, 'lasting' | 'viewer'>): string | null;
  /** Has Apollo's answers carry it. */
  readonly plugin: ApolloServerPlugin<Context>;
}

export function openCaching(schema: GraphQLSchema, now: () => number): Caching {
  const isCacheable = cacheableDocuments(schema);

  function headerOf(document: DocumentNode, { lasting, viewer }: Pick<Context, 'lasting' | 'viewer'>): string | null {
    const seconds = Math.floor((lasting.end - now()) / 1000);
    // What read nothing has no end: it tells that the process lives, or what it is, and has to come from it.
    if (seconds < 1 || !Number.isFinite(seconds) || !isCacheable(document)) return null;
    // Who shows no key has neither rights nor credentials of its own: everybody like it gets the same, its cursors too.
    return `${viewer.authenticated ? 'private' : 'public'}, max-age=${seconds}`;
  }

  return {
    headerOf,
    plugin: {
      async requestDidStart({ contextValue }) {
        return {
          async willSendResponse({ document, operation, request, response: { body, http } }) {
            if (operation?.operation !== 'query' || document === undefined || body.kind !== 'single') return;
            const { data, errors } = body.singleResult;
            // An answer that says what it cost is for who asked that.
            if (errors !== undefined || data === undefined || data === null || request.http?.headers.has('x-cost') === true) return;
            const header = headerOf(document, contextValue);
            if (header !== null) http.headers.set('cache-control', header);
          },
        };
      },
    },
  };
}
