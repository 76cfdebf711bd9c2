import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { requireScopes } from '../../authorisation/index.ts';
import { SourceFailure } from '../../domain/errors.ts';
import { contentTypes, encoderOf, formats } from '../../exports/format.ts';
import { bytesOf } from '../../exports/file.ts';
import { meterOf } from '../../exports/meter.ts';
import { openWalk } from '../../exports/open.ts';
import { exportNames } from '../../exports/request.ts';
import { callerGate } from '../caller-of.ts';
import { logUnexpected } from '../graphql/errors.ts';
import type { Plant } from '../plant.ts';
import { refuse } from '../refusals.ts';
import { whenLeft } from '../when-left.ts';
import { fileName, fileOf, searchOf, takesTrailers } from './address.ts';
import { codingFor } from './coding.ts';
import { etagOf, isKnown } from './etag.ts';
import { formOf } from './form.ts';
import { exportQuery } from './query.ts';
import { requestOf, scopesOf } from './read.ts';
import { answerRefused } from './refused.ts';
import { bodyOf } from './transfer.ts';
import { vacancyParameters } from './vacancy-parameters.ts';

/** How often a file with notes says how far it is while nothing comes, milliseconds. */
const noteEveryMs = 5000;
/** Points that a file costs its caller: as much as some hundred pages of the graph. */
const fileCost = 10_000;
/** How long a client may take nothing beyond the time that a page may take, milliseconds. */
const stallMs = 120_000;
const stopping = new Error('the gateway is stopping');
const left = new Error('the client left');

type File = NonNullable<ReturnType<typeof fileOf>>;

/** `GET` and `HEAD /export/{insights,clicks,vacancies}.{csv,ndjson,parquet}`. */
export function registerExports(app: FastifyInstance, plant: Plant): void {
  const { config, contexts, log, now } = plant;
  const gate = callerGate(plant);
  const vacancies = vacancyParameters();
  const running = new Map<AbortController, string>();
  /** So that whoever reads slowly leaves room for others. */
  const atOnceEach = Math.ceil(config.exports.atOnce / 2);
  app.addHook('preClose', async () => {
    for (const one of running.keys()) one.abort(stopping);
  });

  async function answer(request: FastifyRequest, reply: FastifyReply, { of, format }: File): Promise<FastifyReply> {
    const caller = gate.callerOf(request);
    requireScopes(caller.viewer, scopesOf[of], `The file of ${of}`);
    const ending = new AbortController();
    const meter = meterOf(now);
    const contextOf = () => contexts.forWork(caller, { signal: ending.signal, callMs: config.exports.pageTimeoutMs, priority: 'bulk', onWaited: (ms) => meter.waited(ms) });
    const context = contextOf();
    const query = exportQuery(searchOf(request.url));
    const asked = requestOf(of, query, vacancies, context);
    const form = formOf(format, query, textOf(request.headers['x-progress']));
    query.end();

    const personal = caller.viewer.scopes.has('personal:read');
    const etag = etagOf(context, { request: asked, format, form, personal });
    void reply.headers({ 'cache-control': 'private, no-cache', vary: 'Accept-Encoding, Authorization, X-Progress', ...(etag !== null && { etag }) });
    if (etag !== null && isKnown(etag, request.headers['if-none-match'])) return reply.code(304).send();
    // Parquet is compressed within.
    const coding = format === 'parquet' ? 'identity' : codingFor(request.headers['accept-encoding']);
    const headers = {
      'content-type': contentTypes[format],
      'content-disposition': `attachment; filename="${fileName(asked, format, now)}"`,
      ...(coding !== 'identity' && { 'content-encoding': coding }),
    };
    const walk = openWalk(asked, { contextOf, personal, skipped: (source) => meter.skipped(source) });
    if (request.method === 'HEAD') return reply.headers(headers).send();

    if (running.size >= config.exports.atOnce) {
      return refuse(reply.header('retry-after', '60'), 503, 'As many files are being made as this gateway makes at once. Come back in a minute.', 'RATE_LIMITED');
    }
    if ([...running.values()].filter((id) => id === caller.viewer.id).length >= atOnceEach) {
      return refuse(reply.header('retry-after', '60'), 503, 'As many files are being made for this caller as one may have at once. Come back in a minute.', 'RATE_LIMITED');
    }
    // A place is taken before anything is waited for, so that no two take the last one; it is given back with the answer, whatever that is.
    running.set(ending, caller.viewer.id);
    whenLeft(reply, () => {
      running.delete(ending);
      ending.abort(left);
    });
    const short = await gate.rates.cost(request, reply, caller, fileCost);
    if (short !== null) return refuse(reply, 429, 'This caller has asked for as much as it may for now: wait for as many seconds as Retry-After says.', 'RATE_LIMITED', { retryAfterSeconds: short.retryAfterSeconds });
    if (reply.raw.closed) return reply;
    reply.raw.setTimeout(config.exports.pageTimeoutMs + stallMs, () => reply.raw.destroy());
    meter.paceBy(walk.secondsAPage);
    const rest = walk.batches(null);
    // Nothing is promised before there is something: a source that fails here is an error like any other.
    const first = await rest.next();
    if (first.done !== true) meter.add(first.value);
    const { secondsLeft } = meter.progress();
    const { skipped } = meter.summary();
    void reply.headers({ ...headers, ...(secondsLeft !== null && { 'x-expected-seconds': String(secondsLeft) }), ...(skipped.length > 0 && { 'x-skipped-sources': skipped.join(', ') }) });
    if (takesTrailers(request.raw)) {
      reply.trailer('x-export-rows', async () => String(meter.summary().rows));
      reply.trailer('x-export-unreadable', async () => String(meter.summary().unreadable));
    }
    const bytes = bytesOf({ first, rest, encoder: encoderOf(format, walk.columns, form), meter, noteEveryMs });
    const broken = (error: unknown): void => (ending.signal.reason === left ? undefined : tellBroken(error, of));
    return reply.send(bodyOf(bytes, { request: request.raw, response: reply.raw, coding, broken }));
  }

  function tellBroken(error: unknown, of: string): void {
    if (error instanceof SourceFailure) log.warn({ export: of, source: error.source, code: error.code }, 'a file broke off');
    else logUnexpected(log, error, { export: of });
  }

  app.route<{ Params: { file: string } }>({
    url: '/export/:file',
    method: ['GET', 'HEAD'],
    exposeHeadRoute: false,
    onRequest: gate.onRequest,
    async handler(request, reply) {
      const file = fileOf(request.params.file);
      if (file === null) return refuse(reply, 404, `There is no such file: there are ${exportNames.join(', ')}, each as ${formats.map((format) => `.${format}`).join(', ')}.`);
      try {
        return await answer(request, reply, file);
      } catch (error) {
        return answerRefused(reply, error);
      }
    },
  });
}

function textOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.at(-1);
}
