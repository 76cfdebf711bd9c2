import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '../config.ts';
import { callerSources, type Context, type CursorSeal, type FederationLimits, type OperationScope, type SourceHandle, type Viewer, type Writing } from '../context.ts';
import { profileOf } from '../datasources/connect.ts';
import type { SourceName } from '../domain/source-name.ts';

/** Whoever reaches a gateway that listens on loopback only may read everything, and post. */
const anyone: Viewer = {
  id: 'anonymous',
  name: 'Anonymous',
  scopes: ['vacancies:read', 'organisations:read', 'enumerations:read', 'candidates:read', 'candidates:contact', 'raw:read', 'vacancies:write', 'indexing:write'],
};

/** Why calls of an operation are aborted. */
const over = new Error('the operation is over, or its caller left');
const outOfTime = new Error('the operation ran out of time');

interface Parts {
  readonly config: Pick<Config, 'sourceTimeoutMs' | 'operationTimeoutMs'>;
  readonly connected: ReadonlyMap<SourceName, SourceHandle>;
  readonly writing: Pick<Writing, 'store' | 'runner' | 'notLogged'>;
  /** How the world reaches the gateway, without a closing slash; null where it does not. */
  readonly publicUrl: string | null;
  readonly cursors: CursorSeal;
  readonly limits: FederationLimits;
  readonly now: () => number;
  /** Told of what a source threw that nobody expected. */
  readonly unexpected: (error: unknown, source: SourceName) => void;
}

/**
 * What an operation's calls are bound by. A call may take a source's budget from the moment it begins, within that of the operation:
 * what the operation waits for at one source is not taken from the others, which need it for a further page or for details.
 */
function scopeOf(signal: AbortSignal, now: () => number, { sourceTimeoutMs, operationTimeoutMs }: Parts['config']): OperationScope {
  const end = now() + operationTimeoutMs;
  return {
    signal,
    get deadline() {
      return Math.min(end, now() + sourceTimeoutMs);
    },
  };
}

/** Makes the context of an operation: its data sources end with its caller's connection and with its time budget. */
export function contextMaker({ config, connected, writing, publicUrl, cursors, limits, now, unexpected }: Parts): (request: FastifyRequest, reply: FastifyReply) => Promise<Context> {
  const ownWebhookUrl: Writing['ownWebhookUrl'] = (source, what) => (publicUrl === null ? null : `${publicUrl}/webhooks/${source.toLowerCase()}/${what}`);
  return async (_request, reply) => {
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(outOfTime), config.operationTimeoutMs);
    // Every answer ends here, also a complete one: what still runs for it is broken off. A ready-made reason spares making an
    // exception with a trace each time, and a cleared timer holds nothing of an operation that is over.
    reply.raw.once('close', () => {
      clearTimeout(timer);
      ending.abort(over);
    });
    const sources = callerSources(connected, profileOf, scopeOf(ending.signal, now, config), unexpected);
    const openSources = () => callerSources(connected, profileOf, scopeOf(AbortSignal.timeout(config.operationTimeoutMs), now, config), unexpected);
    return { viewer: anyone, sources, writing: { ...writing, openSources, hasOwnCredentials: () => false, ownWebhookUrl }, cursors, limits, now };
  };
}
