import { afterAll, beforeAll, beforeEach, expect, onTestFinished } from 'vitest';
import { type Sandbox, startSandbox } from '../../sandbox/index.ts';
import { type GatewayOptions, startGateway, type TestGateway } from './gateway.ts';

export interface StoryOptions {
  /** Of the sandbox's data; a tenth is enough for most. */
  readonly scale?: number;
  readonly environment?: GatewayOptions['environment'];
  readonly clients?: GatewayOptions['clients'];
}

/** A gateway on a sandbox of its own for the tests of one file. Its time is the sandbox's, so that one clock moves both. */
export interface Story {
  readonly sandbox: Sandbox;
  readonly gateway: TestGateway;
  /** The data of an answer without errors. */
  data<Data>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<Data>;
  /** Another gateway on the same sandbox that has asked nothing yet; closed when the test is over. */
  cold(environment?: GatewayOptions['environment']): Promise<TestGateway>;
}

/** Starts it before the file's tests and ends it behind them. Logs, faults and switches are forgotten between tests; the clock only moves on. */
export function useStory({ scale = 0.1, environment, clients }: StoryOptions = {}): Story {
  let sandbox: Sandbox | undefined;
  let gateway: TestGateway | undefined;

  const start = (on: Sandbox, extra: GatewayOptions['environment'] = {}) =>
    // CSO's first row is looked for by two calls an account, which would stand in every log.
    startGateway({ sandbox: on, clients, now: () => on.clock.now(), environment: { CSO_START_ROW_BASE: '0', ...environment, ...extra } });

  beforeAll(async () => {
    sandbox = await startSandbox({ scale });
    gateway = await start(sandbox);
  });
  afterAll(async () => {
    await gateway?.close();
    await sandbox?.close();
  });
  beforeEach(async () => {
    for (const upstream of Object.values(started(sandbox).upstreams)) {
      upstream.reset();
      await upstream.start();
    }
  });

  return {
    get sandbox() {
      return started(sandbox);
    },
    get gateway() {
      return started(gateway);
    },
    data: (document, variables) => dataOf(started(gateway), document, variables),
    async cold(extra) {
      const other = await start(started(sandbox), extra);
      onTestFinished(() => other.close());
      return other;
    },
  };
}

/** The data of an answer, which must be without errors. */
export async function dataOf<Data>(gateway: TestGateway, document: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Data> {
  const { data, errors } = await gateway.query<Data>(document, variables);
  expect(errors).toEqual([]);
  if (data === null) throw new Error('no data');
  return data;
}

function started<T>(thing: T | undefined): T {
  if (thing === undefined) throw new Error('a story begins with its first test');
  return thing;
}
