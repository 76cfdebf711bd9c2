import type { FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionResult, GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Engine } from '../../../authorisation/index.ts';
import type { Caller } from '../../../context.ts';
import type { Contexts } from '../../context-maker.ts';
import { type LimitRefusal, spentUp } from '../../limits/limit-refusal.ts';
import type { Measuring, Way } from '../../metrics/index.ts';
import type { OperationLimits } from '../../limits/operation-limits.ts';
import type { RequestRates } from '../../limits/request-rates.ts';
import type { Resolved } from '../../limits/trusted-documents.ts';
import { whenLeft } from '../../when-left.ts';
import type { Caching } from '../caching/index.ts';
import { tellCacheable } from '../caching/tell-cacheable.ts';
import type { AcceptedTypes } from './accepted-types.ts';
import { type AskedAgain, askedAgain } from './asked-again.ts';
import { callerNames } from './caller-name.ts';
import type { KnownDocuments } from './known-documents.ts';
import type { SharedWork, Work } from './shared-work.ts';
import { variablesText } from './variables-text.ts';

/** An answer, serialised once for all who asked for it together. */
export interface LaneAnswer {
  readonly body: Buffer;
  /** The code of the first error; null without one. */
  readonly code: string | null;
  /** The same for all of them; null where nobody may keep it. */
  readonly cacheControl: string | null;
}

/** What became of an operation; null where its variables are wrong and nothing of it was executed. */
export type LaneOutcome = LaneAnswer | null;

export interface KnownLaneParts {
  readonly documents: KnownDocuments;
  readonly types: AcceptedTypes;
  readonly engine: Engine;
  readonly contexts: Contexts;
  readonly limits: OperationLimits;
  readonly rates: RequestRates;
  readonly shared: SharedWork<LaneOutcome>;
  readonly cacheControlOf: Caching['headerOf'];
  readonly format: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  /** Told of each answer: the code of its first error, null without one, and by what it came. */
  readonly answered: Measuring['answered'];
}

/** What became of a request in the lane. */
export type Passage =
  | { readonly kind: 'answered'; readonly reply: FastifyReply }
  /** It is Apollo's. `paid`: its cost was taken from its caller already. */
  | { readonly kind: 'passed on'; readonly paid: boolean };

/** A shorter way for queries that were executed before. */
export interface KnownLane {
  take(request: FastifyRequest, reply: FastifyReply, asked: { readonly resolved: Resolved; readonly caller: Caller; readonly purpose: string | null }): Promise<Passage>;
}

const passedOn: Passage = { kind: 'passed on', paid: false };

/**
 * Executes a query whose document was parsed, validated and shaped before, as Apollo would, and answers in its bytes: what is left to look at
 * is what differs from request to request, the caller's points and the variables. Callers of one identity who ask the same at the same time
 * have it executed once.
 */
export function knownLane({ documents, types, engine, contexts, limits, rates, shared, cacheControlOf, format, answered }: KnownLaneParts): KnownLane {
  const nameOf = callerNames();

  /** What it costs; null where it is refused, of which Apollo tells. */
  function costOf({ known: { document }, operation, variables }: AskedAgain, { query, trusted }: Resolved): number | null {
    try {
      if (!trusted && query !== undefined) limits.checkText(query);
      return limits.check({ document, operation, variables, trusted });
    } catch (error) {
      if (error instanceof GraphQLError) return null;
      throw error;
    }
  }

  function formatted(error: GraphQLError): GraphQLFormattedError {
    const { http: _status, ...extensions } = error.extensions;
    return format({ ...error.toJSON(), extensions: { ...extensions, code: extensions['code'] ?? 'INTERNAL_SERVER_ERROR' } }, error);
  }

  function serialised({ data, errors }: Pick<ExecutionResult, 'data' | 'errors'>, cacheControl: string | null): LaneAnswer {
    const told = errors?.map(formatted);
    return { body: Buffer.from(`${JSON.stringify({ errors: told, data })}\n`), code: told === undefined ? null : String(told[0]?.extensions?.['code']), cacheControl };
  }

  function begin({ known: { document }, operationName, variables }: AskedAgain, caller: Caller, purpose: string | null): Work<LaneOutcome> {
    const { context, end, settle } = contexts.forOperation(caller, purpose);
    async function execute(): Promise<LaneOutcome> {
      // Beside a field that failed others may still be under way.
      let over = end;
      try {
        const result = await engine.execute({ document, operationName, variableValues: variables, contextValue: context });
        if (result.data === undefined) return null;
        if (result.errors === undefined) over = settle;
        return serialised(result, result.errors === undefined ? cacheControlOf(document, context) : null);
      } finally {
        over();
      }
    }
    return { outcome: execute(), end };
  }

  return {
    async take(request, reply, { resolved, caller, purpose }) {
      const asked = askedAgain(request, resolved, documents, types);
      // Who reads candidates is written down: such an operation is executed whole for each who asks.
      if (asked === null || engine.writesReads(asked.known.document, caller.viewer)) return passedOn;
      const cost = costOf(asked, resolved);
      const stated = cost === null ? null : variablesText(asked.variables);
      if (cost === null || stated === null) return passedOn;

      const send = ({ body, code, cacheControl }: LaneAnswer, status: number, way: Way): Passage => {
        answered(code, way);
        if (cacheControl !== null) tellCacheable(reply, cacheControl);
        return { kind: 'answered', reply: reply.code(status).header('content-type', asked.contentType).send(body) };
      };
      const short = await rates.cost(request, reply, caller, cost);
      if (short !== null) {
        const refusal: LimitRefusal = spentUp(cost, short.retryAfterSeconds);
        return send(serialised({ errors: [refusal] }, null), refusal.status, 'refused');
      }
      const key = JSON.stringify([nameOf(caller), purpose, asked.known.name, asked.operationName, stated]);
      const part = shared.join(key, () => begin(asked, caller, purpose));
      whenLeft(reply, part.leave);
      const outcome = await part.outcome;
      return outcome === null ? { kind: 'passed on', paid: true } : send(outcome, 200, part.joined ? 'joined' : 'executed');
    },
  };
}
