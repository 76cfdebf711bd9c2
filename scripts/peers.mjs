// Installs the programs of others that the gateway is tested behind and measured against. They are large, so nothing installs them
// unasked: each has a folder of its own in bench/peers/ with its own lock.
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { install } from './install.mjs';

const peers = fileURLToPath(new URL('../bench/peers/', import.meta.url));

for (const entry of readdirSync(peers, { withFileTypes: true })) {
  if (!entry.isDirectory() || entry.name === 'node_modules') continue;
  const status = install(`${peers}${entry.name}`);
  if (status !== 0) process.exit(status);
}
