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

/** Who listens to what other replicas say. */
export interface Listener {
  heard(message: string): void;
  /** The connection was away: what was said meanwhile is not known. */
  missed(): void;
}

/** What replicas share: cache, limits, locks, keys, and a second connection to hear one another. */
export interface RedisConnection {
  readonly client: RedisClient;
  /** Put before every key, so that several installations can share a Redis. */
  readonly prefix: string;
  /** From now on until it is closed; while Redis is away nothing is heard. */
  listen(channel: string, listener: Listener): void;
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
  const subscriber = client.duplicate();
  // Its connection fails when the other does, which is told once.
  subscriber.on('error', () => {});
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, connectTimeoutMs);
  });
  const connected = client.connect().then(() => undefined, onError);
  const listening = subscriber.connect().catch(() => undefined);
  await Promise.race([Promise.all([connected, listening]), patience]);
  clearTimeout(timer);
  return {
    client,
    prefix,
    listen: (channel, listener) => listenOn(subscriber, prefix + channel, listener, onError),
    close: async () => {
      for (const each of [client, subscriber]) if (each.isOpen) each.destroy();
    },
  };
}

/** A client takes its subscriptions up again by itself when it is back. */
function listenOn(subscriber: RedisClient, channel: string, listener: Listener, onError: (error: Error) => void): void {
  let subscribed = false;
  async function subscribe(): Promise<void> {
    try {
      subscribed = true;
      await subscriber.subscribe(channel, (message) => listener.heard(message));
    } catch (error) {
      subscribed = false;
      if (subscriber.isReady && error instanceof Error) onError(error);
    }
  }
  subscriber.on('ready', () => {
    void (subscribed ? Promise.resolve() : subscribe()).then(() => listener.missed());
  });
  if (subscriber.isReady) void subscribe();
}
