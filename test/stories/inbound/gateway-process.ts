import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gatewayEnvironment } from '../../../sandbox/environment.ts';
import type { Sandbox } from '../../../sandbox/index.ts';
import type { StorePlace } from '../../store/engines.ts';
import { childOutput } from '../../support/child-output.ts';
import { engineOfProcesses } from '../../support/engines.ts';
import { ask, everyScope, type TestGateway, withoutRates } from '../../support/gateway.ts';

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));

/** A gateway as a process of its own: it can be killed, and its memory is its alone. */
export interface GatewayProcess extends Pick<TestGateway, 'url' | 'query'> {
  /** Ends it at once, as a crash does. @throws where it said anything in confidence */
  kill(): Promise<void>;
  /** Largest memory so far, bytes; null where the system does not say. */
  peakBytes(): number | null;
}

export interface ProcessOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Largest file that it may write, mebibytes: as on a disk that is full there. */
  readonly maxFileMb?: number;
}

export async function startProcess(sandbox: Sandbox, { databaseUrl, dataDir }: Pick<StorePlace, 'databaseUrl' | 'dataDir'>, { environment = {}, maxFileMb }: ProcessOptions = {}): Promise<GatewayProcess> {
  const own = { DATA_DIR: dataDir, ...(databaseUrl !== null && { DATABASE_URL: databaseUrl }), HOST: '127.0.0.1', PORT: '0', ANONYMOUS_SCOPES: everyScope, LOG_LEVEL: 'info' };
  // A write beyond the limit fails, once the signal that comes with it is passed over.
  const [command, args] = maxFileMb === undefined ? [process.execPath, [main]] : ['bash', ['-c', `trap '' XFSZ; ulimit -f ${maxFileMb * 1024}; exec "$0" "$@"`, process.execPath, main]];
  const variables = { ...gatewayEnvironment(sandbox), ...engineOfProcesses, ...withoutRates, ...own, ...environment };
  const child = spawn(command, args, { env: { ...process.env, ...variables }, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = await childOutput(child, { environment: variables, sandbox });
  const url = await output.listeningUrl();
  return {
    url,
    query: (document, given = {}, options = {}) => ask(url, document, given, options, output.leaks.answer),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'close');
      output.check();
    },
    peakBytes() {
      if (process.platform !== 'linux') return null;
      const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      return Number(kibibytes) * 1024;
    },
  };
}
