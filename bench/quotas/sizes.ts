import { table } from '../report.ts';
import { redisSizes } from './redis-sizes.ts';
import { storeSizes } from './store-sizes.ts';

export interface SizesPlaces {
  /** Null: nothing is said of Redis. */
  readonly redisUrl: string | null;
  /** Null: nothing is said of PostgreSQL. */
  readonly databaseUrl: string | null;
}

/** What things take where replicas keep them, as Markdown. */
export async function measureSizes({ redisUrl, databaseUrl }: SizesPlaces): Promise<string> {
  const redis = redisUrl === null ? [] : await redisSizes(redisUrl);
  const store = databaseUrl === null ? [] : await storeSizes(databaseUrl);
  const inRedis = [['in Redis (`MEMORY USAGE`)', 'looked at', 'bytes, median', 'largest'], ...redis.map(({ of, count, median, largest }) => [of, String(count), median.toFixed(0), largest.toFixed(0)])];
  const inStore = [['in PostgreSQL (`pg_total_relation_size`, indexes included)', 'rows', 'bytes a row'], ...store.map(({ of, rows, bytesARow }) => [of, String(rows), bytesARow.toFixed(0)])];
  return [redis.length === 0 ? [] : [table(inRedis)], store.length === 0 ? [] : [table(inStore)]].flat().join('\n\n');
}
