import type { Asker } from '../askers.ts';
import { type Making, type Question, type Report, reportFields } from '../question.ts';

interface Group {
  readonly vacancies: number;
  readonly clicks: number;
  readonly cost: number;
  readonly applications: number;
}
interface Summary {
  readonly total: Group | null;
  readonly complete: boolean;
  readonly sources: readonly Report[];
}
interface Row {
  readonly sourceId: string;
  readonly referenceNumber: string | null;
  readonly clicks: number;
  readonly cost: number;
  readonly applications: number;
}

const summaryDocument = `{ insightSummary { total { vacancies clicks cost applications } complete ${reportFields} } }`;
const listDocument = `query($first: Int) { insights(first: $first) { nodes { sourceId referenceNumber clicks cost applications } ${reportFields} } }`;

/** The sums of the asker's account. What is posted in a run has no figures, so that they stay. */
export function aSummary({ truth }: Making, asker: Asker): Question {
  return {
    kind: 'summary',
    asker,
    document: summaryDocument,
    variables: {},
    sources: ['ICTERGEZOCHT'],
    // Where a vacancy is posted while the list is read, one may have been passed over.
    mayBePartial: true,
    check(data, _errors, complain) {
      const { total, complete, sources } = (data['insightSummary'] ?? { total: null, complete: false, sources: [] }) as Summary;
      if (complete && sources.some(({ status }) => status !== 'OK')) complain('are said to be complete, and a source is not');
      if (total === null) return;
      const { clicks, cost, applications } = truth.figures(asker);
      const [given, expected] = [total, { clicks, cost, applications }].map((group) => `${group.clicks} clicks, ${group.cost}, ${group.applications} applications`);
      if (complete ? given !== expected : total.clicks > clicks) complain(`of ${asker} is ${String(given)}, not ${String(expected)}`);
    },
  };
}

/** Figures of single vacancies, of the asker's account alone. */
export function someFigures({ random, truth }: Making, asker: Asker, posted: (reference: string) => boolean): Question {
  return {
    kind: 'insights',
    asker,
    document: listDocument,
    variables: { first: random.int(1, 60) },
    sources: ['ICTERGEZOCHT'],
    check(data, _errors, complain) {
      const { nodes } = (data['insights'] ?? { nodes: [] }) as { readonly nodes: readonly (Row | null)[] };
      const ids = nodes.flatMap((row) => (row === null ? [] : [row.sourceId]));
      if (new Set(ids).size !== ids.length) complain('tell a vacancy twice');
      for (const row of nodes) {
        if (row === null) continue;
        const isOurs = asker !== 'agency' && posted(row.referenceNumber ?? '');
        const expected = isOurs ? { clicks: 0, cost: 0, applications: 0 } : truth.figuresOf(asker, row.sourceId);
        if (expected === undefined) complain(`${row.sourceId} is no vacancy of ${asker}'s account`);
        else if (row.clicks !== expected.clicks || row.cost !== expected.cost || row.applications !== expected.applications) complain(`${row.sourceId} has ${JSON.stringify(row)}, not ${JSON.stringify(expected)}`);
      }
    },
  };
}
