import { hash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { keyIndex } from '../../callers/key-index.ts';
import type { Scope } from '../../domain/scopes.ts';
import { applicationAudience, applicationSource } from '../../events/application-audience.ts';
import { attachment, savedName } from '../../webhooks/applications/file-name.ts';
import type { ProofRules } from '../../webhooks/applications/proof.ts';
import { openReception } from '../../webhooks/applications/reception.ts';
import { registerApplications } from '../../webhooks/applications/route.ts';
import { callerGate, type CallerGate } from '../caller-of.ts';
import type { Plant } from '../plant.ts';
import { watchProofs } from './proof-watch.ts';
import { refuse } from '../refusals.ts';
import { waitsItsTurn } from '../request-deadline.ts';

const scope = 'applications:read' satisfies Scope;
/** Numbers of applications: those that are exact. */
const number = /^[1-9]\d{0,14}$/;

/** Where applications come in, and where their CVs are read. */
export function registerApplicationRoutes(app: FastifyInstance, plant: Plant): void {
  const { config, callers, log } = plant;
  const { keys, hmac, needsBoth, bodyBytes, turnMs, bodyMs, sameWithinMs } = config.inbound;
  const own = keys.length === 0 ? undefined : keyIndex(keys.map((key) => [hash('sha256', key, 'hex'), null] as const));
  function rules(): ProofRules {
    const clients = callers.webhookKeys(applicationSource);
    // Both are looked into, so that the time tells nothing.
    const accountOf = (key: string) => [clients?.find(key), own?.find(key)].find((account) => account !== undefined);
    return { keys: clients === undefined && own === undefined ? null : { accountOf }, hmac, needsBoth };
  }
  const senders = watchProofs({ ...plant, what: { source: applicationSource, part: 'applications' } });
  const receiving = { sameWithinMs, hasOwnAccount: (client: string) => callers.hasOwnCredentials(client, applicationSource), isForwarded: (client: string) => callers.forwardingOf(client) !== null };
  const { store, resumeFiles, happenings } = plant;
  const reception = openReception({ source: applicationSource, store, resumeFiles, happenings, bodyBytes, turnMs, bodyMs, receiving });
  registerApplications(app, { path: `/webhooks/${applicationSource.toLowerCase()}/applications`, config: waitsItsTurn, log, reception, senders, rules });
  registerResume(app, plant, callerGate(plant));
}

/** `GET /applications/<id>/resume`: the CV of an application that the caller may see, as a file to save. */
function registerResume(app: FastifyInstance, plant: Plant, gate: CallerGate): void {
  app.get<{ Params: { id: string } }>('/applications/:id/resume', { onRequest: gate.onRequest }, (request, reply) => answerResume(request, reply, plant, gate));
}

async function answerResume(request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply, { store, resumeFiles, log }: Plant, gate: CallerGate): Promise<FastifyReply> {
  const { viewer, ownCredentials } = gate.callerOf(request);
  if (!viewer.scopes.has(scope)) return refuse(reply, 403, `A CV needs the scope ${scope}, which this caller does not have.`, 'FORBIDDEN');
  const { id } = request.params;
  const audience = applicationAudience(viewer, (source) => ownCredentials.has(source));
  const application = number.test(id) ? await store.applications.byId(Number(id), audience) : null;
  if (application === null || application.resume === null) return refuse(reply, 404, 'There is no such application with a CV that this caller may read.');
  const { sha256, byteLength, fileName, contentType } = application.resume;
  const file = await resumeFiles.open(sha256);
  const size = file === null ? null : (await file.stat()).size;
  if (file === null || size !== byteLength) {
    await file?.close();
    log.error({ application: application.id, sha256, missing: file === null }, 'a CV is not where it was kept');
    return refuse(reply, 500, 'The CV is not where it was kept; it has been logged.', 'INTERNAL_SERVER_ERROR');
  }
  void reply.headers({
    'content-type': contentType,
    'content-length': String(byteLength),
    'content-disposition': attachment(savedName(fileName, contentType, application.id)),
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
  });
  return reply.send(file.createReadStream());
}
