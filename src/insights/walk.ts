import type { Context } from '../context.ts';
import { BadInput } from '../domain/errors.ts';
import type { SourceReport } from '../domain/report.ts';
import { type SourceName, sourceNames } from '../domain/source-name.ts';
import { openCursor } from '../federate/cursor.ts';
import { type Edge, edgeOf, type Page, pageInfoOf, type PageRequest } from '../federate/page.ts';
import { joinMarks, type Place, splitMarks } from './marks.ts';
import { reportOf } from './report.ts';
import { type FigureRows, walkSource } from './walk-source.ts';

interface SourcePlace extends Place {
  readonly source: SourceName;
}

const start: Place = { page: null, index: 0, total: null, passed: [] };

/**
 * A page of figures: the sources' lists one behind another, at most so many of their pages as one answer may read. A failure ends the
 * page, and its cursor goes on where the source failed.
 * @param purpose what a cursor of this list belongs to: equal for equal arguments
 */
export async function walkFigures<T>(context: Context, purpose: string, lists: ReadonlyMap<SourceName, FigureRows<T>>, { first, after }: PageRequest): Promise<Page<T>> {
  const seal = ({ source, page, index, total, passed }: SourcePlace) => context.cursors.seal(purpose, [source, page, index, total, joinMarks(passed)]);
  const begin = parsePlace(openCursor(context.cursors, purpose, after));
  const sources = [...lists].filter(([source]) => begin === null || sourceNames.indexOf(source) >= sourceNames.indexOf(begin.source));
  const edges: Edge<T>[] = [];
  const reports: SourceReport[] = [];
  let pagesLeft = context.limits.scanPages;
  let end: SourcePlace | null = null;
  for (const [source, list] of sources) {
    if (edges.length === first || pagesLeft <= 0) {
      end = { source, ...start };
      break;
    }
    const { items, failure, parts, total, ...stretch } = await walkSource(list, begin?.source === source ? begin : start, { rows: first - edges.length, pages: pagesLeft });
    pagesLeft -= stretch.pages;
    edges.push(...items.map(({ node, behind }) => edgeOf(node, () => seal({ source, ...behind }))));
    // Rows that are judged here are counted where one page holds them all.
    const counted = list.keep === null ? total : after === null && stretch.end === null ? items.length : null;
    reports.push(reportOf(source, { complete: failure === null, any: parts.length > 0, failure, parts, totalCount: counted }));
    if (stretch.end === null) continue;
    end = { source, ...stretch.end };
    break;
  }
  const goesOn = end;
  const counts = reports.map(({ status, totalCount }) => (status === 'OK' ? totalCount : null));
  const totalCount = counts.length < lists.size || counts.includes(null) ? null : counts.reduce<number>((sum, count) => sum + (count ?? 0), 0);
  return { edges, pageInfo: pageInfoOf(edges, after, goesOn !== null, goesOn === null ? undefined : () => seal(goesOn)), totalCount, sources: reports };
}

/** @throws BadInput where a cursor that we sealed is of another form: it is of another version */
function parsePlace(state: unknown): SourcePlace | null {
  if (state === null) return null;
  const [name, page, index, total, passed] = Array.isArray(state) ? (state as readonly unknown[]) : [];
  const source = sourceNames.find((one) => one === name);
  const isPage = page === null || typeof page === 'string';
  const isTotal = total === null || typeof total === 'number';
  if (source === undefined || !isPage || typeof index !== 'number' || !isTotal || typeof passed !== 'string') throw new BadInput(['after'], 'is not a cursor of this list');
  return { source, page, index, total, passed: splitMarks(passed) };
}
