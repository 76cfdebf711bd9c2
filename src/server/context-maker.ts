import type { FastifyReply } from 'fastify';
import type { Callers } from '../callers/index.ts';
import type { Config } from '../config.ts';
import { type Caller, callerSources, type Context, type CursorSeal, type OperationScope, type Writing } from '../context.ts';
import { profileOf } from '../datasources/connect.ts';
import { Lasting } from '../domain/lasting.ts';
import type { SourceName } from '../domain/source-name.ts';
import { callBudget } from '../limits/call-budget.ts';
import { BoundScope } from './bound-scope.ts';
import type { Store } from '../store/index.ts';
import { whenLeft } from './when-left.ts';

/** Why calls of an operation are aborted. */
const over = new Error('the operation is over, or its caller left');
const outOfTime = new Error('the operation ran out of time');

/** What every context of a gateway has. */
type Shared = Pick<Context, 'store' | 'happenings' | 'ownUrl' | 'limits' | 'visitorOf' | 'now'> & {
  readonly writing: Pick<Writing, 'runner' | 'notLogged'>;
};

export interface ContextParts extends Shared {
  readonly config: Pick<Config, 'sourceTimeoutMs' | 'operationTimeoutMs' | 'limits'>;
  readonly callers: Pick<Callers, 'clientById' | 'gateway'>;
  /** Cursors of a caller, by what they are sealed for. */
  readonly cursorsOf: (sealedFor: string) => CursorSeal;
  /** How the world reaches the gateway, without a closing slash; null where it does not. */
  readonly publicUrl: string | null;
  /** Told of what a source threw that nobody expected. */
  readonly unexpected: (error: unknown, source: SourceName) => void;
}

/** Work that is no operation of the graph: an export, a webhook's follow-up, a command. */
export interface LongWork {
  readonly signal: AbortSignal;
  /** How long each call of an upstream may take, its wait for a slot included, milliseconds. */
  readonly callMs: number;
  /** Bulk gives way to what people wait for. */
  readonly priority: 'interactive' | 'bulk';
  /** Told how long a call waited for a slot of a rate limit, milliseconds. */
  readonly onWaited?: (ms: number) => void;
}

/** The context of an operation, and its end. It ends by itself when its time budget is used up. */
export interface OperationContext {
  readonly context: Context;
  /** What still runs for it is broken off. */
  end(): void;
  /** For one that has all that it began: there is nothing to be broken off, and to say so costs more than it looks. */
  settle(): void;
}

/** Makes contexts: what a caller has at hand for one piece of work. */
export interface Contexts {
  /** An operation of the graph, until whoever executes it ends it. */
  forOperation(caller: Caller, purpose: string | null): OperationContext;
  /** An operation of the graph: it ends with its answer, its caller's connection, or its time budget. */
  forReply(caller: Caller, reply: FastifyReply, purpose: string | null): Context;
  /** Longer work: it ends with the signal alone. */
  forWork(caller: Caller, work: LongWork): Context;
}

/** The store as an operation has it. What is kept there is somebody's own, and of the moment. */
function reachedFrom(store: Store, lasting: Lasting): Store {
  return new Proxy(store, {
    get(parts, name) {
      lasting.until(0);
      return Reflect.get(parts, name);
    },
  });
}

export function contextMaker({ config, publicUrl, unexpected, callers, cursorsOf, store, ...shared }: ContextParts): Contexts {
  const { now, writing } = shared;
  const ownWebhookUrl: Writing['ownWebhookUrl'] = (source, what) => (publicUrl === null ? null : `${publicUrl}/webhooks/${source.toLowerCase()}/${what}`);

  function operationScope(signal: AbortSignal, spend?: () => boolean): BoundScope {
    return new BoundScope({ signal, lasting: new Lasting(), now, endsAt: now() + config.operationTimeoutMs, callMs: config.sourceTimeoutMs, ...(spend !== undefined && { spend }) });
  }

  function contextOf(caller: Caller, scope: BoundScope, purpose: string | null): Context {
    const { signal, lasting } = scope;
    const sourcesIn = (frame: OperationScope) => callerSources(caller.upstreams, profileOf, frame, unexpected);
    const openSources = () => sourcesIn(operationScope(AbortSignal.timeout(config.operationTimeoutMs)));
    const hasOwnCredentials = (source: SourceName) => caller.ownCredentials.has(source);
    // Who is in no file has the server's, as the gateway itself.
    const sharesAccount = async (clientId: string, source: SourceName) => ((await callers.clientById(clientId)) ?? callers.gateway).upstreams.get(source) === caller.upstreams.get(source);
    return {
      ...shared,
      store: reachedFrom(store, lasting),
      viewer: caller.viewer,
      scans: new Map(),
      cursors: cursorsOf(caller.sealedFor),
      signal,
      lasting,
      purpose,
      candidateReads: null,
      sources: sourcesIn(scope),
      writing: { ...writing, openSources, hasOwnCredentials, sharesAccount, ownWebhookUrl },
    };
  }

  function forOperation(caller: Caller, purpose: string | null): OperationContext {
    const ending = new AbortController();
    const timer = setTimeout(() => ending.abort(outOfTime), config.operationTimeoutMs);
    const end = (): void => {
      // A ready-made reason spares making an exception with a trace each time, and a cleared timer holds nothing of an operation that is over.
      clearTimeout(timer);
      ending.abort(over);
    };
    return {
      context: contextOf(caller, operationScope(ending.signal, callBudget(config.limits.upstreamCalls)), purpose),
      end,
      // A connection with a credential of the caller's own counts who uses it.
      settle: caller.ownCredentials.size > 0 ? end : () => clearTimeout(timer),
    };
  }

  return {
    forOperation,
    forReply(caller, reply, purpose) {
      const { context, end } = forOperation(caller, purpose);
      // Every answer ends here, also a complete one.
      whenLeft(reply, end);
      return context;
    },
    forWork(caller, { signal, callMs, priority, onWaited }) {
      const scope = new BoundScope({ signal, lasting: new Lasting(), now, callMs, priority, ...(onWaited !== undefined && { onWaited }) });
      return contextOf(caller, scope, null);
    },
  };
}
