import type { FastifyReply } from 'fastify';

/** Calls when the answer is over or its caller has left: at once where that was before, since nobody is told of it again. */
export function whenLeft({ raw }: FastifyReply, call: () => void): void {
  if (raw.closed) call();
  else raw.once('close', call);
}
