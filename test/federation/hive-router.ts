import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { Router } from './apollo-router.ts';

const folder = fileURLToPath(new URL('../../bench/peers/hive/', import.meta.url));
const program = join(folder, 'node_modules', '@graphql-hive', 'gateway', 'dist', 'bin.js');

/** Hive Gateway weighs half a gigabyte, so it is installed only where it is asked for: `npm run peers`. */
export const hiveIsInstalled = existsSync(program);
/** True where a run without Hive Gateway is to fail, as in CI. */
export const hiveIsMandatory = process.env['WERKGRAPH_PEERS']?.split(',').includes('hive') === true;

/** Longest wait for the process to listen: it loads half a gigabyte of modules. */
const startMs = 60_000;

/** Serves a supergraph by Hive Gateway, in a process of its own. @param config what its `gateway.config.ts` holds; without it there is none */
export async function startHiveRouter(supergraphSdl: string, config?: string): Promise<Router> {
  const directory = await mkdtemp(join(tmpdir(), 'werkgraph-hive-'));
  const file = join(directory, 'supergraph.graphql');
  await writeFile(file, supergraphSdl);
  if (config !== undefined) {
    await writeFile(join(directory, 'gateway.config.ts'), config);
    await symlink(join(folder, 'node_modules'), join(directory, 'node_modules'));
  }
  const port = await freePort();
  const child = spawn(process.execPath, [program, 'supergraph', file, '--host', '127.0.0.1', '--port', String(port)], {
    cwd: directory,
    env: { PATH: process.env['PATH'], NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
  });
  const close = async () => {
    child.kill();
    await ended;
    await rm(directory, { recursive: true });
  };
  const { listens, said } = await listening([child.stdout, child.stderr], ended);
  if (listens) return { url: `http://127.0.0.1:${port}`, close };
  await close();
  throw new Error(`Hive Gateway did not start:\n${said}`);
}

/** Whether the process says that it listens before it ends or its time is over, and all that it said until then. */
async function listening(outputs: readonly Readable[], ended: Promise<void>): Promise<{ readonly listens: boolean; readonly said: string }> {
  let said = '';
  const listens = new Promise<true>((resolve) => {
    for (const output of outputs) {
      output.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        if (said.includes('Listening on')) resolve(true);
      });
    }
  });
  const late = new Promise<false>((resolve) => {
    AbortSignal.timeout(startMs).addEventListener('abort', () => resolve(false));
  });
  return { listens: await Promise.race([listens, late, ended.then(() => false)]), said };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
