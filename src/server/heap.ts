import { setFlagsFromString } from 'node:v8';

/** How V8 keeps the heap of a server; `bench/README.md` says what each paid. To be imported before anything that allocates much: what was decided before stays. */
export const heapFlags = [
  /**
   * Everything is allocated as young, as nearly all of a request is garbage when it is answered. V8 allocates what a line of code makes as old from
   * the start once enough of it has lived through a collection, as that of requests under way does; whatever such an object sees then lives until the
   * next full collection. For a list of 50 that is 200 kB, and a quarter of its processor time.
   */
  '--no-allocation-site-pretenuring',
  /**
   * No collection for the sake of memory alone. V8 makes two after eight quiet seconds; as no request is under way then, the hidden classes of what
   * requests are made of go with them, and so do the hundreds of compiled functions that knew these. The next callers find a process as slow as one
   * that has just started.
   */
  '--memory-reducer-gc-count=0',
  /**
   * A full collection when what is old has grown to two and a half times what the last one left. V8 reckons how much may grow by how fast it grew
   * lately: after a pause that is next to nothing, and it collects three times a second once load comes.
   */
  '--heap-growing-percent=150',
] as const;

for (const flag of heapFlags) setFlagsFromString(flag);
