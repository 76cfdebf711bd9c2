import { isRecord } from './kit/exchange.ts';
import type { Fault, FaultKind } from './kit/faults.ts';
import type { UpstreamDefinition, Switches } from './kit/upstream.ts';

const faultKinds: readonly FaultKind[] = ['latency', 'status', 'reset', 'hang', 'truncate', 'wrong-json', 'html', 'empty'];
const faultFields: ReadonlySet<string> = new Set(['kind', 'method', 'path', 'times', 'ms', 'status', 'headers', 'body', 'when']);
const longestLatencyMs = 600_000;
/** The last millisecond that ISO 8601 writes with four digits of year. */
const endOfTimeMs = Date.UTC(10_000, 0, 1) - 1;

/** A body that the control port cannot use; the field that is wrong is named. */
export class BadInput extends Error {
  readonly field: string;

  constructor(field: string, rule: string) {
    super(`${field} ${rule}`);
    this.name = 'BadInput';
    this.field = field;
  }
}

/** One fault or a list of them. Throws `BadInput`. */
export function readFaults(body: unknown): Fault[] {
  return (Array.isArray(body) ? body : [body]).map((item: unknown) => readFault(item));
}

function readFault(body: unknown): Fault {
  if (!isRecord(body)) throw new BadInput('body', 'must be a fault or a list of faults');
  const unknown = Object.keys(body).find((field) => !faultFields.has(field));
  if (unknown !== undefined) throw new BadInput(unknown, 'is no field of a fault');
  const kind = faultKinds.find((kind) => kind === body['kind']);
  if (kind === undefined) throw new BadInput('kind', `must be one of ${faultKinds.join(', ')}`);
  const when = body['when'];
  if (when !== undefined && when !== 'before' && when !== 'after') throw new BadInput('when', 'must be before or after');
  const fields = {
    method: textOf(body, 'method'),
    path: patternOf(body, 'path'),
    times: wholeNumberOf(body, 'times', 1, Number.MAX_SAFE_INTEGER),
    ms: wholeNumberOf(body, 'ms', 0, longestLatencyMs),
    status: wholeNumberOf(body, 'status', 200, 599),
    headers: headersOf(body, 'headers'),
    body: textOf(body, 'body'),
  };
  return {
    kind,
    ...(fields.method !== undefined && { method: fields.method.toUpperCase() }),
    ...(fields.path !== undefined && { path: fields.path }),
    ...(fields.times !== undefined && { times: fields.times }),
    ...(fields.ms !== undefined && { ms: fields.ms }),
    ...(fields.status !== undefined && { status: fields.status }),
    ...(fields.headers !== undefined && { headers: fields.headers }),
    ...(fields.body !== undefined && { body: fields.body }),
    ...(when !== undefined && { when }),
  };
}

/** The switches to change, each known to the upstream and of the type that it has. Throws `BadInput`. */
export function readSwitches(body: unknown, { switches, choices }: UpstreamDefinition): Switches {
  if (!isRecord(body)) throw new BadInput('body', 'must be an object of switches');
  const changes: Switches = {};
  for (const [name, value] of Object.entries(body)) {
    if (!Object.hasOwn(switches, name)) throw new BadInput(name, `is no switch; there are ${Object.keys(switches).join(', ')}`);
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw new BadInput(name, 'must be a string, a number or a boolean');
    if (typeof value !== typeof switches[name]) throw new BadInput(name, `must be a ${typeof switches[name]}`);
    const allowed = choices?.[name];
    if (allowed !== undefined && !allowed.includes(String(value))) throw new BadInput(name, `must be one of ${allowed.join(', ')}`);
    changes[name] = value;
  }
  return changes;
}

/**
 * The instant that the clock goes to, in epoch milliseconds: `advanceMs` milliseconds from `now`, or `set`, which is epoch
 * milliseconds or ISO 8601. Throws `BadInput`.
 */
export function readInstant(body: unknown, now: number): number {
  if (!isRecord(body) || Object.keys(body).length !== 1) throw new BadInput('body', 'must hold either advanceMs or set');
  const { advanceMs, set } = body;
  if (set === undefined && advanceMs === undefined) throw new BadInput(Object.keys(body).join(), 'is neither advanceMs nor set');
  const instant = set === undefined ? now + numeric(advanceMs) : typeof set === 'string' ? Date.parse(set) : numeric(set);
  if (!(instant >= 0 && instant <= endOfTimeMs)) throw new BadInput(set === undefined ? 'advanceMs' : 'set', 'must lead to an instant from 1970 to 9999');
  return Math.round(instant);
}

function numeric(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}

function textOf(body: Readonly<Record<string, unknown>>, field: string): string | undefined {
  const value = body[field];
  if (value !== undefined && typeof value !== 'string') throw new BadInput(field, 'must be a string');
  return value;
}

function patternOf(body: Readonly<Record<string, unknown>>, field: string): string | undefined {
  const text = textOf(body, field);
  try {
    return text === undefined ? undefined : new RegExp(text).source;
  } catch {
    throw new BadInput(field, 'must be a regular expression');
  }
}

function wholeNumberOf(body: Readonly<Record<string, unknown>>, field: string, min: number, max: number): number | undefined {
  const value = body[field];
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < min || value > max) throw new BadInput(field, `must be a whole number from ${min} to ${max}`);
  return value;
}

function headersOf(body: Readonly<Record<string, unknown>>, field: string): Record<string, string> | undefined {
  const value = body[field];
  if (value === undefined) return undefined;
  if (!isRecord(value)) throw new BadInput(field, 'must be an object of strings');
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => {
      if (typeof text !== 'string' || !/^[\w-]+$/.test(name) || !/^[\t\x20-\x7e]*$/.test(text)) throw new BadInput(`${field}.${name}`, 'must be the name and text of an HTTP header');
      return [name, text];
    }),
  );
}
