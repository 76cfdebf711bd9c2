// Installs what a package-lock.json locks, where it is not installed yet. Plain JavaScript for any Node from 20 on.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Runs npm in a folder with the terminal's own input and output; gives its exit status. */
export function npm(directory, args) {
  const result = spawnSync('npm', args, { cwd: directory, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

/** Makes a folder's node_modules what its lock says; gives the exit status. The lock is compared with a stamp, so that a second run costs nothing. */
export function install(directory) {
  const stampFile = join(directory, 'node_modules', '.werkgraph-lock');
  const hash = createHash('sha256').update(readFileSync(join(directory, 'package-lock.json'))).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === hash) return 0;
  const status = npm(directory, ['ci', '--include=dev', '--loglevel=error']);
  if (status === 0) writeFileSync(stampFile, hash);
  return status;
}
