import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { CodedValues } from '../../../src/datasources/cso/enumerations.ts';
import { vacancyFromRemoteJob } from '../../../src/datasources/cso/map-job.ts';
import { RichText } from '../../../src/domain/rich-text.ts';
import { isObject, object, text } from '../../../src/http/parse.ts';

const folder = new URL('./jobs/', import.meta.url);

/** What is known: nulls and empty lists left out, dates as text, rich text as its markup. */
function known(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof RichText) return value.html;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(known);
  if (!isObject(value)) return value;
  const parts = Object.entries(value).map(([name, part]) => [name, known(part)] as const).filter(([, part]) => part !== null);
  return parts.length === 0 ? null : Object.fromEntries(parts);
}

test.each(readdirSync(folder))('maps the job of %s', (name) => {
  const fixture: unknown = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  const { job, expected, now } = object(fixture, name);
  const remote = object(job, 'job');
  const { raw, source, sourceId, ...vacancy } = vacancyFromRemoteJob(remote, { coded: new CodedValues(null), nowMs: Date.parse(text(now, 'now')) });
  expect({ source, sourceId }).toEqual({ source: 'CSO', sourceId: remote['code'] });
  expect(raw).toBe(remote);
  expect(known(vacancy)).toEqual(expected);
});
