import { type SourceName, sourceNames } from './source-name.ts';
import { BadInput } from './errors.ts';

/** The kinds of thing that have a global id. */
export const idKinds = ['vacancy', 'candidate', 'organisation', 'enumeration', 'attachment', 'change', 'application', 'posting'] as const;
export type IdKind = (typeof idKinds)[number];

export interface GlobalId {
  readonly source: SourceName;
  readonly kind: IdKind;
  /** The upstream's own id. */
  readonly sourceId: string;
}

const sourceByText: ReadonlyMap<string, SourceName> = new Map(sourceNames.map((name) => [name.toLowerCase(), name]));
const maxIdLength = 512;
const form = /^([a-z]+):([a-z]+):(.+)$/s;
/** What no upstream's id holds and what must not travel on into a path or a log. */
// oxlint-disable-next-line no-control-regex -- it is looked for what an id must not hold
const unsafe = /[\u0000-\u001f\u007f\s]/;

/** `<source>:<kind>:<upstream id>`, source and kind in lower case. */
export function globalId(source: SourceName, kind: IdKind, sourceId: string): string {
  return `${source.toLowerCase()}:${kind}:${sourceId}`;
}

/**
 * The parts of a global id.
 * @param path the argument it came in, for the error: `["id"]`, `["ids", "3"]`
 * @throws BadInput where it is of another form
 */
export function parseGlobalId(id: string, path: readonly string[]): GlobalId {
  const [, sourceText, kindText, sourceId] = id.length > maxIdLength ? [] : (form.exec(id) ?? []);
  const source = sourceByText.get(sourceText ?? '');
  const kind = idKinds.find((name) => name === kindText);
  if (source === undefined || kind === undefined || sourceId === undefined || unsafe.test(sourceId) || !sourceId.isWellFormed()) {
    throw new BadInput(path, 'is not a global id: "<source>:<type>:<upstream id>", such as "cso:vacancy:01130-041035402768"');
  }
  return { source, kind, sourceId };
}

/**
 * The upstream id of a global id that must be of one kind.
 * @throws BadInput where the id is malformed or names another kind of thing
 */
export function parseIdOf(kind: IdKind, id: string, path: readonly string[]): GlobalId {
  const parsed = parseGlobalId(id, path);
  if (parsed.kind !== kind) throw new BadInput(path, `is the id of ${withArticle(parsed.kind)}, not of ${withArticle(kind)}`);
  return parsed;
}

function withArticle(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;
}
