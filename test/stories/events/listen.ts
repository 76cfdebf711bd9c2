import { randomUUID } from 'node:crypto';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import { onTestFinished } from 'vitest';
import type { Sandbox } from '../../../sandbox/index.ts';
import type { CegidEvent } from '../../../sandbox/cegid/events.ts';
import type { GraphQLFailure, TestGateway } from '../../support/gateway.ts';

export interface Told<Data> {
  readonly data?: Data | null;
  readonly errors?: readonly GraphQLFailure[];
}

/** Somebody who listens, by the protocol's own client. */
export interface Listening<Data> {
  /** The next answer; undefined where it is complete. @throws what the client is told as it is cut off */
  next(): Promise<Told<Data> | undefined>;
  stop(): void;
}

export type Transport = 'SSE' | 'WebSocket';
export const transports: readonly Transport[] = ['SSE', 'WebSocket'];

export interface Listen {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  /** Its key. */
  readonly key?: string | undefined;
}

/** Listens at a gateway; ends with the test. */
export function listen<Data>(transport: Transport, url: string, { query, variables = {}, key }: Listen): Listening<Data> {
  const authorization = key === undefined ? {} : { authorization: `Bearer ${key}` };
  const client =
    transport === 'SSE'
      ? createSseClient({ url: `${url}/graphql/stream`, headers: authorization, retryAttempts: 0 })
      : createSocketClient({ url: `${url.replace('http', 'ws')}/graphql/stream`, connectionParams: authorization, retryAttempts: 0 });
  const waiting: Told<Data>[] = [];
  let taker: { resolve(told: Told<Data> | undefined): void; reject(error: unknown): void } | null = null;
  let end: { readonly error?: unknown } | null = null;
  const stop = client.subscribe<Data, unknown>(
    { query, variables },
    {
      next(told) {
        // Both clients give an execution's result as it came.
        const answer = told as Told<Data>;
        if (taker === null) waiting.push(answer);
        else taker.resolve(answer);
        taker = null;
      },
      error(error) {
        end = { error };
        taker?.reject(error);
      },
      complete() {
        end ??= {};
        taker?.resolve(undefined);
      },
    },
  );
  const leave = () => {
    stop();
    void client.dispose();
  };
  onTestFinished(leave);
  return {
    next() {
      const [told] = waiting.splice(0, 1);
      if (told !== undefined) return Promise.resolve(told);
      if (end !== null) return 'error' in end ? Promise.reject(end.error) : Promise.resolve(undefined);
      return new Promise((resolve, reject) => {
        taker = { resolve, reject };
      });
    },
    stop: leave,
  };
}

export interface ChangeData {
  readonly vacancyChanged: { readonly vacancyId: string; readonly kind: string; readonly [name: string]: unknown } | null;
}

const path = '/webhooks/cegid/events';

/** Has the site tell the gateway something. */
export async function tell(sandbox: Sandbox, { url }: Pick<TestGateway, 'url'>, event: CegidEvent): Promise<void> {
  const { status, body } = await sandbox.definitions.cegid.sendEvent(`${url}${path}`, event);
  if (status !== 200) throw new Error(`the event was answered ${status} ${body}`);
}

/** Does something again and again until something else has happened, which it returns. */
export async function whileWaiting<T>(awaited: Promise<T>, pauseMs: number, attempt: (count: number) => Promise<void>): Promise<T> {
  const over = new AbortController();
  const settled = awaited.then(
    () => over.abort(),
    () => over.abort(),
  );
  for (let count = 0; !over.signal.aborted; count += 1) {
    await attempt(count);
    await Promise.race([settled, new Promise((resolve) => setTimeout(resolve, pauseMs))]);
  }
  return awaited;
}

/** Listens to changes of vacancies, and returns once it is sure that they are heard. Its own calls to find out are left out. */
export async function listenToChanges(transport: Transport, sandbox: Sandbox, gateway: Pick<TestGateway, 'url'>, asked: Listen, heardBy: Pick<TestGateway, 'url'> = gateway): Promise<Listening<ChangeData>> {
  const listening = listen<ChangeData>(transport, heardBy.url, asked);
  const isTrial = (told: Told<ChangeData> | undefined) => String(told?.data?.vacancyChanged?.vacancyId).startsWith('cegid:vacancy:trial-');
  const first = listening.next();
  const begun = await whileWaiting(first, 60, () => tell(sandbox, gateway, { event_type: 'vacancy_deleted', reference: `trial-${randomUUID()}` }));
  if (!isTrial(begun)) throw new Error(`it began with ${JSON.stringify(begun)}`);
  return {
    stop: listening.stop,
    async next() {
      for (;;) {
        const told = await listening.next();
        if (!isTrial(told)) return told;
      }
    },
  };
}
