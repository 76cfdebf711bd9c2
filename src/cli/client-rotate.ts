import { type Command, InvalidArgumentError, Option } from 'commander';
import { editClients } from '../callers/edit-file.ts';
import { newKey, withAnotherKey } from '../callers/edits.ts';
import { fileOption, inClientsFile } from './clients-file.ts';

interface Options {
  readonly id: string;
  readonly grace: number;
  readonly file?: string;
}

const unitMs: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** `client rotate`: another key, with the old ones open for a while so that the client can change over. */
export function addClientRotate(client: Command): void {
  client
    .command('rotate')
    .description('Give a client another key. Its keys of now open until the end of the grace.')
    .requiredOption('--id <id>', 'of the client')
    .addOption(new Option('--grace <time>', 'such as 30m, 12h or 7d; 0 ends them now').argParser(graceOf).default(7 * 86_400_000, '7d'))
    .option(...fileOption)
    .action(async ({ id, grace, file }: Options) => {
      const key = newKey();
      const now = Date.now();
      const passing = await inClientsFile(file, (path) => editClients(path, (stated) => withAnotherKey(stated, { id, key, now, graceMs: grace })));
      console.log(key);
      console.error(`Client ${id} has another key, shown once. ${passing === 0 ? 'No other key of it opens any more.' : `Its ${passing} before open until ${new Date(now + grace).toISOString()} at the latest.`}`);
    });
}

function graceOf(text: string): number {
  const [, count, unit = ''] = /^(\d{1,4})([mhd])$/.exec(text) ?? [];
  if (text === '0') return 0;
  if (count === undefined) throw new InvalidArgumentError('Such as 30m, 12h or 7d, or 0.');
  return Number(count) * (unitMs[unit] ?? 0);
}
