import { type Command, InvalidArgumentError } from 'commander';
import { ConfigError } from '../config.ts';
import { addDays, isIsoDate, lengthOf } from '../domain/days.ts';
import type { Period } from '../domain/insight.ts';
import { todayOf } from '../insights/read-days.ts';
import { syncInsights } from '../insights/sync.ts';
import type { Plant } from '../server/plant.ts';
import { openBiStore } from '../store/bi/index.ts';
import { withPlant } from './with-plant.ts';

/** How long a call may wait for its turn within the rate limit and take, milliseconds. */
const callMs = 5 * 60_000;
/** Days that a run without `--from` goes back. */
const usualDays = 35;

interface Stated {
  readonly from?: string;
  readonly to?: string;
}

/** `npx werkgraph sync insights`: tables for BI tools. */
export function addSyncCommand(program: Command): void {
  const sync = program.command('sync').description('Keeps tables for BI tools up to date.');
  sync
    .command('insights')
    .description('Brings insight_day and click in PostgreSQL up to date: final days are read once, the last days anew with each run.')
    .option('--from <day>', `first day, YYYY-MM-DD; without it ${usualDays} days are looked at`, day)
    .option('--to <day>', 'last day, YYYY-MM-DD; without it today', day)
    .action(async (stated: Stated) => {
      const whole = await withPlant((plant) => run(plant, stated));
      if (!whole) process.exitCode = 1;
    });
}

/** @returns whether every day was read whole */
async function run({ config, callers, contexts, now }: Plant, stated: Stated): Promise<boolean> {
  const { databaseUrl, bi } = config;
  if (databaseUrl === null) throw new ConfigError('DATABASE_URL: set it to a PostgreSQL; the tables are made there for BI tools to read.');
  const stop = new AbortController();
  const onSignal = () => stop.abort(new Error('the run was ended'));
  process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
  const context = contexts.forWork(callers.gateway, { signal: stop.signal, callMs, priority: 'bulk' });
  const tables = await openBiStore({ databaseUrl, schema: bi.schema });
  const counts = { synced: 0, 'already final': 0, failed: 0 };
  try {
    for await (const { day, outcome, insights, clicks, failure } of syncInsights(context, tables, periodOf(stated, todayOf({ now })))) {
      counts[outcome] += 1;
      if (outcome === 'synced') process.stdout.write(`${day}  ${insights} vacancies, ${clicks} clicks\n`);
      if (outcome === 'failed') process.stderr.write(`${day}  not synced: ${failure?.message ?? 'it could not be read whole'}\n`);
      if (stop.signal.aborted) break;
    }
  } finally {
    process.off('SIGINT', onSignal).off('SIGTERM', onSignal);
    await tables.close();
  }
  process.stdout.write(`${counts.synced} days synced, ${counts['already final']} final already, ${counts.failed} not synced.${counts.failed > 0 ? ' Run again for those.' : ''}\n`);
  return counts.failed === 0 && !stop.signal.aborted;
}

/** @throws ConfigError where it ends before it begins */
function periodOf({ from, to }: Stated, today: string): Period {
  const last = to === undefined || to > today ? today : to;
  const period = { from: from ?? addDays(last, 1 - usualDays), to: last };
  if (lengthOf(period) < 1) throw new ConfigError('--from: lies after the last day');
  return period;
}

function day(text: string): string {
  if (!isIsoDate(text)) throw new InvalidArgumentError('It has to be a day as YYYY-MM-DD.');
  return text;
}
