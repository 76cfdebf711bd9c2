// `npm start`: the gateway on the Node that is found; an old one gets a sentence instead of a syntax error. What Node makes of the
// sources is kept between starts, which takes a third off each; where it cannot be kept, nothing else changes.
import * as module from 'node:module';
import { fileURLToPath } from 'node:url';

const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(`Werkgraph needs Node 24 or newer; this is ${process.version}. Install it, or run "npm ci --include=dev" once, which brings one.\n`);
  process.exit(1);
}
module.enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/werkgraph', import.meta.url)));
await import('../src/main.ts');
