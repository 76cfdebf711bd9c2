import type { Kysely } from 'kysely';
import type { PostingChannel } from '../domain/posting/drafts.ts';
import type { PostedChannel, Posting, Stood, Turn } from '../domain/posting/posting.ts';
import { stoodFromJson, toJson } from './json.ts';
import type { KeptFrom } from './operations.ts';
import { pageOfRows, type Position, type StorePage } from './page.ts';
import { channelsByPosting, postingOf } from './posting-rows.ts';
import type { PostingChannelRow, PostingRow, Tables } from './tables.ts';

/** Channels of a posting to keep; those that are not named stay as they are. */
export interface PostingChange {
  readonly client: string;
  readonly referenceNumber: string;
  readonly title: string | null;
  readonly channels: readonly ChannelChange[];
  /** Whose change it is; absent: a call's that begins and ends with it. */
  readonly by?: Taken;
}

export type ChannelChange = Omit<PostedChannel, 'updatedAt' | 'stood' | 'turn' | 'settledTurn'> & { readonly stood?: Stood | null };

/** A call with its turn, and whether what it came to is certain now. */
export interface Taken {
  readonly turn: Turn;
  readonly settles: boolean;
}

/** A vacancy that a client posted. */
export interface PostedId {
  readonly client: string;
  readonly upstreamId: string;
}

export interface PostingPageRequest {
  readonly client: string;
  /** Null: every reference number. */
  readonly referenceNumber: string | null;
  readonly first: number;
  readonly after: Position | null;
}

export interface Postings {
  /** Keeps what a caller posted under a reference number, durably before it returns. */
  save(change: PostingChange): Promise<Posting>;
  byReference(client: string, referenceNumber: string): Promise<Posting | null>;
  byId(id: string): Promise<Posting | null>;
  /** Every caller's posting of one vacancy of a channel, the newest first. */
  byUpstreamId(channel: PostingChannel, upstreamId: string): Promise<readonly Posting[]>;
  /** The clients that ever posted a vacancy of a channel. */
  postersOf(channel: PostingChannel, upstreamId: string): Promise<readonly string[]>;
  /** Every vacancy that anybody ever posted on a channel under a reference number, with who did: clients may share an account there. */
  postedUnder(referenceNumber: string, channel: PostingChannel): Promise<readonly PostedId[]>;
  /**
   * Forgets what was sent, with the names and addresses in it, where it is needed no more: what is off or never was on since before
   * `ended`, and what stayed uncertain since before `open`.
   */
  forgetDrafts(bounds: KeptFrom): Promise<void>;
  /** The newest first. */
  page(request: PostingPageRequest): Promise<StorePage<Posting>>;
  count(client: string, referenceNumber: string | null): Promise<number>;
}

interface Parts {
  readonly db: Kysely<Tables>;
  readonly now: () => number;
  readonly makeId: () => string;
}

export function postingsOf({ db, now, makeId }: Parts): Postings {
  async function withChannels(rows: readonly PostingRow[]): Promise<readonly Posting[]> {
    if (rows.length === 0) return [];
    const ids = rows.map(({ id }) => id);
    const channels = channelsByPosting(await db.selectFrom('posting_channels').selectAll().where('posting_id', 'in', ids).orderBy('channel').execute());
    return rows.map((row) => postingOf(row, channels.get(row.id) ?? []));
  }
  async function only(row: PostingRow | undefined): Promise<Posting | null> {
    const [posting = null] = await withChannels(row === undefined ? [] : [row]);
    return posting;
  }
  function listed(client: string, referenceNumber: string | null) {
    const all = db.selectFrom('postings').where('client', '=', client);
    return referenceNumber === null ? all : all.where('reference_number', '=', referenceNumber);
  }

  return {
    async save({ client, referenceNumber, title, channels, by }) {
      const at = now();
      const fresh = { id: makeId(), client, reference_number: referenceNumber, title, created_at: at, updated_at: at };
      // A transaction whose first statement writes waits for its turn on SQLite; one that reads first may be refused.
      return db.transaction().execute(async (transaction) => {
        const row = await transaction
          .insertInto('postings')
          .values(fresh)
          .onConflict((on) => on.columns(['client', 'reference_number']).doUpdateSet({ title, updated_at: at }))
          .returningAll()
          .executeTakeFirstOrThrow();
        for (const channel of channels) {
          const name = channel.channel;
          // The posting's row is written above: nobody else changes its channels in between.
          const before = await transaction.selectFrom('posting_channels').select(['turn', 'settled_turn']).where('posting_id', '=', row.id).where('channel', '=', name).executeTakeFirst();
          const change = { ...channelRow(channel, at), ...turnsAfter(before ?? { turn: 0, settled_turn: 0 }, by ?? newTurn(before?.turn ?? 0, channel, at)) };
          await transaction
            .insertInto('posting_channels')
            .values({ posting_id: row.id, channel: name, ...change })
            .onConflict((on) => on.columns(['posting_id', 'channel']).doUpdateSet(change))
            .execute();
          if (channel.upstreamId !== null) {
            await transaction
              .insertInto('posted_ids')
              .values({ channel: name, upstream_id: channel.upstreamId, client, reference_number: referenceNumber })
              .onConflict((on) => on.columns(['channel', 'upstream_id', 'client']).doUpdateSet({ reference_number: referenceNumber }))
              .execute();
          }
        }
        const kept = await transaction.selectFrom('posting_channels').selectAll().where('posting_id', '=', row.id).orderBy('channel').execute();
        return postingOf(row, kept);
      });
    },
    byReference: async (client, referenceNumber) => only(await listed(client, referenceNumber).selectAll().executeTakeFirst()),
    byId: async (id) => only(await db.selectFrom('postings').selectAll().where('id', '=', id).executeTakeFirst()),
    async byUpstreamId(channel, upstreamId) {
      const rows = await db
        .selectFrom('postings')
        .innerJoin('posting_channels', 'posting_channels.posting_id', 'postings.id')
        .selectAll('postings')
        .where('posting_channels.channel', '=', channel)
        .where('posting_channels.upstream_id', '=', upstreamId)
        .orderBy('postings.created_at', 'desc')
        .orderBy('postings.id', 'desc')
        .execute();
      return withChannels(rows);
    },
    async postersOf(channel, upstreamId) {
      const rows = await db.selectFrom('posted_ids').select('client').where('channel', '=', channel).where('upstream_id', '=', upstreamId).orderBy('client').execute();
      return rows.map(({ client }) => client);
    },
    async postedUnder(referenceNumber, channel) {
      const posted = db.selectFrom('posted_ids').select(['client', 'upstream_id']).where('reference_number', '=', referenceNumber).where('channel', '=', channel);
      return (await posted.orderBy('upstream_id').orderBy('client').execute()).map(({ client, upstream_id: upstreamId }) => ({ client, upstreamId }));
    },
    async forgetDrafts({ ended, open }) {
      const kept = db.updateTable('posting_channels').set({ draft: null, stood: null }).where('draft', 'is not', null);
      await kept.where('status', 'in', ['WITHDRAWN', 'INVALID', 'FAILED']).where('updated_at', '<', ended.getTime()).execute();
      const uncertain = db.updateTable('posting_channels').where('status', '=', 'UNCERTAIN').where('updated_at', '<', open.getTime());
      await uncertain.set({ draft: null }).where('draft', 'is not', null).execute();
      const old = db.selectFrom('posting_channels').select('stood').distinct().where('status', '=', 'UNCERTAIN').where('updated_at', '<', open.getTime());
      for (const { stood } of await old.where('stood', 'is not', null).execute()) {
        // What stood stays known by its id; what was once sent of it goes.
        if (stood !== null && holdsDraft(stood)) await uncertain.set({ stood: withoutDraft(stood) }).where('stood', '=', stood).execute();
      }
    },
    async page({ client, referenceNumber, first, after }) {
      const from = listed(client, referenceNumber);
      const rest = after === null ? from : from.where((row) => row(row.refTuple('created_at', 'id'), '<', row.tuple(after.at, after.id)));
      const rows = await rest.selectAll().orderBy('created_at', 'desc').orderBy('id', 'desc').limit(first + 1).execute();
      const { rows: wanted, more } = pageOfRows(rows, first);
      return { rows: await withChannels(wanted), more };
    },
    async count(client, referenceNumber) {
      const { total } = await listed(client, referenceNumber).select((row) => row.fn.countAll().as('total')).executeTakeFirstOrThrow();
      return Number(total);
    },
  };
}

function holdsDraft(stood: string): boolean {
  return stoodFromJson(stood).draft !== null;
}

function withoutDraft(stood: string): string {
  return toJson({ ...stoodFromJson(stood), draft: null } satisfies Stood);
}

type Turns = Pick<PostingChannelRow, 'turn' | 'settled_turn'>;

function newTurn(latest: Turn, { status }: ChannelChange, at: number): Taken {
  return { turn: nextTurn(latest, at), settles: status === 'PUBLISHED' || status === 'UPDATED' || status === 'WITHDRAWN' };
}

/** The turn of a call that begins now. @param latest the highest so far */
export function nextTurn(latest: Turn, now: number): Turn {
  return Math.max(latest + 1, now);
}

function turnsAfter(before: Turns, { turn, settles }: Taken): Turns {
  return { turn: Math.max(before.turn, turn), settled_turn: settles ? Math.max(before.settled_turn, turn) : before.settled_turn };
}

function channelRow(channel: ChannelChange, at: number): Omit<PostingChannelRow, 'posting_id' | 'channel' | keyof Turns> {
  return {
    status: channel.status,
    upstream_id: channel.upstreamId,
    url: channel.url,
    draft: channel.draft === null ? null : toJson(channel.draft),
    user_errors: toJson(channel.userErrors),
    error: channel.error === null ? null : toJson(channel.error),
    // Of what is certain, only what stands now counts.
    stood: channel.status !== 'UNCERTAIN' || channel.stood === null || channel.stood === undefined ? null : toJson(channel.stood),
    updated_at: at,
  };
}
