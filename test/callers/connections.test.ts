import { describe, expect, test } from 'vitest';
import { type Connections, openConnections, type OwnUpstream } from '../../src/callers/connections.ts';
import type { OperationScope } from '../../src/context.ts';
import type { EventReader } from '../../src/domain/upstream-event.ts';

/** An upstream that tells what became of its connections. */
function upstream(key: string) {
  const told: string[] = [];
  const own: OwnUpstream = {
    key,
    connect() {
      told.push('connected');
      return { open: () => ({ source: 'VDAB' }), healthy: () => true, rateLimit: () => null, close: async () => void told.push('closed') };
    },
  };
  return { own, told };
}

function operation(): { readonly scope: OperationScope; end(): void } {
  const over = new AbortController();
  return { scope: { signal: over.signal, deadline: 0 }, end: () => over.abort() };
}

function opened(): Connections {
  return openConnections((error) => {
    throw error;
  });
}

describe('a connection with a client’s own credential', () => {
  test('is opened by its first operation and not before, and once however many clients have the credential', () => {
    const connections = opened();
    const { own, told } = upstream('a');
    const [one, other] = [connections.handleOf(own), connections.handleOf({ ...own })];
    expect([one === other, one.healthy(), told]).toEqual([true, true, []]);
    one.open(operation().scope);
    other.open(operation().scope);
    expect(told).toEqual(['connected']);
  });

  test('is not opened by being asked who reads what its account is told', () => {
    const { own, told } = upstream('a');
    const events: EventReader = { account: 'a', wanted: ['vacancy_new'], read: () => ({ kind: 'refused', why: 'It is a test.' }) };
    expect([opened().handleOf({ ...own, events }).events, told]).toEqual([events, []]);
  });

  test('is another for another credential', () => {
    const connections = opened();
    expect(connections.handleOf(upstream('a').own)).not.toBe(connections.handleOf(upstream('b').own));
  });

  test('that no client has any more is closed behind the last operation that uses it', async () => {
    const connections = opened();
    const [{ own, told }, kept] = [upstream('a'), upstream('b')];
    const [first, second, third] = [operation(), operation(), operation()];
    const handle = connections.handleOf(own);
    handle.open(first.scope);
    handle.open(second.scope);
    connections.handleOf(kept.own).open(third.scope);
    connections.keepOnly(new Set(['b']));
    expect(told).toEqual(['connected']);
    first.end();
    expect(told).toEqual(['connected']);
    second.end();
    expect(told).toEqual(['connected', 'closed']);
    third.end();
    expect(kept.told).toEqual(['connected']);
  });

  test('that nobody uses is closed at once', () => {
    const connections = opened();
    const { own, told } = upstream('a');
    const { scope, end } = operation();
    connections.handleOf(own).open(scope);
    end();
    connections.keepOnly(new Set());
    expect(told).toEqual(['connected', 'closed']);
  });

  test('is opened once more for an operation that comes too late, and closed behind it', () => {
    const connections = opened();
    const { own, told } = upstream('a');
    const handle = connections.handleOf(own);
    connections.keepOnly(new Set());
    const { scope, end } = operation();
    handle.open(scope);
    end();
    expect(told).toEqual(['connected', 'closed']);
  });

  test('stays for a client that keeps its credential when the clients are read again', () => {
    const connections = opened();
    const { own, told } = upstream('a');
    const { scope, end } = operation();
    const before = connections.handleOf(own);
    before.open(scope);
    const after = connections.handleOf({ ...own });
    connections.keepOnly(new Set(['a']));
    end();
    after.open(operation().scope);
    expect([before === after, told]).toEqual([true, ['connected']]);
  });

  test('is closed with all others in the end, whatever uses it', async () => {
    const connections = opened();
    const [a, b] = [upstream('a'), upstream('b')];
    connections.handleOf(a.own).open(operation().scope);
    connections.handleOf(b.own);
    await connections.close();
    expect([a.told, b.told]).toEqual([['connected', 'closed'], []]);
  });
});
