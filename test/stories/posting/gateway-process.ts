import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { gatewayEnvironment } from '../../../sandbox/environment.ts';
import type { Sandbox } from '../../../sandbox/index.ts';
import type { StorePlace } from '../../store/engines.ts';
import { scopes } from '../../../src/domain/scopes.ts';
import { ask, type TestGateway } from '../../support/gateway.ts';
import { storeEnvironment } from './story.ts';

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));

/** A gateway as a process of its own, which can be killed. */
export interface GatewayProcess {
  readonly gateway: Pick<TestGateway, 'query'>;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  /** Asks it to stop. @returns its exit code */
  stop(): Promise<number | null>;
}

export async function startProcess(sandbox: Sandbox, place: StorePlace): Promise<GatewayProcess> {
  const variables = { ...process.env, ...gatewayEnvironment(sandbox), ...storeEnvironment(place), HOST: '127.0.0.1', PORT: '0', ANONYMOUS_SCOPES: scopes.join(' '), LOG_LEVEL: 'silent' };
  const child = spawn(process.execPath, [main], { env: variables, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await listeningUrl(child);
  return {
    gateway: { query: (document, given = {}, options = {}) => ask(url, document, given, options) },
    kill: async () => void (await end(child, 'SIGKILL')),
    stop: () => end(child, 'SIGTERM'),
  };
}

async function listeningUrl({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('the process has no output');
  let output = '';
  for await (const text of stdout.setEncoding('utf8')) {
    output += String(text);
    const [, url] = /listens on (\S+)\/graphql/.exec(output) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('the gateway ended before it listened');
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  await once(child, 'exit');
  return child.exitCode;
}
