import { randomBytes } from 'node:crypto';
import { createClient } from '@redis/client';
import { relayTo } from '../../support/relay.ts';

/** The Redis that replicas share, behind a relay that can be cut: others use the same one. */
export interface SharedCache extends AsyncDisposable {
  /** What points a replica at it. */
  readonly environment: Readonly<Record<string, string>>;
  hangUp(): Promise<void>;
  resume(): Promise<void>;
  /** Drops what is cached, as Redis does where its memory ends: keys, locks and limits stay. */
  evict(): Promise<void>;
  /** Drops everything of this run. */
  forgetAll(): Promise<void>;
}

const keysAtOnce = 500;

/** @param url of a Redis that may have other users */
export async function sharedCache(url: string): Promise<SharedCache> {
  const { hostname, port } = new URL(url);
  const prefix = `chaos-${randomBytes(6).toString('hex')}:`;
  const relay = await relayTo({ hostname, port: Number(port === '' ? 6379 : port) });
  const client = createClient({ url });
  client.on('error', () => undefined);
  await client.connect();
  async function drop(pattern: string): Promise<void> {
    for await (const keys of client.scanIterator({ MATCH: pattern, COUNT: keysAtOnce })) if (keys.length > 0) await client.unlink(keys);
  }
  const own = new URL(url);
  own.hostname = '127.0.0.1';
  own.port = String(relay.port);
  return {
    environment: { REDIS_URL: own.href, REDIS_PREFIX: prefix },
    hangUp: () => relay.hangUp(),
    resume: () => relay.resume(),
    evict: () => drop(`${prefix}cache1:*`),
    forgetAll: () => drop(`${prefix}*`),
    async [Symbol.asyncDispose]() {
      await relay.hangUp();
      await drop(`${prefix}*`);
      client.destroy();
    },
  };
}
