import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { CutOff, NotToldToAll, type VacancyChanged } from '../../src/domain/happening.ts';
import { happeningsBetween, happeningsHere } from '../../src/events/happenings.ts';
import { createHub } from '../../src/events/hub.ts';
import { parseTold, tellingOf } from '../../src/events/telling.ts';
import { connectRedis } from '../../src/http/redis.ts';
import { meetings, room } from '../http/stores.ts';
import { relayTo } from '../support/relay.ts';

const changed = (sourceId: string, owner: string | null = null): VacancyChanged => ({ kind: 'vacancyChanged', source: 'CEGID', sourceId, change: 'UPDATED', nativeStatus: null, changedAt: null, owner });
const open = () => new AbortController();

async function take<T>(hearing: AsyncIterableIterator<T>, count: number): Promise<T[]> {
  const taken: T[] = [];
  while (taken.length < count) {
    const { done, value } = await hearing.next();
    if (done === true) break;
    taken.push(value);
  }
  return taken;
}

describe('a listener', () => {
  test('hears what is told of its kind from when it listens, in order, and only what it wants', async () => {
    const { tell, hear } = happeningsHere(createHub());
    await tell(changed('R-0'));
    const { signal } = open();
    const all = hear('vacancyChanged', signal);
    const own = hear('vacancyChanged', signal, { wants: ({ owner }) => owner === 'portal' });
    for (const happening of [changed('R-1'), changed('R-2', 'portal'), { kind: 'applicationReceived', id: 1, owner: null } as const, changed('R-3')]) await tell(happening);
    expect((await take(all, 3)).map(({ sourceId }) => sourceId)).toEqual(['R-1', 'R-2', 'R-3']);
    expect((await take(own, 1)).map(({ sourceId }) => sourceId)).toEqual(['R-2']);
  });

  test.each(['its signal', 'leaving'])('ends at once by %s, also while it waits, and is forgotten', async (how) => {
    const hub = createHub();
    const ending = open();
    const watch = [{ source: 'VDAB', owner: null }] as const;
    const hearing = hub.hear('vacancyChanged', ending.signal, { watch });
    expect(hub.watched()).toEqual(watch);
    const next = hearing.next();
    if (how === 'leaving') await hearing.return?.();
    else ending.abort();
    expect([await next, await hearing.next(), hub.watched()]).toEqual([{ done: true, value: undefined }, { done: true, value: undefined }, []]);
    expect(await hub.hear('vacancyChanged', AbortSignal.abort(), { watch }).next()).toEqual({ done: true, value: undefined });
    expect(hub.watched()).toEqual([]);
  });

  test('that does not keep up is cut off with an error, and holds nothing from then on', async () => {
    const hub = createHub(3);
    const slow = hub.hear('vacancyChanged', open().signal, { watch: [{ source: 'VDAB', owner: null }] });
    const quick = hub.hear('vacancyChanged', open().signal);
    for (const sourceId of ['1', '2', '3', '4', '5']) {
      hub.tellHere(changed(sourceId));
      expect((await take(quick, 1)).map((one) => one.sourceId)).toEqual([sourceId]);
    }
    expect(hub.watched()).toEqual([]);
    await expect(slow.next()).rejects.toThrow('did not keep up');
    expect(await slow.next()).toEqual({ done: true, value: undefined });
  });

  test('of accounts is looked for when it comes, and each account is watched once', async () => {
    const hub = createHub();
    let looked = 0;
    hub.onWatch(() => (looked += 1));
    for (const owner of [null, 'portal', null]) hub.hear('vacancyChanged', open().signal, { watch: [{ source: 'VDAB', owner }] });
    hub.hear('vacancyChanged', open().signal);
    expect([looked, hub.watched()]).toEqual([3, [{ source: 'VDAB', owner: null }, { source: 'VDAB', owner: 'portal' }]]);
  });
});

describe('what a replica tells another', () => {
  test.each([changed('R-1'), { ...changed('R-1', 'portal'), changedAt: 5, changedAfter: 4, nativeStatus: 'x' }, { ...changed('A'), kind: 'candidateChanged' as const }, { kind: 'applicationReceived' as const, id: 7, owner: 'x' }])('is read back as %j', (happening) => {
    expect(parseTold(tellingOf('a', happening))).toEqual({ by: 'a', happening });
  });

  test.each(['', 'null', '{}', '{"by":"a"}', '{"by":"a","happening":{"kind":"earthquake"}}', '{"by":"a","happening":{"kind":"vacancyChanged","source":"MOON"}}'])('is passed over where it is %j', (message) => {
    expect(parseTold(message)).toBeNull();
  });
});

describe.each(meetings.filter(({ name }) => name === 'Redis'))('replicas in $name', ({ connect }) => {
  async function replicas(count: number) {
    const name = room();
    return Promise.all(
      Array.from({ length: count }, async () => {
        const connection = await connect(name);
        if (connection === undefined) throw new Error('no connection');
        onTestFinished(() => connection.close());
        const happenings = happeningsBetween(createHub(), connection);
        return { connection, happenings };
      }),
    );
  }

  test('each hear everything once, their own included', async () => {
    const three = await replicas(3);
    const hearings = three.map(({ happenings }) => happenings.hear('vacancyChanged', open().signal));
    // Subscribing takes a moment of its own: what each says is heard by all before the test begins.
    await Promise.all(three.map(({ connection }) => connection.client.ping()));
    await heardByAll(three.map(({ connection }) => connection));
    for (const [index, { happenings }] of three.entries()) await happenings.tell(changed(`by ${index}`));
    for (const [index, { happenings }] of three.entries()) await happenings.tell(changed(`end ${index}`));
    for (const hearing of hearings) {
      const heard = (await take(hearing, 6)).map(({ sourceId }) => sourceId);
      expect(heard.toSorted()).toEqual(['by 0', 'by 1', 'by 2', 'end 0', 'end 1', 'end 2']);
    }
  });

  test('hear their own once while Redis is away, however often it is told, and who tells learns that the others did not', async () => {
    const [one] = await replicas(1);
    if (one === undefined) throw new Error('no replica');
    const hearing = one.happenings.hear('vacancyChanged', open().signal);
    one.connection.client.destroy();
    for (let attempt = 0; attempt < 2; attempt += 1) await expect(one.happenings.tell(changed('R-1'))).rejects.toThrow(NotToldToAll);
    await expect(one.happenings.tell(changed('R-2'))).rejects.toThrow(NotToldToAll);
    expect((await take(hearing, 2)).map(({ sourceId }) => sourceId)).toEqual(['R-1', 'R-2']);
  });

  test('that were away end their hearings when they are back, whether they wait or not, and hear again from then on', async () => {
    const relay = await relayTo({ hostname: '127.0.0.1', port: Number(new URL(process.env['TEST_REDIS_URL'] ?? '').port) || 6379 });
    const name = room();
    const one = await connectRedis({ url: `redis://127.0.0.1:${relay.port}`, prefix: `test:${name}:` });
    onTestFinished(async () => {
      await one.close();
      await relay.hangUp();
    });
    const happenings = happeningsBetween(createHub(), one);
    const [waits, doesNot] = [happenings.hear('vacancyChanged', open().signal), happenings.hear('vacancyChanged', open().signal)];
    const waiting = waits.next().catch((error: unknown) => error);
    await relay.hangUp();
    await relay.resume();
    expect(await waiting).toBeInstanceOf(CutOff);
    await expect(doesNot.next()).rejects.toThrow('Subscribe again');
    expect(await doesNot.next()).toEqual({ done: true, value: undefined });
    const anew = happenings.hear('vacancyChanged', open().signal);
    await expect.poll(() => one.client.isReady).toBe(true);
    await happenings.tell(changed('R-1'));
    expect((await take(anew, 1)).map(({ sourceId }) => sourceId)).toEqual(['R-1']);
  });
});

/** Until as many are subscribed as there are connections. */
async function heardByAll(connections: readonly { readonly client: { publish(channel: string, message: string): Promise<number> }; readonly prefix: string }[]): Promise<void> {
  const [first] = connections;
  if (first === undefined) return;
  while ((await first.client.publish(`${first.prefix}happenings`, 'ready?')) < connections.length) await once(AbortSignal.timeout(5), 'abort');
}
