import type { Caller } from '../../../context.ts';

/** A text that two callers share where every answer to them is the same: who they are, what they may, and what their calls go out with. */
export function callerNames(): (caller: Caller) => string {
  const names = new WeakMap<Caller, string>();
  const connections = new WeakMap<Caller['upstreams'], number>();
  let connected = 0;

  function connectionOf(upstreams: Caller['upstreams']): number {
    const known = connections.get(upstreams);
    if (known !== undefined) return known;
    connected += 1;
    connections.set(upstreams, connected);
    return connected;
  }

  return (caller) => {
    const known = names.get(caller);
    if (known !== undefined) return known;
    const { viewer, sealedFor, upstreams } = caller;
    const name = JSON.stringify([viewer.id, viewer.name, viewer.authenticated, [...viewer.scopes].toSorted(), sealedFor, connectionOf(upstreams)]);
    names.set(caller, name);
    return name;
  };
}
