import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { SenderLeft } from './body.ts';
import { type ProofRules, type Shown, shownBy } from './proof.ts';
import { NotKept, type Reception } from './reception.ts';
import { refusal, Refused } from './refused.ts';

/** When a sender may try again what could not be kept, seconds. */
const retryAfterSeconds = 30;
/** How long the rest of a body is still taken in, and thrown away, once its answer is out, milliseconds: a sender reads no answer while it sends. */
const lingerMs = 5000;
/** JSON by any of its names; a sender that names nothing is believed to send what it should. */
const jsonType = /^(?:application|text)\/(?:[\w.-]+\+)?json\s*(?:;\s*charset\s*=\s*"?utf-?8"?\s*)?$/i;

/** What is known of who sends. A proof is named by what was shown. */
export interface Senders {
  addressOf(request: FastifyRequest): string;
  isGood(proof: string): boolean;
  waitSeconds(request: FastifyRequest, proof: string): Promise<number | null>;
  held(proof: string): void;
  failed(request: FastifyRequest): Promise<void>;
}

export interface ApplicationRoute {
  readonly path: string;
  /** What the route says of itself to the server. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly log: Logger;
  readonly reception: Reception;
  readonly senders: Senders;
  /** As they are configured now. */
  readonly rules: () => ProofRules;
}

/**
 * Where a board delivers applications: 201 with the number once it is kept, 400 with everything that is wrong, 401, 413, and 503 where
 * it could not be kept and is to be sent again (ICTerGezocht document, Sollicitaties).
 */
export function registerApplications(app: FastifyInstance, { path, config, log, reception, senders, rules }: ApplicationRoute): void {
  if (!isOpen(rules())) log.warn(`no applications are taken at ${path}: neither a key nor a secret is configured for them`);

  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // The body is left where it is until the headers are judged and its turn has come.
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));
    scope.setErrorHandler((error, request, reply) => answerFailure(error, request, reply, log));
    scope.post(path, { config: { ...config } }, async (request, reply) => {
      const { headers, raw } = request;
      const now = rules();
      if (!isOpen(now)) throw new NotKept('no key or secret is configured');
      // What is compressed has no size that could wait its turn.
      if (headers['content-encoding'] !== undefined && headers['content-encoding'] !== 'identity') throw refusal(415, 'The body is to be sent uncompressed.');
      if (headers['content-type'] !== undefined && !jsonType.test(headers['content-type'])) throw refusal(415, 'The body is to be JSON, sent as application/json.');
      const address = senders.addressOf(request);
      // A signature is another for each body: one that held speaks for its address.
      const proof = `${headers.authorization ?? ''}\n${address}`;
      const wait = await senders.waitSeconds(request, proof);
      if (wait !== null) throw new TooManyUnproven(wait);
      let shown: Shown | null = null;
      try {
        shown = shownBy(headers, now);
        if (shown.signature === null) senders.held(proof);
        const id = await reception.take(raw, { ...shown, address, isGood: senders.isGood(proof) }, now);
        senders.held(proof);
        return reply.code(201).send({ id });
      } catch (error) {
        if (isUnproven(error, shown)) await senders.failed(request);
        throw error;
      }
    });
  });
}

function isOpen({ keys, hmac }: ProofRules): boolean {
  return keys !== null || hmac !== null;
}

/** Neither does who signs and then sends nothing, or too slowly, prove anything: it took a turn meanwhile. */
function isUnproven(error: unknown, shown: Shown | null): boolean {
  if (error instanceof Refused && error.status === 401) return true;
  return shown !== null && shown.signature !== null && (error instanceof SenderLeft || (error instanceof Refused && error.status === 408));
}

/** Too much of the sender's address proved nothing. */
class TooManyUnproven extends Error {
  override readonly name = 'TooManyUnproven';
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super('too many deliveries without proof');
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

function answerFailure(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Logger): FastifyReply {
  const { raw } = request;
  if (!raw.complete) {
    raw.resume();
    const timer = setTimeout(() => raw.complete || raw.destroy(), lingerMs);
    raw.once('close', () => clearTimeout(timer));
  }
  if (error instanceof TooManyUnproven) {
    const { retryAfterSeconds: seconds } = error;
    return reply.code(429).header('retry-after', String(seconds)).send({ errors: [{ error: 'Too many deliveries of this address did not show a valid key or signature: wait for as many seconds as Retry-After says.', label: '', path: '' }] });
  }
  if (error instanceof Refused) {
    // Names of own fields are the sender's and stay out of the log. Failed proofs are told by their number.
    if (error.status !== 401) log.info({ status: error.status, problems: error.problems.length }, 'an application was refused');
    if (error.status === 401) void reply.header('www-authenticate', 'Bearer');
    return reply.code(error.status).send({ errors: error.problems });
  }
  if (!(error instanceof SenderLeft)) log.error({ why: reasonOf(error) }, 'an application was not kept; its sender is told to send it again');
  return reply.code(503).header('retry-after', String(retryAfterSeconds)).send({ errors: [{ error: 'The application could not be kept. Please send it again.', label: '', path: '' }] });
}

/** A code or a name: a message may quote data. */
function reasonOf(error: unknown): string {
  const cause = error instanceof NotKept ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return typeof cause;
  if (cause instanceof NotKept) return cause.message;
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
}
