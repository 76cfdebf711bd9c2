import type { Sandbox } from '../../../sandbox/index.ts';
import { InsightTruth, type TrueFigures } from '../../support/insight-truth.ts';
import { cegidId, type Meaning, type Searchable, searchable, truthOf } from '../../support/truth.ts';
import { accountOf, csoUserOf, type Asker } from './askers.ts';

/** What a row of a vacancy must say. */
export interface RowTruth {
  readonly title: string;
  /** Name of the organisation; null where the source names none. */
  readonly organisation: string | null;
}

/** What a vacancy of VDAB said of its openings, and from when on, epoch milliseconds. */
interface Version {
  readonly openings: number;
  readonly from: number;
}

/** Ids of the matches in each source's own order; null where the source cannot apply the filter. */
export type Lists = Readonly<Record<Searchable, readonly string[] | null>>;

/** What the sandbox truly holds, worked out without the gateway. Only what a run itself changes of it changes. */
export interface ChaosTruth {
  /** The row of a global id; undefined where there is no such vacancy. */
  row(id: string): RowTruth | undefined;
  /** Whether a vacancy had so many openings at some time since then. Only those of VDAB are ever changed. */
  hadOpenings(id: string, openings: number | null, since: number): boolean;
  /** Changes the openings of one of VDAB's vacancies. */
  change(id: string): void;
  lists(asker: Asker, meaning: Meaning): Lists;
  figures(asker: Asker): TrueFigures;
  /** Figures of one vacancy of the board; undefined where it is not the asker's. */
  figuresOf(asker: Asker, sourceId: string): TrueFigures | undefined;
  /** Every vacancy that was listed from the beginning, in its source's order. */
  readonly ids: Readonly<Record<Searchable, readonly string[]>>;
}

/** Reads the sandbox as it stands before anything is posted; what is posted later is in none of its lists. */
export function chaosTruth(sandbox: Sandbox): ChaosTruth {
  const { cso, vdab, cegid } = sandbox.definitions;
  const organisations = new Map(cso.data.organisations.map(({ code, name }) => [code, name]));
  const rows = new Map<string, RowTruth>([
    ...cso.data.jobs.map(({ code, content, organisation }) => [`cso:vacancy:${code}`, { title: content.name, organisation: organisations.get(organisation) ?? null }] as const),
    ...vdab.data.vacancies.flatMap(({ id, document }) => (document.status === 'VERWIJDERD' ? [] : [[`vdab:vacancy:${id}`, { title: document.functie.functieTitel, organisation: document.leverancier?.naam ?? null }] as const])),
    ...cegid.data.vacancies.map(({ reference, jobDescription, organisation }) => [cegidId(reference), { title: jobDescription.title, organisation: organisation?.label ?? null }] as const),
  ]);
  const all = truthOf(sandbox, []);
  const versions = new Map<string, Version[]>(vdab.data.vacancies.map(({ id, document }) => [`vdab:vacancy:${id}`, [{ openings: document.aantalJobs, from: 0 }]]));
  const seen = (asker: Asker) => {
    const codes = new Set(cso.data.jobsFor(csoUserOf(asker)).map(({ code }) => `cso:vacancy:${code}`));
    return (ids: readonly string[] | null) => ids?.filter((id) => codes.has(id) && rows.has(id)) ?? null;
  };
  const board = { A: new InsightTruth(sandbox, 'A'), B: new InsightTruth(sandbox, 'B') };
  const figures = { A: board.A.all(null), B: board.B.all(null) };
  const eachOf = (account: 'A' | 'B') => new Map(board[account].vacancies.map((vacancy) => [String(vacancy.vacancyId), board[account].of([vacancy], null)]));
  const each = { A: eachOf('A'), B: eachOf('B') };
  return {
    row: (id) => rows.get(id),
    hadOpenings(id, openings, since) {
      const known = versions.get(id);
      return known === undefined || known.some((version, index) => version.openings === openings && (known[index + 1]?.from ?? Number.POSITIVE_INFINITY) >= since);
    },
    change(id) {
      const known = versions.get(id) ?? [];
      // A number of its own, so that a version is told from all others.
      const openings = (known.at(-1)?.openings ?? 0) + 1000;
      vdab.updateVacancy(id.slice('vdab:vacancy:'.length), { aantalJobs: openings });
      known.push({ openings, from: Date.now() });
    },
    lists(asker, meaning) {
      const { CSO, VDAB, CEGID } = truthOf(sandbox, [meaning]);
      return { CSO: seen(asker)(CSO), VDAB, CEGID };
    },
    figures: (asker) => figures[accountOf(asker)],
    figuresOf: (asker, sourceId) => each[accountOf(asker)].get(sourceId),
    ids: { CSO: all.CSO ?? [], VDAB: all.VDAB ?? [], CEGID: all.CEGID ?? [] },
  };
}

/** The lists one row in turn, of those sources that can answer. */
export function listsOf(lists: Lists, sources: readonly Searchable[]): readonly (readonly string[])[] {
  return searchable.flatMap((source) => (sources.includes(source) ? [lists[source] ?? []] : []));
}
