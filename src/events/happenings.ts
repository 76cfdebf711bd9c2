import { randomUUID } from 'node:crypto';
import type { Happenings } from '../context.ts';
import type { RedisConnection } from '../http/redis.ts';
import type { Hub } from './hub.ts';
import { parseTold, tellingOf } from './telling.ts';

const channel = 'happenings';

/** What happened, told to the listeners of this process. */
export function happeningsHere(hub: Hub): Happenings {
  return { hear: hub.hear, tell: async (happening) => hub.tellHere(happening) };
}

/**
 * What happened, told to every replica's listeners through Redis. While Redis is away only those of this process hear it.
 */
export function happeningsBetween(hub: Hub, { client, prefix, listen }: Pick<RedisConnection, 'client' | 'prefix' | 'listen'>): Happenings {
  const self = randomUUID();
  listen(channel, {
    heard(message) {
      const told = parseTold(message);
      // What this process told its listeners have heard.
      if (told !== null && told.by !== self) hub.tellHere(told.happening);
    },
    // What was said meanwhile is not known: whoever must miss nothing reads what changed since.
    missed() {},
  });
  return {
    hear: hub.hear,
    async tell(happening) {
      hub.tellHere(happening);
      await client.publish(`${prefix}${channel}`, tellingOf(self, happening)).catch(() => undefined);
    },
  };
}
