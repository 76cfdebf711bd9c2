// `npm start` runs on the Node it finds; an old one gets a sentence instead of a syntax error.
const [major] = process.versions.node.split('.').map(Number);
if (major < 24) {
  process.stderr.write(`Werkgraph needs Node 24 or newer; this is ${process.version}. Install it, or run "npm ci --include=dev" once, which brings one.\n`);
  process.exit(1);
}
