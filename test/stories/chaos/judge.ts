import { errorCodes } from '../../../src/domain/errors.ts';
import { type SourceName, sourceNames } from '../../../src/domain/source-name.ts';
import type { Data, GivenAnswer, Question, Report } from './question.ts';

/** What an answer says that one source could not give. */
export interface Loss {
  readonly source: SourceName;
  readonly code: string;
}

/** What is to be held of an answer. */
export interface Judgement {
  /** What no fault of an upstream explains. */
  readonly wrong: readonly string[];
  /** What the answer owns up to. It is right where that source was in trouble then. */
  readonly lost: readonly Loss[];
  /** Sources of which older rows were told, and told as such. */
  readonly stale: readonly SourceName[];
}

const published: ReadonlySet<string> = new Set(errorCodes);

/** Judges an answer: its form, the truth of what it gives, and which losses it names. */
export function judge(question: Question, { status, data, errors }: GivenAnswer): Judgement {
  const wrong: string[] = [];
  const complain = (what: string) => void wrong.push(`${question.kind}: ${what}`);
  const lost: Loss[] = [];
  for (const { message, extensions } of errors) {
    const code = String(extensions?.code);
    if (typeof message !== 'string' || message === '') complain('an error without a message');
    if (!published.has(code) || code === 'INTERNAL_SERVER_ERROR') complain(`an error with the code ${code}`);
    const source = sourceNames.find((name) => name === extensions?.['source']);
    if (source !== undefined) lost.push({ source, code });
    else if (question.refusal === undefined) complain(`refused with ${code}: ${message}`);
  }
  if (question.refusal !== undefined) {
    if (errors.length === 0 || errors.some(({ extensions }) => extensions.code !== question.refusal)) complain(`is to be refused with ${question.refusal}, and was answered ${JSON.stringify(errors)}`);
    return { wrong, lost: [], stale: [] };
  }
  if (status !== 200) complain(`status ${status}`);
  if (data === null) {
    if (errors.length === 0) complain('neither data nor errors');
    return { wrong, lost, stale: [] };
  }
  const reports = reportsIn(data);
  for (const report of reports) {
    const partialByNature = report.status === 'PARTIAL' && report.error === null && question.mayBePartial === true;
    const failed = report.status === 'FAILED' || (report.status === 'PARTIAL' && !partialByNature);
    if (report.status === 'OK' && report.error !== null) complain(`${report.source} is OK with an error`);
    if (!failed) continue;
    if (report.error === null || !published.has(report.error.code)) complain(`${report.source} is ${report.status} and does not say why`);
    lost.push({ source: report.source, code: report.error?.code ?? 'none' });
  }
  question.check(data, errors, complain);
  return { wrong, lost, stale: reports.filter(({ stale }) => stale).map(({ source }) => source) };
}

/** The reports of every root field. */
export function reportsIn(data: Data): Report[] {
  return Object.values(data).flatMap((field) => {
    const { sources = [] } = (field ?? {}) as { readonly sources?: readonly Report[] };
    return sources;
  });
}
