// Preloaded into every measured process: answers each message from its parent with what the process has used so far, or, where it is asked
// for a profile of so many milliseconds, with that.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Profiler } from 'node:inspector';

export interface Usage {
  /** Processor time since the start, user and system, milliseconds. */
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
  /** The most that it ever took. */
  readonly peakRssBytes: number;
}

/** Time between two samples of a profile, microseconds. */
const samplingMicros = 250;

process.on('message', (message) => {
  if (typeof message === 'number') void profileOf(message).then((profile) => process.send?.(profile));
  else process.send?.(usage());
});
// Being watched must not keep a process alive, and without its parent it has no purpose.
process.channel?.unref();
process.once('disconnect', () => process.exit());

function usage(): Usage {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  return { cpuMs: (user + system) / 1000, rssBytes: rss, heapBytes: heapUsed, peakRssBytes: process.resourceUsage().maxRSS * 1024 };
}

async function profileOf(milliseconds: number): Promise<Profiler.Profile> {
  // Loaded here, so that a process that is not profiled is what it would be without the inspector.
  const { Session } = await import('node:inspector/promises');
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.setSamplingInterval', { interval: samplingMicros });
  await session.post('Profiler.start');
  await sleep(milliseconds);
  const { profile } = await session.post('Profiler.stop');
  session.disconnect();
  return profile;
}
