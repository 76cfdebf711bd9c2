import type { Child } from './child.ts';
import { fetchFrom } from './fetch-from.ts';

/** The sandbox that all contenders ask. */
export interface Upstreams {
  /** What points a gateway at it. */
  readonly env: Readonly<Record<string, string>>;
  /** Forgets the requests of the upstream so far: its log is bounded, and a full one costs it time. */
  forgetCalls(): Promise<void>;
  /** Requests that VDAB has answered since they were forgotten last. */
  callCount(): Promise<number>;
  /** The ids of all published vacancies of VDAB, in its own order. */
  vacancyIds(): Promise<readonly string[]>;
}

const pageSize = 200;
const who = 'the sandbox';

/** The upstreams behind the sandbox process's greeting. */
export function upstreamsOf({ greeting }: Child): Upstreams {
  const { control, env } = parseGreeting(greeting);
  return {
    env,
    async forgetCalls() {
      await fetchFrom(who, `${control}vdab/requests`, { method: 'DELETE' });
    },
    async callCount() {
      const log: unknown = await (await fetchFrom(who, `${control}vdab/requests`)).json();
      if (!Array.isArray(log)) throw new TypeError('the control port gave no log');
      return log.length;
    },
    async vacancyIds() {
      const ids: string[] = [];
      while (true) {
        const found = await listIds(env, ids.length);
        ids.push(...found);
        if (found.length < pageSize) return ids;
      }
    },
  };
}

function parseGreeting(greeting: string): { control: string; env: Readonly<Record<string, string>> } {
  const value: unknown = JSON.parse(greeting);
  if (!isRecord(value) || typeof value['control'] !== 'string' || !isRecord(value['env'])) throw new TypeError('the sandbox did not say where it is');
  return { control: value['control'], env: Object.fromEntries(Object.entries(value['env']).map(([name, text]) => [name, String(text)])) };
}

async function listIds(env: Readonly<Record<string, string>>, offset: number): Promise<string[]> {
  const url = `${env['VDAB_BASE_URL']}v2/vacatures?vanaf=${offset}&aantal=${pageSize}`;
  const body = await (await fetchFrom(who, url, { headers: { 'X-IBM-Client-Id': env['VDAB_CLIENT_ID'] ?? '' } })).text();
  return [...body.matchAll(/"interneReferentie":"([^"]+)"/g)].map(([, id]) => id ?? '');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
