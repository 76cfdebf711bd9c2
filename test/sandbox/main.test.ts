import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Run {
  readonly child: ChildProcess;
  readonly exited: Promise<unknown[]>;
  /** What it has printed so far. */
  output(): string;
}

function runMain(...args: string[]): Run {
  const child = spawn(process.execPath, ['sandbox/main.ts', '--scale', '0.01', ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  return { child, exited: once(child, 'exit'), output: () => output };
}

/** Runs it until it has printed where all five ports are. */
async function started(portBase: number): Promise<Run> {
  const run = runMain('--port-base', String(portBase));
  await expect.poll(run.output, { timeout: 10_000 }).toContain('cegid');
  return run;
}

/** The first of five neighbouring ports that nobody listens on. */
async function freePorts(): Promise<number> {
  for (let base = 42_000 + (process.pid % 100) * 100; base < 65_000; base += 5) {
    const held = await Promise.allSettled([0, 1, 2, 3, 4].map((offset) => hold(base + offset)));
    const servers = held.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    if (servers.length === 5) return base;
  }
  return assert.fail('no five free ports');
}

async function hold(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

describe('node sandbox/main.ts', { timeout: 20_000 }, () => {
  it('starts the control port and the upstreams on neighbouring ports, prints them, and ends well on SIGTERM', async () => {
    const base = await freePorts();
    const { child, exited, output } = await started(base);
    const ports = output().trim().split('\n').map((line) => [line.split(/\s+/)[0], Number(new URL(line.split(/\s+/)[1] ?? '').port)]);
    expect(ports).toEqual([['control', base], ['cso', base + 1], ['ictergezocht', base + 2], ['vdab', base + 3], ['cegid', base + 4]]);
    const index: unknown = await (await fetch(`http://127.0.0.1:${base}/`)).json();
    expect(index).toMatchObject({ cso: { running: true }, ictergezocht: { running: true }, vdab: { running: true }, cegid: { running: true } });
    child.kill('SIGTERM');
    expect(await exited).toEqual([0, null]);
  });

  it('ends with 1 and says so where a port is taken', async () => {
    const base = await freePorts();
    const server = await hold(base + 3);
    const { exited, output } = runMain('--port-base', String(base));
    expect(await exited).toEqual([1, null]);
    expect(output()).toContain(`EADDRINUSE`);
    await new Promise((resolve) => server.close(resolve));
  });

  it('ends with 2 and its usage where an argument is wrong', async () => {
    const { exited, output } = runMain('--seed', 'x');
    expect(await exited).toEqual([2, null]);
    expect(output()).toMatch(/--port-base 4100[\s\S]*--seed must be a number/);
  });
});
