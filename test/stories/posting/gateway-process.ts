import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { gatewayEnvironment } from '../../../sandbox/environment.ts';
import type { Sandbox } from '../../../sandbox/index.ts';
import type { StorePlace } from '../../store/engines.ts';
import { scopes } from '../../../src/domain/scopes.ts';
import { childOutput } from '../../support/child-output.ts';
import { engineOfProcesses } from '../../support/engines.ts';
import { ask, type TestGateway, withoutShedding } from '../../support/gateway.ts';
import { storeEnvironment } from './story.ts';

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));

/** A gateway as a process of its own, which can be killed. */
export interface GatewayProcess {
  readonly gateway: Pick<TestGateway, 'query'>;
  /** Ends it at once, as a crash does. @throws where it said anything in confidence, as `stop` does */
  kill(): Promise<void>;
  /** Asks it to stop. @returns its exit code */
  stop(): Promise<number | null>;
}

export async function startProcess(sandbox: Sandbox, place: StorePlace): Promise<GatewayProcess> {
  const variables = { ...gatewayEnvironment(sandbox), ...engineOfProcesses, ...storeEnvironment(place), ...withoutShedding, HOST: '127.0.0.1', PORT: '0', ANONYMOUS_SCOPES: scopes.join(' '), LOG_LEVEL: 'info' };
  const child = spawn(process.execPath, [main], { env: { ...process.env, ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = await childOutput(child, { environment: variables, sandbox });
  const url = await output.listeningUrl();
  return {
    gateway: { query: (document, given = {}, options = {}) => ask(url, document, given, options, output.leaks.answer) },
    async kill() {
      await end(child, 'SIGKILL');
      output.check();
    },
    async stop() {
      const code = await end(child, 'SIGTERM');
      output.check();
      return code;
    },
  };
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  child.kill(signal);
  await once(child, 'close');
  return child.exitCode;
}
