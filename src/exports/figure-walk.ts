import { BadInput } from '../domain/errors.ts';
import type { FigurePage, Insight } from '../domain/insight.ts';
import type { InsightFilter } from '../domain/insight-figures.ts';
import type { SourceName } from '../domain/source-name.ts';
import type { Context } from '../context.ts';
import { type Capable, chooseSources } from '../federate/choose.ts';
import { meets } from '../insights/filter.ts';
import { listCount } from '../insights/list-count.ts';
import { identityOf } from '../insights/row-identity.ts';
import type { Batch, Walk } from './batch.ts';
import { type Cells, cellsOf } from './column.ts';
import { NoSource, NotWhole } from './errors.ts';
import { secondsAPageOf } from './pace.ts';
import { recently } from './recent.ts';
import type { ExportRequest } from './request.ts';
import { clickColumns, type ClickRow } from './tables/clicks.ts';
import { insightColumns } from './tables/insights.ts';

type Asked<Of> = Extract<ExportRequest, { readonly of: Of }>;
interface Rights {
  readonly personal: boolean;
}

/** A list of one source that a file is made of, one behind the other. */
interface Leg<T> {
  readonly source: SourceName;
  pages(from: string | null): AsyncIterable<FigurePage<T>>;
}

/** What a row comes to: its cells, none where it is not asked for, or nothing new as it came before. */
type Shown = Cells | 'left out' | 'again';

/** The totals of each vacancy over a period. A vacancy that moves from one page to the next while they are read comes once. */
export function walkInsights(context: Context, { period, filter }: Asked<'insights'>, rights: Rights): Walk {
  const came = recently();
  const sources = figureSources(context, 'insightPages');
  const legs = sources.map((source): Leg<Insight> => ({ source: source.source, pages: (from) => source.insightPages(period, from) }));
  return {
    columns: insightColumns,
    secondsAPage: secondsAPageOf(context, sources),
    batches: (from) =>
      walkLegs(matchesNothing(filter) ? [] : legs, from, (insight) => {
        if (came(identityOf(insight))) return 'again';
        return meets(insight, filter) ? cellsOf(insightColumns, { insight, period }, rights) : 'left out';
      }),
  };
}

/** Single clicks; where reference numbers are named, those of one behind those of the other. */
export function walkClicks(context: Context, { period, referenceNumbers }: Asked<'clicks'>, rights: Rights): Walk {
  const numbers = referenceNumbers === null ? [null] : [...new Set(referenceNumbers)];
  const sources = figureSources(context, 'clickPages');
  const legs = sources.flatMap((source) =>
    numbers.map(
      (number): Leg<ClickRow> => ({
        source: source.source,
        async *pages(from) {
          for await (const page of source.clickPages(period, number, from)) yield { ...page, rows: page.rows.map((click) => ({ click, visitor: context.visitorOf(click, source.figuresOf ?? source.source) })) };
        },
      }),
    ),
  );
  return { columns: clickColumns, secondsAPage: secondsAPageOf(context, sources), batches: (from) => walkLegs(legs, from, (row) => cellsOf(clickColumns, row, rights)) };
}

function figureSources<Method extends 'insightPages' | 'clickPages'>(context: Context, method: Method): readonly Capable<Method>[] {
  const { able } = chooseSources(context.sources, null, method);
  if (able.length === 0) throw new NoSource('No source that tells figures is configured for this caller.');
  return able;
}

/** @throws NotWhole where rows may have been passed over; of a list that is gone on with, only the pages from there on can tell */
async function* walkLegs<T>(legs: readonly Leg<T>[], position: string | null, show: (row: T) => Shown): AsyncGenerator<Batch> {
  const start = position === null ? { leg: 0, from: null } : openPosition(position, legs.length);
  for (const [index, leg] of legs.entries()) {
    if (index < start.leg) continue;
    const from = index === start.leg ? start.from : null;
    const count = listCount();
    for await (const page of leg.pages(from)) {
      const shown = page.rows.map(show);
      count.add(page, shown.filter((row) => row !== 'again').length);
      // A page that shows it is not given out: whoever goes on would go on behind the loss.
      if (count.shrank() || (page.next === null && from === null && !count.isWhole())) throw new NotWhole(leg.source);
      const rows = shown.filter((row) => row !== 'again' && row !== 'left out');
      const next = page.next !== null ? `${index} ${page.next}` : index + 1 < legs.length ? `${index + 1} ` : null;
      yield { rows, read: page.rows.length + page.failures.length, unreadable: page.failures.length, next, total: legs.length === 1 ? page.total : null };
    }
  }
}

function openPosition(position: string, legs: number): { readonly leg: number; readonly from: string | null } {
  const [, leg, from] = /^(\d{1,4}) (.*)$/s.exec(position) ?? [];
  if (leg === undefined || from === undefined || Number(leg) >= legs) throw new BadInput(['resume'], 'is not a place in this file');
  return { leg: Number(leg), from: from === '' ? null : from };
}

function matchesNothing({ referenceNumbers, campaigns, functionGroups }: InsightFilter): boolean {
  return [referenceNumbers, campaigns, functionGroups].some((list) => list !== null && list.length === 0);
}
