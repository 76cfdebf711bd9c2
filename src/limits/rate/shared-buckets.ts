import type { RedisConnection } from '../../http/redis.ts';
import { type Buckets, type BucketSize, type Spent, spentOf } from './bucket.ts';
import { memoryBuckets } from './memory-buckets.ts';

/**
 * One step for all replicas, by Redis's clock where none is given. KEYS: the bucket. ARGV: points to take, points it holds, window in ms,
 * `charge` to overdraw it, the time or nothing. Answers ms until all points are back, and ms to wait, as text: Redis would cut off their fractions.
 */
const script = `
local now = tonumber(ARGV[5])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + time[2] / 1000
end
local points, limit, window = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local each = window / limit
local from = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now)
local kept, wait = from, 0
if ARGV[4] == 'charge' then
  kept = math.min(from + points * each, now + 2 * window)
else
  local after = from + math.min(points, limit) * each
  wait = after + (points == 0 and each or 0) - window - now
  if wait <= 0.000001 * window then
    kept = after
    wait = 0
  end
end
if kept > now then redis.call('SET', KEYS[1], string.format('%.3f', kept), 'PX', math.ceil(kept - now)) end
return { string.format('%.3f', kept - now), string.format('%.3f', wait) }
`;

export interface SharedBucketsOptions {
  /** Names these buckets among others in Redis. */
  readonly name: string;
  readonly shared: RedisConnection;
  /** Milliseconds since the epoch. Absent, Redis's own clock. */
  readonly now?: (() => number) | undefined;
}

/** Buckets that replicas share; each counts for itself while Redis is away. */
export function sharedBuckets(size: BucketSize, { name, shared, now }: SharedBucketsOptions): Buckets {
  const own = memoryBuckets(size, now ?? (() => Date.now()));
  const windowMs = size.windowSeconds * 1000;

  async function step(key: string, points: number, how: 'spend' | 'charge'): Promise<Spent | null> {
    if (!shared.client.isReady) return null;
    try {
      const time = now === undefined ? '' : String(now());
      const reply: unknown = await shared.client.eval(script, { keys: [`${shared.prefix}rate:${name}:{${key}}`], arguments: [String(Math.max(points, 0)), String(size.points), String(windowMs), how, time] });
      const [spentMs, waitMs] = Array.isArray(reply) ? reply.map(Number) : [];
      return spentMs === undefined || waitMs === undefined ? null : spentOf(spentMs, waitMs, size.points, windowMs);
    } catch {
      return null;
    }
  }

  return {
    size,
    spend: async (key, points) => (await step(key, points, 'spend')) ?? own.spend(key, points),
    async charge(key, points) {
      if ((await step(key, points, 'charge')) === null) await own.charge(key, points);
    },
  };
}
