import { createClient } from '@redis/client';

/** A silent Redis is given up after two pings, so that it slows calls for this long and then no more. */
const pingIntervalMs = 1000;
const silenceMs = 2000;
const longestReconnectDelayMs = 2000;

function makeClient(url: string, connectTimeoutMs: number) {
  return createClient({
    url,
    disableOfflineQueue: true,
    pingInterval: pingIntervalMs,
    socket: {
      connectTimeout: connectTimeoutMs,
      socketTimeout: silenceMs,
      reconnectStrategy: (retries) => Math.min(longestReconnectDelayMs, 50 * 2 ** Math.min(retries, 10)),
    },
  });
}

export type RedisClient = ReturnType<typeof makeClient>;

/** One connection for everything that replicas share: cache, limits, locks, keys. */
export interface RedisConnection {
  readonly client: RedisClient;
  /** Put before every key, so that several installations can share a Redis. */
  readonly prefix: string;
  close(): Promise<void>;
}

export interface RedisOptions {
  readonly url: string;
  readonly prefix?: string;
  /** Called on each failure of the connection, which then goes on trying; Redis being away fails no call. */
  readonly onError?: (error: Error) => void;
  /** How long to wait for the first connection. */
  readonly connectTimeoutMs?: number;
}

/** Connects, or goes on trying behind when Redis does not answer in time: commands then fail at once, and users cope. */
export async function connectRedis(options: RedisOptions): Promise<RedisConnection> {
  const { url, prefix = 'werkgraph:', onError = () => {}, connectTimeoutMs = 1000 } = options;
  const client = makeClient(url, connectTimeoutMs);
  client.on('error', onError);
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, connectTimeoutMs);
  });
  const connected = client.connect().then(() => undefined, onError);
  await Promise.race([connected, patience]);
  clearTimeout(timer);
  return {
    client,
    prefix,
    close: async () => {
      if (client.isOpen) client.destroy();
    },
  };
}
