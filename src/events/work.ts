import type { Context, Happenings } from '../context.ts';
import { changeTo } from '../domain/change.ts';
import { BadInput, SourceFailure } from '../domain/errors.ts';
import type { VacancyField } from '../domain/fields.ts';
import { type Happening, NotToldToAll } from '../domain/happening.ts';
import type { SourceName } from '../domain/source-name.ts';
import type { DataSource } from '../domain/source.ts';
import type { WebhookEvent } from '../domain/webhook-event.ts';

/** Why an event could not be worked on. The message holds nothing of the object. */
export interface WorkFailure {
  readonly code: string;
  readonly message: string;
  /** Whether a later attempt may do. */
  readonly mayPass: boolean;
  readonly retryAfterMs: number;
}

/** What became of each event, null where it is done. */
export type Worked = ReadonlyMap<WebhookEvent, WorkFailure | null>;

export interface WorkTools {
  /** What work for an account has at hand until the signal; null where its client is no more. */
  contextOf(owner: string | null, signal: AbortSignal): Promise<Pick<Context, 'sources'> | null>;
  readonly happenings: Pick<Happenings, 'tell'>;
  /** Told of an error that nobody expected. */
  readonly unexpected: (error: unknown, event: WebhookEvent) => void;
}

const fields: ReadonlySet<VacancyField> = new Set<VacancyField>(['source', 'sourceId', 'status', 'nativeStatus', 'updatedAt']);

/**
 * Works on events of one account: what is kept of their objects is dropped, they are read anew, in as few calls as the source allows,
 * and it is told that they changed.
 *
 * @param stopping breaks off what is asked of the source; what fails then says nothing of the event
 */
export async function workOn(source: SourceName, owner: string | null, events: readonly WebhookEvent[], tools: WorkTools, stopping: AbortSignal): Promise<Worked> {
  const over = new AbortController();
  const signal = AbortSignal.any([over.signal, stopping]);
  const unexpected: WorkTools['unexpected'] = (error, event) => {
    if (!stopping.aborted) tools.unexpected(error, event);
  };
  try {
    const context = await tools.contextOf(owner, signal);
    const opened = context?.sources.get(source) ?? null;
    return opened === null ? new Map(events.map((event) => [event, gone])) : await workIn(opened, events, { ...tools, unexpected });
  } finally {
    over.abort();
  }
}

async function workIn(opened: DataSource, events: readonly WebhookEvent[], tools: WorkTools): Promise<Worked> {
  try {
    await opened.forgetVacancies?.([...new Set(events.flatMap(({ about, sourceId }) => (about === 'vacancy' && sourceId !== null ? [sourceId] : [])))]);
  } catch (error) {
    return new Map(events.map((event) => [event, failureOf(error, event, tools)]));
  }
  return new Map(await Promise.all(events.map(async (event) => [event, await workOnOne(event, opened, tools)] as const)));
}

const gone: WorkFailure = { code: 'SOURCE_NOT_CONFIGURED', message: 'There are no credentials any more for the account that this was told to.', mayPass: false, retryAfterMs: 0 };

async function workOnOne(event: WebhookEvent, source: DataSource, tools: WorkTools): Promise<WorkFailure | null> {
  try {
    const happening = await happeningOf(event, source);
    if (happening !== null) await tools.happenings.tell(happening);
    return null;
  } catch (error) {
    return failureOf(error, event, tools);
  }
}

/** What an event means to whoever listens, from its object as it is now; null where it means nothing to anybody. */
async function happeningOf({ source, about, sourceId, owner, change, nativeStatus }: WebhookEvent, opened: DataSource): Promise<Happening | null> {
  if (about === null || sourceId === null) return null;
  const told = { source, sourceId, owner, nativeStatus };
  if (change === 'DELETED') return { kind: about === 'vacancy' ? 'vacancyChanged' : 'candidateChanged', ...told, change, changedAt: null };
  if (about === 'candidate') {
    const candidate = (await opened.candidateById?.(sourceId, new Set(['source', 'sourceId', 'updatedAt'])))?.value;
    return { kind: 'candidateChanged', ...told, change, changedAt: candidate?.updatedAt?.getTime() ?? null };
  }
  const vacancy = (await opened.vacancyById?.(sourceId, fields))?.value ?? null;
  return {
    kind: 'vacancyChanged',
    ...told,
    change: change === 'UNKNOWN' && vacancy !== null ? changeTo(vacancy.status) : change,
    nativeStatus: nativeStatus ?? vacancy?.nativeStatus ?? null,
    changedAt: vacancy?.updatedAt?.getTime() ?? null,
  };
}

function failureOf(error: unknown, event: WebhookEvent, { unexpected }: WorkTools): WorkFailure {
  if (error instanceof SourceFailure) {
    const { code, message, retryAfterSeconds } = error;
    return { code, message, mayPass: code !== 'SOURCE_NOT_CONFIGURED' && code !== 'UNSUPPORTED_BY_SOURCE', retryAfterMs: (retryAfterSeconds ?? 0) * 1000 };
  }
  if (error instanceof NotToldToAll) return { code: 'INTERNAL_SERVER_ERROR', message: error.message, mayPass: true, retryAfterMs: 0 };
  if (error instanceof BadInput) return { code: error.code, message: 'The source cannot be asked for what this is about.', mayPass: false, retryAfterMs: 0 };
  unexpected(error, event);
  return { code: 'INTERNAL_SERVER_ERROR', message: 'The gateway failed at this; it has been logged.', mayPass: true, retryAfterMs: 0 };
}
