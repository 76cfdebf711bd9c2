import { createClient } from '@redis/client';

/** Deletes what a run kept in Redis under a prefix of its own. */
export async function deleteKeys(url: string, prefix: string): Promise<void> {
  const redis = createClient({ url });
  await redis.connect();
  try {
    for await (const keys of redis.scanIterator({ MATCH: `${prefix}*`, COUNT: 500 })) if (keys.length > 0) await redis.del(keys);
  } finally {
    redis.destroy();
  }
}
