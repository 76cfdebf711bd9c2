import { readFile } from 'node:fs/promises';
import { type GraphQLSchema, parse, validate } from 'graphql';
import type { Logger } from 'pino';
import { watchFile } from '../../callers/watch-file.ts';
import { type Config, ConfigError } from '../../config.ts';
import { type Asked, emptyManifest, type Manifest, ManifestError, readManifest } from '../../limits/trusted/manifest.ts';
import { LimitRefusal } from './limit-refusal.ts';

/** What is to be run, and whether the operator trusts it. No text: the request asks by a hash of Apollo's own protocol. */
export interface Resolved {
  readonly query: string | undefined;
  readonly trusted: boolean;
}

export interface TrustedDocuments {
  /**
   * The document that is asked for.
   * @throws LimitRefusal where only trusted ones run and it is none, or where there is none of its id
   */
  resolve(asked: Asked): Resolved;
  close(): void;
}

/**
 * Trusted documents by TRUSTED_DOCUMENTS. The file is read anew when it changes; one that is wrong then leaves those that stood.
 * @throws ConfigError where the file cannot be read at start
 */
export async function openTrustedDocuments({ trustedDocuments: mode, trustedDocumentsFile: path }: Pick<Config['limits'], 'trustedDocuments' | 'trustedDocumentsFile'>, schema: GraphQLSchema, log: Logger): Promise<TrustedDocuments> {
  if (mode === 'off' || path === null) return { resolve: ({ query }) => ({ query, trusted: false }), close() {} };
  let manifest: Manifest = emptyManifest;

  async function read(file: string): Promise<void> {
    manifest = readManifest(await readFile(file, 'utf8'));
    const invalid = [...manifest.texts].filter((text) => !isValid(schema, text)).length;
    log[invalid === 0 ? 'info' : 'warn']({ documents: manifest.texts.size, invalid }, 'TRUSTED_DOCUMENTS_FILE was read');
  }

  try {
    await read(path);
  } catch (error) {
    throw new ConfigError(`TRUSTED_DOCUMENTS_FILE: ${path} cannot be used: ${whyOf(error)}`, { cause: error });
  }
  const watcher = watchFile(
    path,
    () => void read(path).catch((error: unknown) => log.error(`TRUSTED_DOCUMENTS_FILE is wrong, and the documents stay as they were: ${whyOf(error)}`)),
    ({ name }) => log.error(`TRUSTED_DOCUMENTS_FILE is not watched any more (${name}); restart after a change.`),
  );
  return {
    resolve({ query, documentId, hash }) {
      if (query !== undefined) {
        if (manifest.has(query)) return { query, trusted: true };
      } else {
        const text = [documentId, hash].flatMap((id) => (id === undefined ? [] : [manifest.byId(id)])).find((found) => found !== undefined);
        if (text !== undefined) return { query: text, trusted: true };
      }
      if (mode === 'only') throw new LimitRefusal('FORBIDDEN', 'This gateway runs trusted documents only, and this is none of them.', 403);
      if (query === undefined && documentId !== undefined) throw new LimitRefusal('BAD_USER_INPUT', 'There is no document of this documentId.', 400);
      return { query, trusted: false };
    },
    close: () => watcher.stop(),
  };
}

function isValid(schema: GraphQLSchema, text: string): boolean {
  try {
    return validate(schema, parse(text), undefined, { maxErrors: 1 }).length === 0;
  } catch {
    return false;
  }
}

function whyOf(error: unknown): string {
  if (error instanceof ManifestError) return error.message;
  return error instanceof Error && 'code' in error ? String(error.code) : 'it cannot be read';
}
