import { gatewayEnvironment } from '../../sandbox/environment.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import { readConfig } from '../../src/config.ts';
import { type RunningServer, startServer } from '../../src/server.ts';
import { withoutRates } from '../unlimited.ts';

/** A gateway as `npm start` runs it, but for the limits of callers and of time: a busy machine is not what is looked at. */
export function startReplica(sandbox: Sandbox, env: Readonly<Record<string, string>>, now: () => number): Promise<RunningServer> {
  return startServer(readConfig({ ...gatewayEnvironment(sandbox), ...withoutRates, MAX_EVENT_LOOP_DELAY_MS: '0', SOURCE_TIMEOUT_MS: '120000', OPERATION_TIMEOUT_MS: '120000', PORT: '0', ...env }), { now, logTo: { write: () => undefined } });
}

/** The data of an answer. @throws where there is none, or errors beside it */
export async function ask<Data>(url: string, query: string, variables: Readonly<Record<string, unknown>>): Promise<Data> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: unknown };
  if (data === undefined || errors !== undefined) throw new Error(`the gateway answered ${response.status}: ${JSON.stringify(errors)}`);
  return data;
}
