import { isRecord } from '../../is-record.ts';
import type { Problem } from '../rule.ts';

type Json = Readonly<Record<string, unknown>>;

export interface Merged {
  /** What was given, with the extra attributes in their places. */
  readonly wire: Json;
  /** Where the extra ones speak of what is said already; there what was given stands. */
  readonly problems: readonly Problem[];
}

/**
 * Adds a draft's `extra` to the job that is sent, deep, from its root. Objects are merged; whatever else the job says
 * already, extra may not say too. A null in the job says nothing. The job's own code is the input's to say, or to leave out.
 * @param wire the job in CSO's attributes (CSO document, 5.10), with or without their classes
 * @param extra as the caller wrote it; null and undefined add nothing
 */
export function mergeExtra(wire: Json, extra: unknown): Merged {
  if (extra === null || extra === undefined) return { wire, problems: [] };
  if (!isRecord(extra)) return { wire, problems: [{ field: ['extra'], code: 'INVALID_FORMAT', message: (named) => `${named('extra')} must be an object with attributes of the job.` }] };
  const { code, ...others } = extra;
  const merged = mergeObjects(wire, others, ['extra']);
  if (code === undefined) return merged;
  const ownCode: Problem = { field: ['extra', 'code'], code: 'CONFLICT', message: (named) => `${named('extra', 'code')} would name another job: state ${named('jobCode')} to change one, and leave this out.` };
  return { wire: merged.wire, problems: [ownCode, ...merged.problems] };
}

function mergeObjects(given: Json, extra: Json, field: readonly string[]): Merged {
  const merged = new Map(Object.entries(given));
  const problems: Problem[] = [];
  for (const [key, added] of Object.entries(extra)) {
    const at = [...field, key];
    const there = merged.get(key);
    if (isClassKey(key) && namesClassOf(given, added)) continue;
    if (there === null || there === undefined) merged.set(key, added);
    else if (isRecord(there) && isRecord(added)) {
      const inner = mergeObjects(there, added, at);
      merged.set(key, inner.wire);
      problems.push(...inner.problems);
    } else problems.push({ field: at, code: 'CONFLICT', message: (named) => `${named(...at)} is said by the input already: leave one of the two out.` });
  }
  return { wire: Object.fromEntries(merged), problems };
}

/** The document spells it in capitals and in small letters (3.1 and 5.10). */
function isClassKey(key: string): boolean {
  return key.toLowerCase() === '__type__';
}

function namesClassOf(given: Json, name: unknown): boolean {
  return Object.entries(given).some(([key, value]) => isClassKey(key) && String(value).toLowerCase() === String(name).toLowerCase());
}
