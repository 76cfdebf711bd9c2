import type { ApolloServerPlugin } from '@apollo/server';
import { type DocumentNode, getOperationAST } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../../../context.ts';

/** What is remembered, as of the limits of documents. */
const most = { documents: 5000, characters: 16 * 1024 * 1024 };

/** A document that came through Apollo: parsed, valid, of a shape that is allowed. */
export interface KnownDocument {
  readonly document: DocumentNode;
  /** Short, and that of no other document. */
  readonly name: string;
}

/** Documents of queries that were executed before, by their texts. */
export interface KnownDocuments {
  of(text: string): KnownDocument | undefined;
  /** Remembers what is executed. */
  readonly plugin: ApolloServerPlugin<Context>;
}

export function knownDocuments(): KnownDocuments {
  const byText = new LRUCache<string, KnownDocument>({ max: most.documents, maxSize: most.characters, sizeCalculation: (_known, text) => text.length + 1 });
  let named = 0;
  return {
    of: (text) => byText.get(text),
    plugin: {
      async requestDidStart() {
        return {
          async executionDidStart({ source, document, request }) {
            // Not Apollo's own: where it found none it has nothing there, in spite of its type, and still goes on.
            const operation = getOperationAST(document, request.operationName);
            if (operation?.operation !== 'query' || byText.has(source)) return;
            named += 1;
            byText.set(source, { document, name: String(named) });
          },
        };
      },
    },
  };
}
