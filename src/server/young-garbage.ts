import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 allocate everything as young, as a server's objects are: nearly all of a request is garbage when it is answered. V8 allocates what a line
 * of code makes as old from the start once enough of it has lived through a collection, as that of requests under way does; whatever such an object
 * sees then lives until the next full collection. For a list of 50 that is 200 kB, and a quarter of its processor time (`bench/README.md`).
 * To be imported before anything that allocates much: what was decided before stays.
 */
setFlagsFromString('--no-allocation-site-pretenuring');
