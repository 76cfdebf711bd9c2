#!/usr/bin/env node
// `npx werkgraph`: the commands of the CLI, on the Node that the project runs on. Where the machine's own is older, that of the
// `node` development dependency takes over.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const [major] = process.versions.node.split('.').map(Number);
const entry = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
if (major >= 24) {
  await import('../src/cli.ts');
} else {
  const own = fileURLToPath(new URL('../node_modules/.bin/node', import.meta.url));
  if (!existsSync(own)) {
    process.stderr.write(`Werkgraph needs Node 24 or newer; this is ${process.version}. Install it, or run "npm ci --include=dev" once, which brings one.\n`);
    process.exit(1);
  }
  process.on('SIGINT', () => {});
  process.exit(spawnSync(own, [entry, ...process.argv.slice(2)], { stdio: 'inherit' }).status ?? 1);
}
