import { createHash } from 'node:crypto';
import { isRecord } from '../../domain/is-record.ts';

/** What a document is asked for by, of the several forms that clients have. */
export interface Asked {
  readonly query: string | undefined;
  /** `documentId` of the request. */
  readonly documentId: string | undefined;
  /** `extensions.persistedQuery.sha256Hash`. */
  readonly hash: string | undefined;
}

/** Documents that an operator trusts: those of its own apps. */
export interface Manifest {
  readonly texts: ReadonlySet<string>;
  /** By the id that the manifest has it under, with its algorithm before it or without, or by the SHA-256 of its text. */
  byId(id: string): string | undefined;
  has(text: string): boolean;
}

/** The manifest cannot be read. The message says what is wrong, and quotes nothing of it. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

const algorithm = /^sha(?:1|256):/i;

/**
 * Reads a `persisted-documents.json` as graphql-codegen's client preset writes it: an object of documents by their hashes.
 * @throws ManifestError
 */
export function readManifest(json: string): Manifest {
  const byId = new Map<string, string>();
  const texts = new Set<string>();
  for (const [id, text] of Object.entries(objectIn(json))) {
    if (typeof text !== 'string' || text.trim() === '') throw new ManifestError('it is to hold documents as texts, by their hashes');
    byId.set(bare(id), text);
    byId.set(createHash('sha256').update(text).digest('hex'), text);
    texts.add(text);
  }
  return { texts, byId: (id) => byId.get(bare(id)), has: (text) => texts.has(text) };
}

export const emptyManifest: Manifest = { texts: new Set(), byId: () => undefined, has: () => false };

function bare(id: string): string {
  return algorithm.test(id) ? id.replace(algorithm, '').toLowerCase() : id;
}

function objectIn(json: string): object {
  try {
    const value: unknown = JSON.parse(json);
    if (isRecord(value)) return value;
  } catch {
    // Said below, without the text.
  }
  throw new ManifestError('it is to be a JSON object');
}
