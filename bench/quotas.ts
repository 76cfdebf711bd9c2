// What an upstream is asked at a load, simulated, and how far that is from what gateways ask a sandbox: docs/scale.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { machine } from './machine.ts';
import { answer } from './quotas/answer.ts';
import { type QuotasArguments, quotasUsage, readQuotasArguments } from './quotas/arguments.ts';
import { checkTable, compare, simulations } from './quotas/check.ts';
import { measureSizes } from './quotas/sizes.ts';
import { quotaTables } from './quotas/tables.ts';
import { withResults } from './readme.ts';

const path = fileURLToPath(new URL('../docs/scale.md', import.meta.url));
const seed = 'quotas';
const [operations, minutes] = [2000, 60];
const say = (line: string): void => console.log(line);

/** @returns the section of the document that the results belong to, and them as Markdown */
async function results(what: 'tables' | 'check' | 'sizes'): Promise<readonly [section: string, text: string]> {
  const redisUrl = process.env['TEST_REDIS_URL'] || null;
  switch (what) {
    case 'tables':
      return ['quotas', quotaTables(say)];
    case 'check':
      return ['quotas check', `${checkTable(await compare({ operations, minutes, seed, redisUrl }))}\n\n${operations} operations in ${minutes} minutes of the gateways’ clock; simulated: the mean of ${simulations} runs, as freshness varies by chance.`];
    case 'sizes':
      return ['sizes', `${await measureSizes({ redisUrl, databaseUrl: process.env['TEST_DATABASE_URL'] || null })}\n\n${machine()}.`];
  }
}

function argumentsOrExit(): QuotasArguments {
  try {
    return readQuotasArguments(process.argv.slice(2));
  } catch (error) {
    console.error(`${quotasUsage}\n\n${error instanceof Error ? error.message : String(error)}`);
    return process.exit(2);
  }
}

const { what, write } = argumentsOrExit();
if (typeof what === 'object') say(answer(what, seed));
else {
  const [section, text] = await results(what);
  if (what !== 'tables') say(text);
  if (write) writeFileSync(path, withResults(readFileSync(path, 'utf8'), section, text));
}
