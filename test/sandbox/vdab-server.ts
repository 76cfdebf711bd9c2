import assert from 'node:assert/strict';
import { MovableClock } from '../../sandbox/kit/clock.ts';
import { isRecord } from '../../sandbox/kit/exchange.ts';
import { RunningUpstream } from '../../sandbox/kit/upstream.ts';
import { createVdab, type Vdab } from '../../sandbox/vdab/index.ts';

export type Row = Readonly<Record<string, unknown>>;
/** Parameters by name, or a raw query. */
export type Query = string | Readonly<Record<string, string>>;

/** VDAB's sandbox on a port of its own, with short ways to call it as its documents say. */
export interface VdabServer {
  readonly clock: MovableClock;
  readonly vdab: Vdab;
  readonly upstream: RunningUpstream;
  /** A GET with the key, e.g. `get('v2/vacatures', { postcode: '1930' })`. */
  get(path: string, query?: Query, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** A POST of JSON with the key. */
  post(path: string, body: unknown): Promise<Response>;
  stop(): Promise<void>;
}

export const key = { 'X-IBM-Client-Id': 'sandbox-vdab-client-id' };

export async function startVdab(): Promise<VdabServer> {
  const clock = new MovableClock();
  const vdab = createVdab({ clock, seed: 1, scale: 1 });
  const upstream = new RunningUpstream(vdab, clock);
  await upstream.start();
  return {
    clock,
    vdab,
    upstream,
    get(path, query = {}, headers = key) {
      const text = typeof query === 'string' ? query : new URLSearchParams(query).toString();
      return fetch(`${upstream.baseUrl}${path}${text === '' ? '' : `?${text}`}`, { headers });
    },
    post(path, body) {
      return fetch(`${upstream.baseUrl}${path}`, { method: 'POST', headers: { ...key, 'content-type': 'application/json' }, body: JSON.stringify(body) });
    },
    stop: () => upstream.stop(),
  };
}

/** The listing of a 200, its shape checked. */
export async function listingOf(answer: Promise<Response>): Promise<{ aantal: number; resultaten: Row[] }> {
  const response = await answer;
  const body: unknown = await response.json();
  assert.equal(response.status, 200, JSON.stringify(body));
  assert(isRecord(body) && typeof body['aantal'] === 'number' && Array.isArray(body['resultaten']));
  return { aantal: body['aantal'], resultaten: body['resultaten'].map(row) };
}

/** The object of a 200. */
export async function objectOf(answer: Promise<Response>): Promise<Row> {
  const response = await answer;
  assert.equal(response.status, 200);
  return row(await response.json());
}

/** The list of a 200. */
export async function listOf(answer: Promise<Response>): Promise<Row[]> {
  const response = await answer;
  assert.equal(response.status, 200);
  const body: unknown = await response.json();
  assert(Array.isArray(body));
  return body.map(row);
}

/** The `interneReferentie` of a row or a vacancy. */
export function idOf(item: Row): string {
  const reference = row(item['vacatureReferentie']);
  assert(typeof reference['interneReferentie'] === 'string');
  return reference['interneReferentie'];
}

/** The statuses of several requests by what is particular to each, for one assertion over all of them. */
export async function statusesOf<T>(items: readonly T[], call: (item: T) => Promise<Response>): Promise<Record<string, number>> {
  const entries = items.map(async (item) => [typeof item === 'string' ? item : JSON.stringify(item), (await call(item)).status] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** Every item under the one status that all of them must get. */
export function allWith<T>(items: readonly T[], status: number): Record<string, number> {
  return Object.fromEntries(items.map((item) => [typeof item === 'string' ? item : JSON.stringify(item), status]));
}

/** The status of an answer and, of a refusal, what it says. */
export async function refusalOf(answer: Promise<Response>): Promise<{ status: number; message: unknown }> {
  const response = await answer;
  const body = row(await response.json());
  assert.equal(body['httpCode'], String(response.status));
  return { status: response.status, message: body['moreInformation'] };
}

/** The value as a JSON object; fails where it is none. */
export function row(value: unknown): Row {
  assert(isRecord(value));
  return value;
}
