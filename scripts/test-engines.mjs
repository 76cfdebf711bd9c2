// Runs the tests that execute operations once more, on both engines: each query is compiled and interpreted, and the answers are compared.
// With arguments it runs those tests. What they cover is counted by the usual run.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from './install.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const thatExecute = ['test/authorisation', 'test/dashboard', 'test/execution', 'test/federation', 'test/stories', 'test/webhooks'];
const stated = process.argv.slice(2);

process.env.TEST_ENGINES = 'both';
process.exit(npm(root, ['exec', '--', 'vitest', 'run', ...(stated.length > 0 ? stated : thatExecute)]));
