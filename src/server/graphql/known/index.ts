import type { ApolloServerPlugin } from '@apollo/server';
import type { Engine } from '../../../authorisation/index.ts';
import type { Context } from '../../../context.ts';
import type { FrontDoor } from '../../front-door.ts';
import type { Measuring } from '../../metrics/index.ts';
import type { Changes } from '../../changes.ts';
import type { Plant } from '../../plant.ts';
import type { Caching } from '../caching/index.ts';
import { errorFormatter } from '../errors.ts';
import { type AcceptedTypes, acceptedTypes } from './accepted-types.ts';
import { knownDocuments } from './known-documents.ts';
import { type KnownLane, knownLane, type LaneOutcome } from './known-lane.ts';
import { sharedWork } from './shared-work.ts';

/** The lane of queries that were executed before, and how it comes to know them. */
export interface Known {
  readonly lane: KnownLane;
  readonly types: AcceptedTypes;
  readonly plugins: readonly ApolloServerPlugin<Context>[];
}

/** Who joins an operation that is under way is to have most of an operation's time left: of its ten seconds, by default, all but one. */
const joinablePart = 0.1;

export function openKnown({ plant, front, engine, measuring, caching }: { readonly plant: Plant; readonly front: FrontDoor; readonly engine: Engine; readonly measuring: Measuring; readonly caching: Caching }): Known {
  const { config, contexts, log, now, changes } = plant;
  const documents = knownDocuments();
  const types = acceptedTypes();
  const shared = sharedWork<LaneOutcome>({ joinableMs: config.operationTimeoutMs * joinablePart, changes: changes.count, now });
  const format = errorFormatter(log, { namesNames: config.introspection });
  const lane = knownLane({ documents, types, engine, contexts, limits: front.limits, rates: front.rates, shared, cacheControlOf: caching.headerOf, format, answered: measuring.answered });
  return { lane, types, plugins: [documents.plugin, notingMutations(changes)] };
}

/** Before its caller is told, so that what the caller asks next joins nothing that was begun before. */
function notingMutations(changes: Changes): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ operation }) {
          if (operation?.operation === 'mutation') changes.note();
        },
      };
    },
  };
}
