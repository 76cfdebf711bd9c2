import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { connectRedis, type RedisConnection } from '../../../src/http/redis.ts';
import { InsightTruth } from '../../support/insight-truth.ts';
import { dataOf, useStory } from '../../support/story.ts';

const redisUrl = process.env['TEST_REDIS_URL'];
const prefix = `test:${randomUUID()}:`;
const story = useStory({ scale: 0.4, environment: { REDIS_URL: redisUrl, REDIS_PREFIX: prefix, CURSOR_SECRET: 'a secret of these tests' } });
const document = '{ insightSummary(period: { from: "2020-01-01", to: "2034-12-31" }) { complete total { clicks } } }';

describe.skipIf(redisUrl === undefined)('two replicas with Redis', () => {
  test('share what endDate means, the pages of a reading and the board’s limit, and keep no people there', async () => {
    const other = await story.cold();
    const truth = new InsightTruth(story.sandbox);
    const board = story.sandbox.upstreams.ictergezocht;
    const whole = { insightSummary: { complete: true, total: { clicks: truth.all(null).clicks } } };
    expect(await story.data(document)).toEqual(whole);
    // Two calls tell what endDate means.
    expect(board.requests).toHaveLength(2 + 3);
    expect(await dataOf(other, document)).toEqual(whole);
    expect(board.requests).toHaveLength(2 + 3);
    const { sources } = await dataOf<{ sources: readonly { readonly source: string; readonly rateLimit: { readonly remaining: number } | null }[] }>(story.gateway, '{ sources { source rateLimit { remaining } } }');
    expect(sources.find(({ source }) => source === 'ICTERGEZOCHT')?.rateLimit?.remaining).toBe(195);
    await story.data('{ insights(first: 100) { nodes { contactEmail } } }');
    const redis = await connectRedis({ url: String(redisUrl), prefix, onError: () => undefined });
    const kept = await everything(redis);
    await redis.close();
    expect(kept.length).toBeGreaterThan(0);
    const emails = truth.vacancies.flatMap(({ payload }) => payload.companyUser?.email ?? []);
    expect(emails.filter((email) => kept.includes(email))).toEqual([]);
  });
});

/** Every text that is kept under the prefix. */
async function everything({ client }: RedisConnection): Promise<string> {
  const texts: string[] = [];
  for await (const keys of client.scanIterator({ MATCH: `${prefix}*`, COUNT: 1000 })) {
    for (const key of keys) if ((await client.type(key)) === 'string') texts.push((await client.get(key)) ?? '');
  }
  return texts.join('\n');
}
