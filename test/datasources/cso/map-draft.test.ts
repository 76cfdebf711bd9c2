import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { remoteJobFromDraft } from '../../../src/datasources/cso/map-draft.ts';
import { savedCodeOf } from '../../../src/datasources/cso/saved-code.ts';
import type { JobDraft } from '../../../src/domain/posting/drafts.ts';
import { bareJob } from './draft.ts';

const folder = new URL('./drafts/', import.meta.url);

interface Fixture {
  readonly jobCode: string | null;
  readonly draft: Partial<JobDraft>;
  readonly wire: unknown;
}

function dates(name: string, value: unknown): unknown {
  return typeof value === 'string' && (name === 'startsAt' || name === 'endsAt') ? new Date(value) : value;
}

test.each(readdirSync(folder))('writes the draft of %s as saveJob takes it, extra overriding nothing', (name) => {
  const { jobCode, draft, wire }: Fixture = JSON.parse(readFileSync(new URL(name, folder), 'utf8'), dates);
  expect(remoteJobFromDraft(bareJob(draft), jobCode)).toEqual(wire);
});

describe('the code in an answer of saveJob', () => {
  test.each<[string, unknown, string | null]>([
    ['is the text', { result: '01130-041035402768' }, '01130-041035402768'],
    ['is trimmed', { result: ' 01130-041035402768\n' }, '01130-041035402768'],
    ['may be of a later form', { result: 'a3.F-9' }, 'a3.F-9'],
    ['stands in a sentence', { result: 'Job 09283-000012391287 was saved.' }, '09283-000012391287'],
    ['is that of a RemoteJob', { result: { __type__: 'fly.cso.api.v1.data.job.RemoteJob', code: '1-2' } }, '1-2'],
    ['is that of an object without a class', { result: { code: '01130-000001' } }, '01130-000001'],
    ['may be called jobCode', { result: { jobCode: '01130-000001' } }, '01130-000001'],
    ['may lie a level deeper', { result: { job: { code: '01130-000001' } } }, '01130-000001'],
    ['may be in a list of one', { result: [{ __TYPE__: 'RemoteJob', code: '01130-000001' }] }, '01130-000001'],
    ['needs no envelope', '01130-000001', '01130-000001'],
    ['is no code of something else', { result: { __type__: 'fly.cso.domain.enumerations.Region', code: 'BRG.0204' } }, null],
    ['is not one of several', { result: [{ code: '01130-000001' }, { code: '01130-000002' }] }, null],
    ['is not made up from counts', { result: [{ __type__: 'RemoteJobEnumerationCount', enumeration: { code: 'BRG.0204' }, jobSearchCount: 3 }] }, null],
    ['is no word', { result: 'OK' }, null],
    ['is no sentence', { result: 'saved at 12:00' }, null],
    ['is not there', { result: null }, null],
    ['is no truth', { result: true }, null],
    ['cannot be kept with a NUL', { result: { code: '01130-\u0000' } }, null],
    ['cannot be kept at any length', { result: { code: '1'.repeat(256) } }, null],
    ['is no count', { result: 17 }, null],
  ])('%s', (_name, answer, code) => expect(savedCodeOf(answer)).toBe(code));
});
