import { access, constants, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Caller } from '../context.ts';
import { BadInput, SourceFailure } from '../domain/errors.ts';
import { formats } from '../exports/format.ts';
import { NoSource, NotWhole } from '../exports/errors.ts';
import { exportNames } from '../exports/request.ts';
import { fileOf } from '../server/exports/address.ts';
import type { Plant } from '../server/plant.ts';
import { FileInUse } from './export/hold-alone.ts';
import { makeFile } from './export/make-file.ts';
import { showProgress } from './export/progress.ts';
import { withPlant } from './with-plant.ts';

interface Options {
  readonly out: string;
  readonly from?: string;
  readonly to?: string;
  readonly referenceNumber?: readonly string[];
  readonly campaign?: readonly string[];
  readonly functionGroup?: readonly string[];
  readonly source?: readonly string[];
  readonly filter?: string;
  readonly with: readonly (readonly [name: string, value: string])[];
  readonly excel?: string;
  readonly personal?: true;
  readonly client?: string;
}

/** What a shell tells by when a command was interrupted. */
const interruptedCode = 130;

/** `npx werkgraph export`: a file of `/export` on the disk, by the environment's own credentials. */
export function addExportCommand(program: Command): void {
  program
    .command('export')
    .description('Write figures or vacancies to a file. It is there whole or not at all; run again after an interruption, it goes on where it was.')
    .argument(`<${exportNames.join('|')}>`, 'what to write')
    .requiredOption('--out <file>', `the file; its ending says how: ${formats.map((format) => `.${format}`).join(' ')}`)
    .option('--from <day>', 'first day, YYYY-MM-DD (vacancies: of publication)')
    .option('--to <day>', 'last day, inclusive')
    .option('--reference-number <number...>', 'figures: only of these')
    .option('--campaign <name...>', 'insights: only of these')
    .option('--function-group <name...>', 'insights: only of these')
    .option('--source <name...>', 'vacancies: only of these')
    .option('--filter <json>', 'vacancies: a VacancyFilter of the graph')
    .addOption(new Option('--with <name=value>', 'any other parameter of the file, as in its address; again and again').argParser(withOther).default([], 'none'))
    .option('--excel <language>', 'CSV: as Excel opens it by a double click; nl')
    .option('--personal', 'with personal data, which is left out otherwise')
    .option('--client <id>', 'with the credentials and scopes of this client of CLIENTS_FILE')
    .action(async (what: string, options: Options) => {
      const file = fileOf(`${what}.${/\.([a-z]+)$/.exec(options.out)?.[1] ?? ''}`);
      // What is wrong with the command is said before what is wrong with the environment.
      if (file === null) process.exitCode = say(`There is ${exportNames.join(', ')}, and a file ends in ${formats.map((format) => `.${format}`).join(', ')}.`);
      else {
        const wrong = await wrongPlace(options.out);
        process.exitCode = wrong === null ? await withPlant((plant) => run(plant, file, options)) : say(wrong);
      }
    });
}

/** Why no file can be made there, in a sentence; null where one can. */
async function wrongPlace(out: string): Promise<string | null> {
  const folder = dirname(resolve(out));
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true) return `--out: there is no folder ${folder}. Make it first, or name another.`;
  if (!(await access(folder, constants.W_OK | constants.X_OK).then(() => true, () => false))) return `--out: the folder ${folder} may not be written to. Name another.`;
  return (await stat(out).catch(() => null))?.isDirectory() === true ? `--out: ${out} is a folder. Name a file.` : null;
}

async function run(plant: Plant, file: NonNullable<ReturnType<typeof fileOf>>, options: Options): Promise<number> {
  const caller = options.client === undefined ? plant.callers.gateway : await plant.callers.clientById(options.client);
  if (caller === null) return say(`CLIENTS_FILE has no client ${options.client}.`);
  const lacking = lacks(caller, file.of === 'vacancies' ? 'vacancies:read' : 'insights:read');
  if (lacking !== null) return say(lacking);
  const ending = new AbortController();
  const interrupt = (): void => ending.abort(new Error('interrupted'));
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  const shown = showProgress(process.stderr);
  try {
    const { rows, unreadable, skipped } = await makeFile(plant, { caller, file, path: resolve(options.out), parameters: parametersOf(options), personal: options.personal === true, signal: ending.signal, told: shown.told });
    shown.end();
    say(`${options.out}: ${rows} rows${unreadable === 0 ? '' : `, and ${unreadable} that the source gave in a form that cannot be read`}.${skipped.length === 0 ? '' : ` Without ${skipped.join(', ')}, which cannot apply a criterion.`}`);
    return 0;
  } catch (error) {
    shown.end();
    if (ending.signal.aborted) {
      say('Interrupted. What was read is kept: run the same command again to go on.');
      return interruptedCode;
    }
    if (error instanceof NotWhole) return say(`${error.source}: ${error.message} Run the same command again: it begins anew.`);
    if (error instanceof SourceFailure) return say(`${error.source}: ${error.message} What was read is kept: run the same command again to go on.`);
    if (error instanceof BadInput || error instanceof NoSource || error instanceof FileInUse) return say(error.message);
    throw error;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

function parametersOf({ from, to, referenceNumber, campaign, functionGroup, source, filter, excel, with: others }: Options): URLSearchParams {
  const stated: (readonly [string, string | undefined])[] = [['from', from], ['to', to], ['filter', filter], ['excel', excel]];
  const lists: (readonly [string, readonly string[] | undefined])[] = [['referenceNumbers', referenceNumber], ['campaigns', campaign], ['functionGroups', functionGroup], ['sources', source]];
  const parameters = new URLSearchParams();
  for (const [name, value] of [...stated, ...lists.flatMap(([name, values]) => (values ?? []).map((value) => [name, value] as const))]) if (value !== undefined) parameters.append(name, value);
  for (const [name, value] of others) parameters.append(name, value);
  return parameters;
}

function withOther(text: string, others: Options['with']): Options['with'] {
  const [, name, value] = /^(\w+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw new InvalidArgumentError('It is to be name=value.');
  return [...others, [name, value]];
}

function lacks({ viewer }: Caller, scope: 'vacancies:read' | 'insights:read'): string | null {
  return viewer.scopes.has(scope) ? null : `Client ${viewer.id} does not have the scope ${scope}.`;
}

/** On standard error, for people. @returns the code of a command that failed */
function say(text: string): number {
  console.error(text);
  return 1;
}
