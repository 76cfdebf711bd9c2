import { randomUUID } from 'node:crypto';
import type { RedisConnection } from './redis.ts';
import { boundsOf, type Priority, type SlotBound, type SlotLogOptions, type Taken } from './slot-log.ts';

/**
 * One step for all replicas, by Redis's clock where none is given: theirs may differ. KEYS: when slots were taken, until when none
 * may be. ARGV: points, window in ms, `take` or how many ms to close for, a name for the slot, the time or nothing; then, by twos,
 * the bounds on who asks: points and ms.
 * Answers ms to wait, slots that remain, ms until all are free.
 */
const script = `
local now = tonumber(ARGV[5])
if not now then
  local time = redis.call('TIME')
  now = time[1] * 1000 + math.floor(time[2] / 1000)
end
local points, window = tonumber(ARGV[1]), tonumber(ARGV[2])
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - window)
local closed = tonumber(redis.call('GET', KEYS[2]) or '0')
if ARGV[3] ~= 'take' then
  closed = math.max(closed, now + tonumber(ARGV[3]))
  redis.call('SET', KEYS[2], closed, 'PX', math.max(1, closed - now))
end
local taken = redis.call('ZCARD', KEYS[1])
local wait = math.max(0, closed - now)
for at = 6, #ARGV, 2 do
  local bound = tonumber(ARGV[at])
  if taken >= bound then
    local oldest = redis.call('ZRANGE', KEYS[1], -bound, -bound, 'WITHSCORES')
    wait = math.max(wait, oldest[2] + tonumber(ARGV[at + 1]) - now)
  end
end
if ARGV[3] == 'take' and wait == 0 then
  redis.call('ZADD', KEYS[1], now, ARGV[4])
  redis.call('PEXPIRE', KEYS[1], window)
  taken = taken + 1
end
local remaining = closed > now and 0 or math.max(0, points - taken)
local newest = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
local whole = math.max(closed - now, newest[2] and newest[2] + window - now or 0, 0)
return { wait, remaining, whole }
`;

/** The slots that replicas share, by one key in Redis. */
export class SharedSlotLog {
  readonly #connection: RedisConnection;
  readonly #keys: readonly [string, string];
  readonly #window: readonly [points: string, windowMs: string];
  readonly #bounds: Readonly<Record<Priority, readonly string[]>>;
  readonly #now: (() => number) | undefined;

  /** @param options `now`: absent, Redis's own clock */
  constructor(connection: RedisConnection, key: string, { points, windowMs, now }: Omit<SlotLogOptions, 'now'> & { readonly now?: (() => number) | undefined }) {
    this.#connection = connection;
    const name = `${connection.prefix}limit:{${key}}`;
    this.#keys = [name, `${name}:closed`];
    this.#window = [String(points), String(Math.ceil(windowMs))];
    this.#bounds = { interactive: argumentsOf(boundsOf({ points, windowMs }, 'interactive')), bulk: argumentsOf(boundsOf({ points, windowMs }, 'bulk')) };
    this.#now = now;
  }

  /** @throws what Redis does when it is away */
  take(priority: Priority = 'interactive'): Promise<Taken> {
    return this.#step('take', priority);
  }

  /** @throws what Redis does when it is away */
  close(ms: number): Promise<Taken> {
    return this.#step(String(Math.ceil(ms)), 'interactive');
  }

  async #step(what: string, priority: Priority): Promise<Taken> {
    const now = this.#now === undefined ? '' : String(Math.floor(this.#now()));
    const reply: unknown = await this.#connection.client.eval(script, { keys: [...this.#keys], arguments: [...this.#window, what, randomUUID(), now, ...this.#bounds[priority]] });
    const [waitMs, remaining, wholeInMs] = Array.isArray(reply) ? reply.map(Number) : [];
    if (waitMs === undefined || remaining === undefined || wholeInMs === undefined) throw new TypeError('limiter: Redis answered something else');
    return { waitMs, remaining, wholeInMs };
  }
}

function argumentsOf(bounds: readonly SlotBound[]): readonly string[] {
  return bounds.flatMap(({ points, ms }) => [String(points), String(Math.ceil(ms))]);
}
