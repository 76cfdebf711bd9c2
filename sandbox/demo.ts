// The gateway on the sandbox, for a first look: everything on loopback, nothing to configure.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type DemoClientId, demoClientIds, demoClients, demoKey } from './clients.ts';
import { startControl } from './control.ts';
import { gatewayEnvironment } from './environment.ts';
import { requireFree } from './free-port.ts';
import { portsFrom, startSandbox } from './index.ts';

/** What each client may do, in a few words. */
const purposes: Readonly<Record<DemoClientId, string>> = {
  frontend: 'what anybody may read',
  bi: 'insights and clicks',
  partner: 'posts vacancies with an account of its own, and has its own applications',
  recruiter: 'candidates and how to reach them, applications, raw objects',
  admin: 'everything',
};
const portBase = Number(process.env['SANDBOX_PORT'] ?? 4100);
const gatewayPort = portOf(process.env['PORT'] ?? '');
const watch = process.argv.includes('--watch');
const gateway = fileURLToPath(new URL('../src/main.ts', import.meta.url));

try {
  await requireFree(Number(gatewayPort), 'the gateway', 'PORT');
  for (const port of [portBase, ...Object.values(portsFrom(portBase))]) await requireFree(port, 'the sandbox', 'SANDBOX_PORT (the first of five)');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
const sandbox = await startSandbox({ ports: portsFrom(portBase) });
const control = await startControl(sandbox, portBase);

// The sandbox forgets its vacancies when it ends, so what was posted to it must not outlive it.
const dataDir = mkdtempSync(join(tmpdir(), 'werkgraph-demo-'));
const clientsFile = join(dataDir, 'clients.json');
writeFileSync(clientsFile, JSON.stringify(demoClients(), null, 2), { mode: 0o600 });
// What a command needs to work on the same upstreams, store and clients as the gateway.
const commandsFile = join(dataDir, 'demo.env');
writeFileSync(commandsFile, Object.entries({ ...gatewayEnvironment(sandbox), DATA_DIR: dataDir, CLIENTS_FILE: clientsFile }).map(([name, value]) => `${name}='${value}'\n`).join(''), { mode: 0o600 });
const running = { child: startGateway() };
endWith(running.child);

// Ctrl-C reaches the whole group; a signal to this process alone is passed on. Either way the gateway drains first.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => running.child.kill(signal));
// To the gateway by itself this one says to read its clients again; here it says that the terminal is gone.
process.on('SIGHUP', () => running.child.kill('SIGTERM'));

const isReady = await ready(`http://127.0.0.1:${gatewayPort}/health/ready`);
if (isReady)
  console.log(`
  Graph and explorer   http://127.0.0.1:${gatewayPort}/graphql
  Upstreams            ${Object.values(sandbox.upstreams).map(({ name, baseUrl }) => `${name} ${baseUrl}`).join('\n                       ')}
  Sandbox control      ${control.baseUrl}

  Without a key        vacancies, organisations, enumerations
  With a key           ${demoClientIds.map((id) => `Authorization: Bearer ${demoKey(id).padEnd(18)} ${purposes[id]}`).join('\n                       ')}

  Change the clients   ${clientsFile} (read again when it changes)
  Run a command        set -a; . ${commandsFile}; set +a; npx werkgraph client list
  Stop an upstream     curl -X POST ${control.baseUrl}vdab/stop
  Start it again       curl -X POST ${control.baseUrl}vdab/start
  Crash the gateway    kill -9 ${running.child.pid} (it is started again, on what it kept)
`);

/** Ends with a sentence where it is none, as the gateway itself would. */
function portOf(stated: string): string {
  if (stated.trim() === '') return '4000';
  if (/^\d{1,5}$/.test(stated) && Number(stated) <= 65_535) return stated;
  console.error('PORT: must be a whole number from 0 to 65535');
  process.exit(1);
}

function startGateway(): ChildProcess {
  return spawn(process.execPath, [...(watch ? ['--watch', '--watch-preserve-output'] : []), gateway], {
    env: { ...process.env, ...gatewayEnvironment(sandbox), DATA_DIR: dataDir, CLIENTS_FILE: clientsFile, HOST: '127.0.0.1', PORT: gatewayPort, LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn' },
    stdio: 'inherit',
  });
}

/** Ends the demo with its gateway, but for a crash: then it is started again, to show what outlives one. */
function endWith(child: ChildProcess): void {
  child.once('exit', (code, signal) => {
    if (signal === 'SIGKILL') {
      running.child = startGateway();
      endWith(running.child);
      console.log(`  The gateway was killed, and is started again as process ${running.child.pid}`);
      return;
    }
    process.exitCode = code ?? 0;
    rmSync(dataDir, { recursive: true, force: true });
    void Promise.all([control.stop(), sandbox.close()]);
  });
}

/** Waits until the gateway takes requests; false where it has given up. */
async function ready(url: string): Promise<boolean> {
  while (running.child.exitCode === null) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok === true) return true;
    await sleep(100);
  }
  return false;
}
