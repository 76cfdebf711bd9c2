// Installs the programs of others that the gateway is tested behind and measured beside: those that are named, or those that the tests
// want. They are large, so nothing installs them unasked: each has a folder of its own in bench/peers/ with its own lock.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const ofTheTests = ['hive'];
const stated = process.argv.slice(2);

for (const name of stated.length > 0 ? stated : ofTheTests) {
  const folder = fileURLToPath(new URL(`../bench/peers/${name}`, import.meta.url));
  if (!/^[a-z]+$/.test(name) || !existsSync(folder)) {
    process.stderr.write(`there is no "${name}" in bench/peers\n`);
    process.exit(2);
  }
  const status = install(folder);
  if (status !== 0) process.exit(status);
}
