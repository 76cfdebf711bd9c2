import { randomUUID } from 'node:crypto';
import { connectRedis, type RedisConnection } from '../../src/http/redis.ts';

/** Where replicas meet: nowhere, and in Redis where the environment names one. */
export interface Meeting {
  readonly name: string;
  /** A replica's own connection. Replicas of one test name the same room. */
  connect(room: string): Promise<RedisConnection | undefined>;
}

const redisUrl = process.env['TEST_REDIS_URL'];

const inMemory: Meeting = { name: 'memory', connect: async () => undefined };

function inRedis(url: string): Meeting {
  return { name: 'Redis', connect: (room) => connectRedis({ url, prefix: `test:${room}:`, onError: fail }) };
}

function fail(error: Error): never {
  throw error;
}

export const meetings: readonly Meeting[] = redisUrl === undefined ? [inMemory] : [inMemory, inRedis(redisUrl)];

export function room(): string {
  return randomUUID();
}
