import type { Kysely } from 'kysely';
import { fromJson, toJson } from './json.ts';
import { pageOfRows, type Position, type StorePage } from './page.ts';
import type { Tables } from './tables.ts';

/** What one root field of an operation read. */
export interface CandidateRead {
  readonly client: string;
  readonly rootField: string;
  /** In the caller's words; null where it said none. */
  readonly purpose: string | null;
  /** Global ids, none where nobody was found. */
  readonly candidateIds: readonly string[];
}

export interface RecordedCandidateRead extends CandidateRead {
  readonly id: string;
  readonly at: Date;
}

export interface CandidateReads {
  /** Writes the reads of an operation, all or none, durably before it returns. A read of very many is several rows. */
  record(reads: readonly CandidateRead[]): Promise<void>;
  /** The newest first; null is every candidate. */
  page(request: { readonly candidateId: string | null; readonly first: number; readonly after: Position | null }): Promise<StorePage<RecordedCandidateRead>>;
  count(candidateId: string | null): Promise<number>;
  /** Forgets what was read before. @returns how many rows */
  purge(before: Date): Promise<number>;
}

/** Ids in one row, and so in one statement. */
const maxIds = 500;

interface Parts {
  readonly db: Kysely<Tables>;
  readonly now: () => number;
  readonly makeId: () => string;
}

export function candidateReadsOf({ db, now, makeId }: Parts): CandidateReads {
  const readOf = (candidateId: string) => db.selectFrom('candidate_read_ids').select('read_id').where('candidate_id', '=', candidateId);
  return {
    async record(reads) {
      const at = now();
      const rows = reads.flatMap((read) => parted(read.candidateIds).map((ids) => ({ id: makeId(), ids, read })));
      await db.transaction().execute(async (transaction) => {
        for (const { id, ids, read } of rows) {
          await transaction.insertInto('candidate_reads').values({ id, at, client: read.client, root_field: read.rootField, purpose: read.purpose, candidate_ids: toJson(ids) }).execute();
          if (ids.length > 0) await transaction.insertInto('candidate_read_ids').values(ids.map((candidate_id) => ({ candidate_id, at, read_id: id }))).execute();
        }
      });
    },
    async page({ candidateId, first, after }) {
      const all = db.selectFrom('candidate_reads').selectAll().orderBy('at', 'desc').orderBy('id', 'desc').limit(first + 1);
      const from = candidateId === null ? all : all.where('id', 'in', readOf(candidateId));
      const rest = after === null ? from : from.where((row) => row(row.refTuple('at', 'id'), '<', row.tuple(after.at, after.id)));
      const { rows, more } = pageOfRows(await rest.execute(), first);
      return { rows: rows.map(({ at, root_field: rootField, candidate_ids: ids, ...row }) => ({ ...row, at: new Date(at), rootField, candidateIds: fromJson<readonly string[]>(ids) })), more };
    },
    async count(candidateId) {
      const all = db.selectFrom('candidate_reads').select((row) => row.fn.countAll().as('total'));
      const { total } = await (candidateId === null ? all : all.where('id', 'in', readOf(candidateId))).executeTakeFirstOrThrow();
      return Number(total);
    },
    async purge(before) {
      await db.deleteFrom('candidate_read_ids').where('at', '<', before.getTime()).execute();
      const { numDeletedRows } = await db.deleteFrom('candidate_reads').where('at', '<', before.getTime()).executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

function parted(ids: readonly string[]): readonly (readonly string[])[] {
  if (ids.length <= maxIds) return [ids];
  return Array.from({ length: Math.ceil(ids.length / maxIds) }, (_, part) => ids.slice(part * maxIds, (part + 1) * maxIds));
}
