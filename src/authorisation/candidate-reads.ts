import { defaultFieldResolver, getNamedType, type GraphQLField, type GraphQLResolveInfo, type GraphQLSchema, isObjectType, Kind, type SelectionSetNode } from 'graphql';
import type { CandidateReadLog, Context } from '../context.ts';
import { globalId } from '../domain/ids.ts';
import { type SourceName, sourceNames } from '../domain/source-name.ts';

/** What an operation read of candidates, gathered while it is executed. */
export interface OpenReads extends CandidateReadLog {
  /** Writes it down in one piece, durably before it returns; nothing where nothing was asked of candidates. @throws where it cannot */
  write(): Promise<void>;
}

export function openReads({ viewer, purpose, store }: Pick<Context, 'viewer' | 'purpose' | 'store'>): OpenReads {
  const byRootField = new Map<string, Set<string>>();
  return {
    saw(rootField, ids) {
      const seen = byRootField.get(rootField) ?? new Set<string>();
      for (const id of ids) seen.add(id);
      byRootField.set(rootField, seen);
    },
    async write() {
      if (byRootField.size === 0) return;
      await store.candidateReads.record([...byRootField].map(([rootField, ids]) => ({ client: viewer.id, purpose, rootField, candidateIds: [...ids] })));
    },
  };
}

type Field = GraphQLField<unknown, Context>;

/**
 * Has every field that gives candidates, whoever adds it, tell of those that it gives; one that gives a list of them tells that it was
 * asked, also where it found nobody. Without a log to tell it to, nobody is given.
 */
export function auditCandidates(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const given = getNamedType(field.type).name;
      if (given === 'Candidate' || given === 'CandidateConnection') audit(field, given === 'Candidate' ? idOf : () => null);
    }
  }
}

function audit(field: Field, idOfGiven: (value: unknown) => string | null): void {
  const { resolve = defaultFieldResolver } = field;
  field.resolve = async (parent, args, context, info) => {
    const log = logOf(context);
    const given: unknown = await resolve(parent, args, context, info);
    const saw = (value: unknown): unknown => {
      const id = idOfGiven(value);
      log.saw(rootFieldOf(info), id === null ? [] : [id]);
      return value;
    };
    // A row that could not be read is a promise that fails, and stays its row's own.
    return Array.isArray(given) ? given.map((row: unknown) => (row instanceof Promise ? row.then(saw) : saw(row))) : saw(given);
  };
}

/** Tells of a candidate that is given by its reference. */
export function auditReference(context: Context, value: unknown, info: GraphQLResolveInfo): void {
  const id = idOf(value);
  logOf(context).saw(rootFieldOf(info), id === null ? [] : [id]);
}

function logOf({ candidateReads }: Context): CandidateReadLog {
  if (candidateReads === null) throw new Error('candidates are read through the engine alone, which writes down who reads them');
  return candidateReads;
}

/** @throws where it is neither a candidate nor null: nobody is given unwritten */
function idOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'object' && 'source' in value && 'sourceId' in value && isSource(value.source) && typeof value.sourceId === 'string') return globalId(value.source, 'candidate', value.sourceId);
  throw new Error('a candidate without an id cannot be written down');
}

function isSource(value: unknown): value is SourceName {
  return sourceNames.some((name) => name === value);
}

/** The name of the field of the root that led here; a path knows its alias only. */
function rootFieldOf({ path, operation, fragments }: GraphQLResolveInfo): string {
  let first = path;
  while (first.prev !== undefined) first = first.prev;
  return fieldOf(operation.selectionSet, String(first.key), fragments, new Set()) ?? 'unknown';
}

/** @param seen names of fragments that it is not in, or that are looked through already */
function fieldOf({ selections }: SelectionSetNode, key: string, fragments: GraphQLResolveInfo['fragments'], seen: Set<string>): string | null {
  for (const node of selections) {
    if (node.kind === Kind.FIELD) {
      if ((node.alias?.value ?? node.name.value) === key) return node.name.value;
      continue;
    }
    if (node.kind === Kind.FRAGMENT_SPREAD) {
      if (seen.has(node.name.value)) continue;
      seen.add(node.name.value);
    }
    const set = node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments[node.name.value]?.selectionSet;
    const found = set === undefined ? null : fieldOf(set, key, fragments, seen);
    if (found !== null) return found;
  }
  return null;
}
