import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gatewayEnvironment } from '../../../sandbox/environment.ts';
import type { Sandbox } from '../../../sandbox/index.ts';
import type { StorePlace } from '../../store/engines.ts';
import { ask, everyScope, type TestGateway, withoutRates } from '../../support/gateway.ts';

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));

/** A gateway as a process of its own: it can be killed, and its memory is its alone. */
export interface GatewayProcess extends Pick<TestGateway, 'url' | 'query'> {
  /** Ends it at once, as a crash does. */
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
  const own = { DATA_DIR: dataDir, ...(databaseUrl !== null && { DATABASE_URL: databaseUrl }), HOST: '127.0.0.1', PORT: '0', ANONYMOUS_SCOPES: everyScope, LOG_LEVEL: 'silent' };
  // A write beyond the limit fails, once the signal that comes with it is passed over.
  const [command, args] = maxFileMb === undefined ? [process.execPath, [main]] : ['bash', ['-c', `trap '' XFSZ; ulimit -f ${maxFileMb * 1024}; exec "$0" "$@"`, process.execPath, main]];
  const child = spawn(command, args, { env: { ...process.env, ...gatewayEnvironment(sandbox), ...withoutRates, ...own, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await listeningUrl(child);
  return {
    url,
    query: (document, variables = {}, options = {}) => ask(url, document, variables, options),
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
    peakBytes() {
      if (process.platform !== 'linux') return null;
      const [, kibibytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8')) ?? [];
      return Number(kibibytes) * 1024;
    },
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
