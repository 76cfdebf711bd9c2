import { Agent, errors, request } from 'undici';
import { AddressRefused, guardedConnect, type Lookup } from './guarded-connect.ts';
import type { Reach } from './reach.ts';

/** Why a call to somebody's own address came to no answer. */
export type OutgoingFault =
  /** The name leads to an address out of reach. */
  | 'ADDRESS_REFUSED'
  /** The name has no address. */
  | 'NAME_UNKNOWN'
  /** Nobody listens there, or the network does not lead there. */
  | 'UNREACHABLE'
  /** Its certificate is not one to trust, or TLS failed. */
  | 'TLS'
  /** No answer in time. */
  | 'TIMEOUT'
  /** It hung up, or answered no HTTP. */
  | 'BROKEN_OFF'
  /** This process is closing, or nobody wants the answer any more. */
  | 'ABORTED';

export type OutgoingResult =
  | { readonly kind: 'answered'; readonly status: number; readonly retryAfter: string | undefined }
  | { readonly kind: 'failed'; readonly fault: OutgoingFault };

export interface OutgoingPost {
  /** Absolute, http or https. */
  readonly url: string;
  readonly reach: Reach;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly signal: AbortSignal;
}

/** Calls to addresses that are somebody else's word. */
export interface Outgoing {
  /** Posts once: follows no redirect, repeats nothing, reads the answer's head and ignores its body. Never rejects. */
  post(post: OutgoingPost): Promise<OutgoingResult>;
  /** Breaks off what still runs. */
  close(): Promise<void>;
}

export interface OutgoingOptions {
  /** For a whole call, its connection included, milliseconds. */
  readonly timeoutMs: number;
  readonly lookup?: Lookup;
  readonly ca?: string;
}

/** Of a body, which says nothing to us, so much is read that its connection can be used again. */
const ignoredBodyBytes = 16 * 1024;
/** Sockets at once to one host. */
const connections = 8;

export function openOutgoing({ timeoutMs, lookup, ca }: OutgoingOptions): Outgoing {
  const agentOf = (reach: Reach) =>
    new Agent({
      connect: guardedConnect({ reach, timeoutMs, ...(lookup !== undefined && { lookup }), ...(ca !== undefined && { ca }) }),
      connections,
      pipelining: 1,
      headersTimeout: timeoutMs,
      bodyTimeout: timeoutMs,
    });
  const agents: Readonly<Record<Reach, Agent>> = { public: agentOf('public'), private: agentOf('private'), loopback: agentOf('loopback') };
  return {
    async post({ url, reach, headers, body, signal }) {
      const inTime = AbortSignal.timeout(timeoutMs);
      try {
        const answer = await request(url, { dispatcher: agents[reach], method: 'POST', headers, body, signal: AbortSignal.any([signal, inTime]) });
        await answer.body.dump({ limit: ignoredBodyBytes, signal: inTime }).catch(() => undefined);
        const [retryAfter] = [answer.headers['retry-after']].flat();
        return { kind: 'answered', status: answer.statusCode, retryAfter };
      } catch (error) {
        if (signal.aborted) return { kind: 'failed', fault: 'ABORTED' };
        return { kind: 'failed', fault: inTime.aborted ? 'TIMEOUT' : faultOf(error) };
      }
    },
    async close() {
      await Promise.all(Object.values(agents).map((agent) => agent.destroy()));
    },
  };
}

const unreachable: ReadonlySet<string> = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'EADDRNOTAVAIL', 'EACCES', 'EPERM']);
const unknownName: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME', 'ENODATA']);
/** Codes of OpenSSL's judgement of a certificate, as Node names them. */
const certificate = /CERT|SELF_SIGNED|UNABLE_TO_|CRL|HOSTNAME_MISMATCH|^ERR_TLS|^ERR_SSL|^EPROTO$/;

function faultOf(error: unknown): OutgoingFault {
  if (error instanceof AddressRefused) return 'ADDRESS_REFUSED';
  if (error instanceof errors.ConnectTimeoutError || error instanceof errors.HeadersTimeoutError || error instanceof errors.BodyTimeoutError) return 'TIMEOUT';
  // A host of several addresses fails with all of theirs.
  if (error instanceof AggregateError && error.errors.length > 0) return faultOf(error.errors[0]);
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (unknownName.has(code)) return 'NAME_UNKNOWN';
  if (unreachable.has(code)) return 'UNREACHABLE';
  if (code === 'ETIMEDOUT') return 'TIMEOUT';
  return certificate.test(code) ? 'TLS' : 'BROKEN_OFF';
}
