import { setTimeout as sleep } from 'node:timers/promises';
import { openStore } from '../../../src/store/index.ts';

// Opens the store at an agreed instant, writes one audit row, says so, and stays until it is ended.
const [databaseUrl = '', dataDir = '', startAt = '0', name = ''] = process.argv.slice(2);
await sleep(Math.max(0, Number(startAt) - Date.now()));
const store = await openStore({ databaseUrl: databaseUrl === '' ? null : databaseUrl, dataDir, now: Date.now });
await store.audit.begin([{ client: name, operation: 'opened', channel: null, target: null, inputHash: null }]);
process.stdout.write('written\n');
await sleep(60_000);
