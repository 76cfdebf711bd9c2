import type { CsoJob } from '../../sandbox/cso/index.ts';
import type { CegidVacancy } from '../../sandbox/cegid/vacancies.ts';
import type { Sandbox } from '../../sandbox/index.ts';
import type { VacancyRecord } from '../../sandbox/vdab/index.ts';

export const searchable = ['CSO', 'VDAB', 'CEGID'] as const;
export type Searchable = (typeof searchable)[number];

/** What one criterion means to each source's vacancies as the sandbox holds them; null where the source can tell in no way. */
export interface Meaning {
  readonly CSO: ((job: CsoJob, sandbox: Sandbox) => boolean) | null;
  readonly VDAB: ((record: VacancyRecord, sandbox: Sandbox) => boolean) | null;
  readonly CEGID: ((vacancy: CegidVacancy, sandbox: Sandbox) => boolean) | null;
}

/** Global ids of each source's matches in the source's own order, worked out from the sandbox's data without the gateway; null where a criterion leaves the source out. */
export type Truth = Readonly<Record<Searchable, readonly string[] | null>>;

export function truthOf(sandbox: Sandbox, meanings: readonly Meaning[], policy: 'SKIP_SOURCE' | 'IGNORE' = 'SKIP_SOURCE'): Truth {
  const { cso, vdab, cegid } = sandbox.definitions;
  const shown = vdab.data.vacancies.filter(({ document }) => document.status === 'GEPUBLICEERD');
  return {
    CSO: matching(cso.data.jobsFor(), meanings.map((meaning) => meaning.CSO), ({ code }) => `cso:vacancy:${code}`),
    VDAB: matching(shown, meanings.map((meaning) => meaning.VDAB), ({ id }) => `vdab:vacancy:${id}`),
    CEGID: matching(cegid.data.vacancies, meanings.map((meaning) => meaning.CEGID), ({ reference }) => cegidId(reference)),
  };

  function matching<Row>(rows: readonly Row[], tests: readonly (((row: Row, sandbox: Sandbox) => boolean) | null)[], idOf: (row: Row) => string): readonly string[] | null {
    if (policy === 'SKIP_SOURCE' && tests.includes(null)) return null;
    return rows.filter((row) => tests.every((test) => test === null || test(row, sandbox))).map(idOf);
  }
}

/** A reference with characters that an id cannot hold is percent-encoded. */
export function cegidId(reference: string): string {
  return `cegid:vacancy:${/[\s%]/.test(reference) ? encodeURIComponent(reference) : reference}`;
}

/** The lists one row in turn, those that have ended passed over. */
export function roundRobin(lists: readonly (readonly string[])[]): string[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1))).flat();
}
