import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { bearing, client, clientsFile, keyOf } from '../../support/clients-file.ts';
import { ask } from '../../support/gateway.ts';

const main = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));

test.skipIf(process.platform === 'win32')('a gateway that gets SIGHUP reads its clients again and goes on', { timeout: 30_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'werkgraph-hang-up-'));
  await using file = await clientsFile([client('first', [])]);
  // What changes is in another folder than the one that is watched.
  const link = join(folder, 'clients.json');
  await symlink(file.path, link);
  const child = spawn(process.execPath, [main], { env: { VDAB_CLIENT_ID: 'id', CLIENTS_FILE: link, DATA_DIR: folder, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  try {
    await expect.poll(() => output, { timeout: 15_000 }).toMatch(/listens on \S+\/graphql/);
    const [, url = ''] = /listens on (\S+)\/graphql/.exec(output) ?? [];
    const who = async (id: string) => (await ask<{ viewer: { id: string } }>(url, '{ viewer { id } }', {}, bearing(keyOf(id)))).data?.viewer.id ?? null;
    expect([await who('first'), await who('second')]).toEqual(['first', null]);
    await writeFile(file.path, JSON.stringify({ clients: [client('second', [])] }));
    expect(output).not.toContain('CLIENTS_FILE was read');
    child.kill('SIGHUP');
    await expect.poll(() => output, { timeout: 10_000 }).toContain('CLIENTS_FILE was read; clients: 1');
    expect([await who('first'), await who('second')]).toEqual([null, 'second']);
  } finally {
    child.kill('SIGTERM');
    await once(child, 'exit');
    await rm(folder, { recursive: true, force: true });
  }
  expect(child.exitCode).toBe(0);
});
