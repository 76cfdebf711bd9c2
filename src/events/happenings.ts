import { randomUUID } from 'node:crypto';
import type { Happenings } from '../context.ts';
import { NotToldToAll } from '../domain/happening.ts';
import type { RedisConnection } from '../http/redis.ts';
import type { Hub } from './hub.ts';
import { parseTold, tellingOf } from './telling.ts';

const channel = 'happenings';
/** What was told here alone, and is told again by whoever told it: of so many it is known that the listeners of this process have heard it. */
const mostHereAlone = 1000;

/** What happened, told to the listeners of this process. */
export function happeningsHere(hub: Hub): Happenings {
  return { hear: hub.hear, tell: async (happening) => hub.tellHere(happening) };
}

/**
 * What happened, told to every replica's listeners through Redis. While Redis is away only those of this process hear it, and whoever tells
 * it learns so. What the others told meanwhile is not known here: when Redis is back, all hearings of this process end, with `CutOff`.
 */
export function happeningsBetween(hub: Hub, { client, prefix, listen }: Pick<RedisConnection, 'client' | 'prefix' | 'listen'>): Happenings {
  const self = randomUUID();
  const hereAlone = new Set<string>();
  listen(channel, {
    heard(message) {
      const told = parseTold(message);
      // What this process told its listeners have heard.
      if (told !== null && told.by !== self) hub.tellHere(told.happening);
    },
    // Not before it is back: who began to listen anew while it was away would miss the rest unknowingly.
    missed: () => hub.cutOffAll(),
  });
  return {
    hear: hub.hear,
    async tell(happening) {
      const telling = tellingOf(self, happening);
      if (!hereAlone.delete(telling)) hub.tellHere(happening);
      try {
        await client.publish(`${prefix}${channel}`, telling);
      } catch (error) {
        const [oldest] = hereAlone;
        if (oldest !== undefined && hereAlone.size >= mostHereAlone) hereAlone.delete(oldest);
        hereAlone.add(telling);
        throw new NotToldToAll(error);
      }
    },
  };
}
