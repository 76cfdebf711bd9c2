// Delivers applications as it is told, each another, and tells how long each took to be acknowledged.
import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { sampleApplication } from '../sandbox/ictergezocht/applications.ts';
import { percentile } from './statistics.ts';

export interface DeliveryOrder {
  readonly origin: string;
  readonly key: string;
  readonly connections: number;
  readonly seconds: number;
  /** Begun a second, whatever is still under way; null is as fast as they are acknowledged. */
  readonly perSecond: number | null;
  /** Bytes of each CV; 0 is none. */
  readonly cvBytes: number;
}

export interface DeliveryResult {
  readonly acknowledged: number;
  /** What was answered otherwise, the first of it. */
  readonly failure: string | null;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

async function run({ origin, key, connections, seconds, perSecond, cvBytes }: DeliveryOrder): Promise<DeliveryResult> {
  const pool = new Pool(origin, { connections, pipelining: 1, bodyTimeout: 0, headersTimeout: 0 });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${key}` };
  const stamp = `${process.pid}-${Date.now()}`;
  const cv = cvBytes === 0 ? '' : Buffer.alloc(cvBytes, '%PDF- bench ').toString('base64');
  const latencies: number[] = [];
  let failure: string | null = null;
  let next = 0;

  async function deliver(dueAt: number): Promise<void> {
    const index = (next += 1);
    // A CV of its own: base64 of other first bytes.
    const own = cv === '' ? '' : Buffer.from(`${stamp} ${index}`.padEnd(48)).toString('base64') + cv;
    const body = JSON.stringify(sampleApplication(`bench-${stamp}-${index}`, { cv: own }));
    const { statusCode, body: answer } = await pool.request({ method: 'POST', path: '/webhooks/ictergezocht/applications', headers, body });
    const text = await answer.text();
    latencies.push(performance.now() - dueAt);
    if (statusCode !== 201) failure ??= `${statusCode} ${text.slice(0, 200)}`;
  }

  const started = performance.now();
  const end = started + seconds * 1000;
  if (perSecond === null) {
    await Promise.all(
      Array.from({ length: connections }, async () => {
        while (performance.now() < end) await deliver(performance.now());
      }),
    );
  } else {
    const under: Promise<void>[] = [];
    for (let index = 0; ; index += 1) {
      const dueAt = started + (index * 1000) / perSecond;
      if (dueAt > end) break;
      const waitMs = dueAt - performance.now();
      if (waitMs > 0) await sleep(waitMs);
      under.push(deliver(dueAt));
    }
    await Promise.all(under);
  }
  const took = (performance.now() - started) / 1000;
  await pool.close();
  const sorted = latencies.toSorted((a, b) => a - b);
  return { acknowledged: latencies.length, failure, seconds: took, p50Ms: percentile(sorted, 0.5), p99Ms: percentile(sorted, 0.99) };
}

// The only sender is `measureApplications`, in the same version.
process.on('message', (order: DeliveryOrder) => void run(order).then((result) => process.send?.(result)));
