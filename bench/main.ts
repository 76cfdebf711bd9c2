import { measureApplications } from './applications.ts';
import { type BenchArguments, readArguments, usage } from './arguments.ts';
import { compareContenders } from './compare.ts';
import { runEndurance } from './endurance.ts';
import { machine } from './machine.ts';
import { writeResults } from './readme.ts';
import { reportOf } from './report.ts';
import { measureStartup } from './startup.ts';
import type { Spread } from './statistics.ts';

const say = (line: string): void => console.log(line);

/** Runs a measurement and returns its results as Markdown. */
async function measure({ measurement, rounds, seconds, short, operations }: BenchArguments): Promise<string> {
  switch (measurement) {
    case 'compare': {
      const results = await compareContenders({ rounds, seconds, warmUpSeconds: short ? 0.25 : 2, say });
      return `${reportOf(results)}\n\n${rounds} alternating rounds of ${seconds} s, 32 connections; ${machine()}.`;
    }
    case 'startup': {
      const { npmStart, node } = await measureStartup(rounds);
      return `\`npm start\` until it listens: ${milliseconds(npmStart)}; \`node src/main.ts\` alone, with nothing kept: ${milliseconds(node)}. Median of ${rounds} starts (least–most); ${machine()}.`;
    }
    case 'applications':
      return `${await measureApplications({ seconds, say })}\n\n64 connections, ${seconds} s a row; ${machine()}.`;
    case 'endurance':
      return `${await runEndurance({ operations, say })}\n\n${machine()}.`;
  }
}

function milliseconds({ median, min, max }: Spread): string {
  return `${median.toFixed(0)} ms (${min.toFixed(0)}–${max.toFixed(0)})`;
}

function argumentsOrExit(): BenchArguments {
  try {
    return readArguments(process.argv.slice(2));
  } catch (error) {
    console.error(`${usage}\n\n${error instanceof Error ? error.message : String(error)}`);
    return process.exit(2);
  }
}

const stated = argumentsOrExit();
const results = await measure(stated);
say(`\n${results}`);
if (stated.write) writeResults(stated.measurement, results);
