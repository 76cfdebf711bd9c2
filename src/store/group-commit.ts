import { setImmediate as rounds } from 'node:timers/promises';

export interface GroupCommitOptions<In, Out> {
  /** Does all of a group in one transaction, or nothing. Its results stand in the order of the items. */
  readonly commit: (items: readonly In[]) => Promise<readonly Out[]>;
  readonly maxItems: number;
  /** Transactions at once. */
  readonly maxGroups: number;
}

interface Waiting<In, Out> {
  readonly item: In;
  readonly settle: PromiseWithResolvers<Out>;
}

/**
 * Lets whoever comes while a commit is under way share the next one: what reaches the disk together costs one wait for it. Nobody
 * waits for company longer than it takes to look who is there. A group that fails is tried item by item, so that one item's fault is its own.
 */
export function groupCommit<In, Out>({ commit, maxItems, maxGroups }: GroupCommitOptions<In, Out>): (item: In) => Promise<Out> {
  const queue: Waiting<In, Out>[] = [];
  let groups = 0;

  async function work(): Promise<void> {
    groups += 1;
    while (queue.length > 0) {
      // SQLite commits without giving way: those who came meanwhile are let in first, or every group would be of one.
      for (let before = 0; queue.length > before && before < maxItems; ) {
        before = queue.length;
        await rounds();
      }
      const group = queue.splice(0, maxItems);
      // Another of the workers may have taken them.
      if (group.length > 0) await commitGroup(group);
    }
    groups -= 1;
  }
  async function commitGroup(group: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      settleAll(group, await commit(group.map(({ item }) => item)));
    } catch (error) {
      if (group.length === 1) return group[0]?.settle.reject(error);
      await oneByOne(group);
    }
  }
  /** The first two that fail say that it is not the items: the others are spared a wait each for the same end. */
  async function oneByOne(group: readonly Waiting<In, Out>[]): Promise<void> {
    let failures = 0;
    let last: unknown;
    for (const waiting of group) {
      try {
        if (failures >= 2) throw last;
        settleAll([waiting], await commit([waiting.item]));
      } catch (error) {
        failures += 1;
        last = error;
        waiting.settle.reject(error);
      }
    }
  }
  return (item) => {
    const settle = Promise.withResolvers<Out>();
    queue.push({ item, settle });
    if (groups < maxGroups) void work();
    return settle.promise;
  };
}

function settleAll<In, Out>(group: readonly Waiting<In, Out>[], results: readonly Out[]): void {
  for (const [index, { settle }] of group.entries()) {
    if (index < results.length) settle.resolve(results[index] as Out);
    else settle.reject(new Error('a commit told nothing of an item'));
  }
}
