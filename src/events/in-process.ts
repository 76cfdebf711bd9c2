import { EventEmitter, on } from 'node:events';
import type { Happenings } from '../context.ts';

/** What happened, told within this process. */
export function happeningsInProcess(): Happenings {
  const told = new EventEmitter().setMaxListeners(0);
  return {
    async tell(happening) {
      told.emit(happening.kind, happening);
    },
    async *hear(kind, signal) {
      for await (const [happening] of on(told, kind, { signal })) yield happening;
    },
  };
}
