// Preloaded into every measured process: answers each message from its parent with what the process has used so far.
export interface Usage {
  /** Processor time since the start, user and system, milliseconds. */
  readonly cpuMs: number;
  readonly rssBytes: number;
  readonly heapBytes: number;
  /** The most that it ever took. */
  readonly peakRssBytes: number;
}

process.on('message', () => {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed } = process.memoryUsage();
  process.send?.({ cpuMs: (user + system) / 1000, rssBytes: rss, heapBytes: heapUsed, peakRssBytes: process.resourceUsage().maxRSS * 1024 } satisfies Usage);
});
// Being watched must not keep a process alive, and without its parent it has no purpose.
process.channel?.unref();
process.once('disconnect', () => process.exit());
