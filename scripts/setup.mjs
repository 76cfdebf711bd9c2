// Prepares a fresh checkout and then runs one npm script, on any Node from 20 on.
//
// The project needs Node 24; where the machine's own is older, the `node` development dependency
// provides it, but npm puts it on the path only for scripts started after it was installed. So the
// real work always runs in a nested `npm run`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, 'node_modules', '.werkgraph-lock');
const [script, ...rest] = process.argv.slice(2);

function npm(args) {
  const result = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  if (result.error) throw result.error;
  return result.status ?? 1;
}

function lockHash() {
  return createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

/** True where node_modules was installed from another package-lock.json than today's. */
function isStale() {
  return !existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== lockHash();
}

if (script === undefined) {
  process.stderr.write('usage: node scripts/setup.mjs <npm script> [arguments]\n');
  process.exit(2);
}

if (isStale()) {
  const status = npm(['ci', '--include=dev', '--loglevel=error']);
  if (status !== 0) process.exit(status);
  writeFileSync(stampFile, lockHash());
}

// A signal reaches the whole process group; the child decides how to stop, this only passes on its status.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.exit(npm(['run', '--silent', script, ...(rest.length > 0 ? ['--', ...rest] : [])]));
