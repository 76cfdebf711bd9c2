import { expect, test, vi } from 'vitest';
import { openConnections } from '../../src/callers/connections.ts';
import type { Caller } from '../../src/context.ts';
import { contextMaker } from '../../src/server/context-maker.ts';

test.each(['end', 'settle'] as const)('a connection with a credential that its client has no more is closed behind an operation that comes to its %s', (how) => {
  const close = vi.fn<() => Promise<void>>(async () => undefined);
  const connections = openConnections(() => undefined);
  const handle = connections.handleOf({ key: 'own', connect: () => ({ open: () => ({ source: 'VDAB' }), healthy: () => true, rateLimit: () => null, close }) });
  // What opens no source and asks no store is not looked at.
  const contexts = contextMaker({ config: { sourceTimeoutMs: 1000, operationTimeoutMs: 1000, limits: { upstreamCalls: 1 } }, cursorsOf: () => ({}), publicUrl: null, unexpected: () => undefined, store: {}, now: Date.now, writing: {} } as unknown as Parameters<typeof contextMaker>[0]);
  const caller: Caller = { viewer: { id: 'p', name: 'p', authenticated: true, scopes: new Set() }, upstreams: new Map([['VDAB', handle]]), ownCredentials: new Set(['VDAB']), sealedFor: 'p' };
  const operation = contexts.forOperation(caller, null);
  operation.context.sources.get('VDAB');
  connections.keepOnly(new Set());
  expect(close).not.toHaveBeenCalled();
  operation[how]();
  expect(close).toHaveBeenCalledOnce();
});
