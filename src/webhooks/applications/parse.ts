import { isUtf8 } from 'node:buffer';
import { z } from 'zod';
import { isRecord } from '../../domain/is-record.ts';
import { textProblem } from '../../domain/texts.ts';
import type { NewApplication } from '../../store/new-application.ts';
import { bytesOfBase64, contentTypeOf, maxCvBytes } from './cv.ts';
import { customOf } from './custom.ts';
import { isBulky } from './json-bulk.ts';
import { type Problem, refusal, Refused } from './refused.ts';

/** What a delivery says, read and checked. */
export interface Delivered {
  readonly application: Omit<NewApplication, 'source' | 'account' | 'resume'>;
  readonly cv: Cv | null;
}

export interface Cv {
  readonly bytes: Buffer;
  readonly fileName: string | null;
  readonly contentType: string;
}

/** Lengths in characters, as the document states them (ICTerGezocht document, Sollicitaties). */
const line = 255;
const letter = 65_535;

const notText = ({ input }: { readonly input?: unknown }) => (input === undefined ? 'is required' : 'has to be text');
const text = (max: number) =>
  z.string({ error: notText }).superRefine((value, context) => {
    const problem = problemOf(value, max);
    if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  });
const required = (max: number) => text(max).refine((value) => value.trim() !== '', 'is required');
const optional = (max: number) => text(max).nullish().transform((value) => (value === undefined || value === '' ? null : value));
/** Required by the document, and empty for a visitor whom no campaign brought. */
const mayBeEmpty = z.preprocess((value) => value ?? (value === null ? '' : undefined), text(line));

const document = z.object({
  referenceNumber: required(line),
  name: required(line),
  email: required(line).refine((value) => value.trim() === '' || /^[^\s@]+@[^\s@]+$/.test(value.trim()), 'has to be an e-mail address'),
  phone: optional(line),
  city: optional(line),
  motivation: optional(letter),
  source: mayBeEmpty,
  campaign: mayBeEmpty,
  filename: optional(line),
  cv: z.string({ error: 'has to be text' }).nullish(),
});
const labels: Readonly<Record<string, string>> = {
  referenceNumber: 'Reference number',
  name: 'Name',
  email: 'E-mail address',
  phone: 'Phone number',
  city: 'City',
  motivation: 'Motivation',
  source: 'Source',
  campaign: 'Campaign',
  filename: 'File name',
  cv: 'CV',
};

/**
 * Reads a delivery: the document's fields by their rules, and every other as an own field. Of a field that comes twice the last counts,
 * as everywhere in JSON.
 * @throws Refused with 400 naming every field that is wrong, or 413 where the CV alone is too large
 */
export function parseDelivery(body: Buffer): Delivered {
  const fields = fieldsOf(body);
  const parsed = document.safeParse(fields);
  const own = customOf(Object.entries(fields).filter(([name]) => !Object.hasOwn(document.shape, name)));
  const cv = cvOf(fields['cv'], parsed.data?.filename ?? null);
  const problems: readonly Problem[] = [
    ...(parsed.error?.issues ?? []).map(({ path, message }) => problemAt(String(path[0] ?? ''), message)),
    ...(cv === 'wrong' ? [problemAt('cv', 'has to be base64')] : []),
    ...('problems' in own ? own.problems : []),
  ];
  if (!parsed.success || 'problems' in own || cv === 'wrong') throw new Refused(400, problems);
  if (cv === 'too large') throw new Refused(413, [problemAt('cv', `is larger than ${maxCvBytes / (1024 * 1024)} MiB`)]);
  const { source, filename, cv: _, email, ...said } = parsed.data;
  // A file name without a file has no other place.
  const custom = cv === null && filename !== null ? { ...own.custom, filename } : own.custom;
  return { application: { ...said, email: email.trim(), origin: source, custom }, cv };
}

function fieldsOf(body: Buffer): Readonly<Record<string, unknown>> {
  const start = body.subarray(0, 3).equals(byteOrderMark) ? 3 : 0;
  if (!isUtf8(body)) throw refusal(400, 'The body has to be UTF-8.');
  if (isBulky(body)) throw refusal(413, 'The body is larger than an application can be without its CV.');
  const value = jsonOf(body.toString('utf8', start));
  if (!isRecord(value)) throw refusal(400, 'The body has to be a JSON object.');
  return { ...value };
}
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** The parser's own message quotes what it read. */
function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw refusal(400, 'The body has to be JSON.');
  }
}

function cvOf(cv: unknown, fileName: string | null): Cv | null | 'wrong' | 'too large' {
  if (typeof cv !== 'string' || cv === '') return null;
  const bytes = bytesOfBase64(cv);
  if (bytes === null || bytes.length === 0) return 'wrong';
  return bytes.length > maxCvBytes ? 'too large' : { bytes, fileName, contentType: contentTypeOf(bytes, fileName) };
}

function problemAt(path: string, problem: string): Problem {
  const label = labels[path] ?? path;
  return { error: `${label} ${problem}.`, label, path };
}

/** What no store could give back as it came is refused, rather than kept as something else. */
function problemOf(value: string, max: number): string | null {
  if (value.length > max && Array.from(value).length > max) return `is longer than ${max} characters`;
  return textProblem(value);
}
