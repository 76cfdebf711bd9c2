import { measureApplications } from './applications.ts';
import { type BenchArguments, readArguments, usage } from './arguments.ts';
import { compareContenders } from './compare.ts';
import { runEndurance } from './endurance.ts';
import { goalsReached } from './goals.ts';
import { machine } from './machine.ts';
import { connections, warmUpSeconds } from './measure.ts';
import { installPeers } from './peers.ts';
import { profileGateway } from './profile.ts';
import { writeResults } from './readme.ts';
import { reportOf } from './report.ts';
import { measureStartup } from './startup.ts';
import type { Spread } from './statistics.ts';

const say = (line: string): void => console.log(line);

/** Runs a measurement. @returns its results as Markdown, by the sections of the README that they belong to */
async function measure({ measurement, peers, work, state, rounds, seconds, short, operations }: BenchArguments): Promise<Readonly<Record<string, string>>> {
  switch (measurement) {
    case 'compare': {
      installPeers(peers);
      const results = await compareContenders({ peers, rounds, seconds, warmUpSeconds: short ? 0.25 : warmUpSeconds, say });
      return { compare: `${reportOf(results)}\n\n${rounds} alternating rounds of ${seconds} s, ${connections} connections; ${machine()}.`, goals: goalsReached(results) };
    }
    case 'startup': {
      const { npmStart, node } = await measureStartup(rounds);
      return { startup: `\`npm start\` until it listens: ${milliseconds(npmStart)}; \`node src/main.ts\` alone, with nothing kept: ${milliseconds(node)}. Median of ${rounds} starts (least–most); ${machine()}.` };
    }
    case 'applications':
      return { applications: `${await measureApplications({ seconds, say })}\n\n64 connections, ${seconds} s a row; ${machine()}.` };
    case 'endurance':
      return { endurance: `${await runEndurance({ operations, say })}\n\n${machine()}.` };
    case 'profile':
      return { profile: `${await profileGateway({ work, state, seconds })}\n\n${machine()}.` };
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
for (const [section, results] of Object.entries(await measure(stated))) {
  say(`\n${results}`);
  if (stated.write) writeResults(section, results);
}
