import type { Caller } from '../../context.ts';
import { sourceNames } from '../../domain/source-name.ts';
import type { Summary } from '../../exports/encoder.ts';
import { encoderOf } from '../../exports/format.ts';
import { meterOf } from '../../exports/meter.ts';
import { openWalk } from '../../exports/open.ts';
import type { fileOf } from '../../server/exports/address.ts';
import { isClosed } from '../../server/exports/etag.ts';
import { formOf } from '../../server/exports/form.ts';
import { exportQuery } from '../../server/exports/query.ts';
import { requestOf } from '../../server/exports/read.ts';
import { vacancyParameters } from '../../server/exports/vacancy-parameters.ts';
import type { Plant } from '../../server/plant.ts';
import { type FileOfRows, writeFileOfRows } from './to-file.ts';

/** How old what an interrupted run read may be to go on with it, where the figures still change. */
const maxAgeMs = 60 * 60_000;

export interface FileToMake {
  readonly caller: Caller;
  readonly file: NonNullable<ReturnType<typeof fileOf>>;
  readonly path: string;
  /** As in the address of the file. */
  readonly parameters: URLSearchParams;
  /** Whether personal data is wanted; without it its columns are empty. */
  readonly personal: boolean;
  readonly signal: AbortSignal;
  readonly told: FileOfRows['told'];
}

/**
 * Makes a file of `/export` on the disk, whole or not at all; what an earlier run for an equal question read is gone on with.
 * @throws BadInput naming the parameter, SourceFailure, NoSource, FileInUse
 */
export async function makeFile({ config, contexts, now }: Plant, { caller, file: { of, format }, path, parameters, personal, signal, told }: FileToMake): Promise<Summary> {
  const meter = meterOf(now);
  const contextOf = () => contexts.forWork(caller, { signal, callMs: config.exports.pageTimeoutMs, priority: 'bulk', onWaited: (ms) => meter.waited(ms) });
  const context = contextOf();
  const query = exportQuery(parameters);
  const request = requestOf(of, query, vacancyParameters(), context);
  const form = formOf(format, query);
  query.end();
  const walk = openWalk(request, { contextOf, personal: personal && caller.viewer.scopes.has('personal:read'), skipped: (source) => meter.skipped(source) });
  meter.paceBy(walk.secondsAPage);
  const accounts = sourceNames.map((name) => context.sources.get(name)?.figuresOf ?? null);
  return writeFileOfRows({
    path,
    question: JSON.stringify([request, personal, accounts, caller.sealedFor]),
    walk,
    encoder: encoderOf(format, walk.columns, form),
    meter,
    now,
    maxAgeMs: isClosed(context, request) ? null : maxAgeMs,
    told,
  });
}
