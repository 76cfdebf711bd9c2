import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Engine } from '../../authorisation/index.ts';
import { Unauthenticated } from '../../domain/errors.ts';
import { CutOff, TooSlow } from '../../domain/happening.ts';
import { errorFormatter } from '../graphql/errors.ts';
import type { FrontDoor } from '../front-door.ts';
import { LimitRefusal, refusedCost } from '../limits/limit-refusal.ts';
import type { Plant } from '../plant.ts';
import { type Answers, answersTo } from './answers.ts';
import { Changed, type Listener, Listening } from './listening.ts';
import { createPlaces } from './places.ts';
import { type Asked, readOperation, type ReadOperation } from './read-operation.ts';

export interface Subscriptions {
  /** Begins to listen; never fails: what is wrong is an answer with errors alone. */
  open(asked: Asked, listener: Listener): Promise<Answers | { readonly errors: readonly GraphQLError[] }>;
  /** Ends every subscription, each as complete. */
  drain(): void;
}

type Parts = Pick<Plant, 'config' | 'contexts' | 'log'> & Pick<FrontDoor, 'trusted' | 'limits'> & { readonly engine: Engine };

export function openSubscriptions({ config, contexts, log, trusted, limits, engine }: Parts): Subscriptions {
  const formatError = errorFormatter(log, { namesNames: config.introspection });
  const places = createPlaces(config.events.subscriptionsPerClient, 'subscriptions');
  const draining = new Set<Listening>();

  function formatted(error: GraphQLError): GraphQLError {
    const { message, extensions, path } = formatError(error.toJSON(), error);
    return new GraphQLError(message, { nodes: error.nodes ?? null, source: error.source ?? null, positions: error.positions ?? null, path: path ?? null, extensions: extensions ?? null });
  }
  const format = ({ errors, ...rest }: ExecutionResult): ExecutionResult => (errors === undefined ? rest : { ...rest, errors: errors.map(formatted) });
  const formatEnd = (error: unknown) => ({ errors: [formatted(endOf(error))] });
  const refused = (error: unknown) => ({ errors: [formatted(error instanceof GraphQLError ? error : endOf(error))] });

  /** On a WebSocket nobody else bounds how much is asked: who has no point left is told so before it is read, and what is refused costs points too. */
  async function read(asked: Asked, listener: Listener): Promise<ReadOperation | readonly GraphQLError[]> {
    const waitSeconds = await listener.spend(0);
    if (waitSeconds !== null) throw new LimitRefusal('RATE_LIMITED', `There were too many operations for now: wait for ${waitSeconds} seconds.`, 429, { retryAfterSeconds: waitSeconds });
    try {
      const operation = readOperation(asked, { trusted, limits, schema: engine.schema, config });
      if ('length' in operation) await listener.charge(refusedCost);
      return operation;
    } catch (error) {
      await listener.charge(refusedCost);
      throw error;
    }
  }

  async function begin(asked: Asked, listener: Listener): Promise<Answers | { readonly errors: readonly GraphQLError[] }> {
    const operation = await read(asked, listener);
    if ('length' in operation) return { errors: operation.map(formatted) };
    const { document, operationName, variables, cost } = operation;
    const waitSeconds = await listener.spend(cost);
    if (waitSeconds !== null) throw new LimitRefusal('RATE_LIMITED', `This operation costs ${cost}, which is more than is left for now: wait for ${waitSeconds} seconds.`, 429, { cost, retryAfterSeconds: waitSeconds });
    const giveBack = places.take(listener.payer);
    const listening = new Listening(listener, { contexts, config });
    draining.add(listening);
    function over(): void {
      draining.delete(listening);
      listening.over();
      giveBack();
    }

    try {
      const events = await engine.subscribe({ document, operationName, variableValues: variables, contextValue: listening.context() }, () => listening.contextOfEvent());
      if (Symbol.asyncIterator in events) return answersTo({ events, format, formatEnd, eventOver: () => listening.eventOver(), cutOff: () => listening.cutOff, over });
      over();
      return { errors: (events.errors ?? []).map(formatted) };
    } catch (error) {
      over();
      throw error;
    }
  }

  return {
    async open(asked, listener) {
      try {
        return await begin(asked, listener);
      } catch (error) {
        return refused(error);
      }
    },
    drain() {
      for (const listening of draining) listening.leave();
    },
  };
}

function endOf(error: unknown): GraphQLError {
  if (error instanceof TooSlow) return new LimitRefusal('RATE_LIMITED', error.message, 429);
  if (error instanceof CutOff) return new LimitRefusal('UPSTREAM_UNAVAILABLE', error.message, 503);
  if (error instanceof Unauthenticated) return new LimitRefusal('UNAUTHENTICATED', 'The key or token of this subscription does not hold any more.', 401);
  if (error instanceof Changed) return new LimitRefusal('UNAUTHENTICATED', 'What this client may hear has changed: subscribe again.', 401);
  return new GraphQLError('The gateway failed at this; it has been logged.', { ...(error instanceof Error && { originalError: error }) });
}
