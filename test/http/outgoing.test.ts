import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Lookup } from '../../src/http/guarded-connect.ts';
import { openOutgoing, type Outgoing, type OutgoingOptions, type OutgoingPost } from '../../src/http/outgoing.ts';
import { certificate, key } from './self-signed.ts';
import { tcpPeer, upstream } from './server.ts';

function outgoing(options: Partial<OutgoingOptions> = {}): Outgoing {
  const opened = openOutgoing({ timeoutMs: 5000, ...options });
  onTestFinished(() => opened.close());
  return opened;
}

function posted(url: string, change: Partial<OutgoingPost> = {}): OutgoingPost {
  return { url, reach: 'loopback', headers: { 'content-type': 'application/json' }, body: '{"a":1}', signal: new AbortController().signal, ...change };
}

/** A resolver of names that leads where a test says, an answer a call. */
function leadingTo(...answers: readonly (readonly string[])[]): Lookup & { asked: number } {
  const lookup = Object.assign(
    (_host: string, found: Parameters<Lookup>[1]) => {
      const addresses = answers[Math.min(lookup.asked, answers.length - 1)] ?? [];
      lookup.asked += 1;
      found(null, addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })));
    },
    { asked: 0 },
  );
  return lookup;
}

describe('a post to somebody’s own address', () => {
  test('is sent once with its headers and body, and tells the status', async () => {
    await using there = await upstream((response) => void response.writeHead(204).end());
    expect(await outgoing().post(posted(`${there.url}/hook`, { headers: { 'webhook-id': 'msg_1' } }))).toEqual({ kind: 'answered', status: 204, retryAfter: undefined });
    expect(there.seen).toMatchObject([{ method: 'POST', url: '/hook', body: '{"a":1}', headers: { 'webhook-id': 'msg_1' } }]);
  });

  test('tells what the answer says of waiting', async () => {
    await using there = await upstream((response) => void response.writeHead(503, { 'retry-after': '120' }).end());
    expect(await outgoing().post(posted(there.url))).toEqual({ kind: 'answered', status: 503, retryAfter: '120' });
  });

  test.each([301, 302, 303, 307, 308])('follows no redirect (%i)', async (status) => {
    await using inside = await upstream((response) => void response.end('secret'));
    await using there = await upstream((response) => void response.writeHead(status, { location: `${inside.url}/admin` }).end());
    expect(await outgoing().post(posted(there.url))).toMatchObject({ kind: 'answered', status });
    expect(inside.seen).toEqual([]);
  });

  test('goes to no address out of reach, written as it may be', async () => {
    await using there = await upstream((response) => void response.end());
    const port = new URL(there.url).port;
    for (const host of ['127.0.0.1', '127.1', '0x7f000001', '2130706433', '017700000001', '[::ffff:127.0.0.1]', '[::1]', 'localhost', '0.0.0.0', '[::]', '１２７.0.0.1']) {
      expect([host, await outgoing().post(posted(`http://${host}:${port}/`, { reach: 'public' }))]).toEqual([host, { kind: 'failed', fault: 'ADDRESS_REFUSED' }]);
    }
    expect(there.accepted()).toBe(0);
  });

  test('goes to no address out of reach that a name leads to, not even among others', async () => {
    await using there = await upstream((response) => void response.end());
    const url = `http://portal.example:${new URL(there.url).port}/`;
    for (const addresses of [['127.0.0.1'], ['::ffff:127.0.0.1'], ['93.184.216.34', '127.0.0.1'], ['169.254.169.254']]) {
      expect(await outgoing({ lookup: leadingTo(addresses) }).post(posted(url, { reach: 'public' }))).toEqual({ kind: 'failed', fault: 'ADDRESS_REFUSED' });
    }
    expect(there.accepted()).toBe(0);
  });

  test('connects to the address that was judged: a name that leads elsewhere the next moment is judged anew', async () => {
    await using there = await upstream((response) => void response.writeHead(200, { connection: 'close' }).end());
    const lookup = leadingTo(['127.0.0.1'], ['10.0.0.1'], ['127.0.0.1']);
    const calls = outgoing({ lookup });
    const url = `http://portal.example:${new URL(there.url).port}/`;
    expect(await calls.post(posted(url))).toMatchObject({ status: 200 });
    expect(await calls.post(posted(url))).toEqual({ kind: 'failed', fault: 'ADDRESS_REFUSED' });
    // One look-up a connection: there is no second one between judging and connecting.
    expect([lookup.asked, there.accepted()]).toEqual([2, 1]);
  });

  test('waits no longer than it may, be it for a head', async () => {
    await using there = await upstream(() => undefined);
    expect(await outgoing({ timeoutMs: 300 }).post(posted(there.url))).toEqual({ kind: 'failed', fault: 'TIMEOUT' });
  });

  test('counts the status where the body never ends, and reads no more than a little of one without end', async () => {
    let sentBytes = 0;
    await using slow = await upstream((response) => void response.writeHead(200).write('.'));
    await using endless = await upstream((response) => {
      response.writeHead(200);
      const write = (): void => {
        if (response.destroyed) return;
        sentBytes += 65_536;
        response.write(Buffer.alloc(65_536), () => setImmediate(write));
      };
      write();
    });
    expect(await outgoing({ timeoutMs: 300 }).post(posted(slow.url))).toMatchObject({ status: 200 });
    expect(await outgoing().post(posted(endless.url))).toMatchObject({ status: 200 });
    expect(sentBytes).toBeLessThan(16 * 1024 * 1024);
  });

  test('says where nobody listens, where a name has no address, and where somebody hangs up', async () => {
    const gone = await upstream(() => undefined);
    await gone[Symbol.asyncDispose]();
    await using rude = await tcpPeer((socket) => socket.end('no HTTP\r\n\r\n'));
    await using brief = await tcpPeer((socket) => void socket.once('data', () => socket.destroy()));
    expect(await outgoing().post(posted(gone.url))).toEqual({ kind: 'failed', fault: 'UNREACHABLE' });
    expect(await outgoing({ lookup: leadingTo([]) }).post(posted('http://portal.example/'))).toEqual({ kind: 'failed', fault: 'NAME_UNKNOWN' });
    for (const { port } of [rude, brief]) expect(await outgoing().post(posted(`http://127.0.0.1:${port}/`))).toEqual({ kind: 'failed', fault: 'BROKEN_OFF' });
  });

  test('trusts no certificate that nobody vouches for, or that is another host’s', async () => {
    const seen: string[] = [];
    const server = createTlsServer({ key, cert: certificate }, (request, response) => {
      seen.push(request.url ?? '');
      response.end();
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const lookup = leadingTo(['127.0.0.1']);
    expect(await outgoing({ lookup }).post(posted(`https://portal.example:${port}/`))).toEqual({ kind: 'failed', fault: 'TLS' });
    expect(await outgoing({ lookup, ca: certificate }).post(posted(`https://other.example:${port}/`))).toEqual({ kind: 'failed', fault: 'TLS' });
    expect(seen).toEqual([]);
    expect(await outgoing({ lookup, ca: certificate }).post(posted(`https://portal.example:${port}/vouched`))).toMatchObject({ status: 200 });
    expect(seen).toEqual(['/vouched']);
  });

  test('ends with the process that wants it no more', async () => {
    await using there = await upstream(() => undefined);
    const ending = new AbortController();
    const call = outgoing().post(posted(there.url, { signal: ending.signal }));
    await expect.poll(() => there.seen.length).toBe(1);
    ending.abort();
    expect(await call).toEqual({ kind: 'failed', fault: 'ABORTED' });
  });
});
