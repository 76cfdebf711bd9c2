// Prepares a fresh checkout and then runs one npm script, on any Node from 20 on.
//
// The project needs Node 24; where the machine's own is older, the `node` development dependency
// provides it, but npm puts it on the path only for scripts started after it was installed. So the
// real work always runs in a nested `npm run`.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { install, npm } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [script, ...rest] = process.argv.slice(2);

if (script === undefined) {
  process.stderr.write('usage: node scripts/setup.mjs <npm script> [arguments]\n');
  process.exit(2);
}

const status = install(root);
if (status !== 0) process.exit(status);

// A signal reaches the whole process group; the child decides how to stop, this only passes on its status.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.exit(npm(root, ['run', '--silent', script, ...(rest.length > 0 ? ['--', ...rest] : [])]));
