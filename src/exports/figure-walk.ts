import { BadInput } from '../domain/errors.ts';
import type { FigurePage, Insight } from '../domain/insight.ts';
import type { InsightFilter } from '../domain/insight-figures.ts';
import type { SourceName } from '../domain/source-name.ts';
import type { Context } from '../context.ts';
import { type Capable, chooseSources } from '../federate/choose.ts';
import { meets } from '../insights/filter.ts';
import { type Counted, listCount } from '../insights/list-count.ts';
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

/** @throws NotWhole where rows may have been passed over, by what all runs over the list have counted */
async function* walkLegs<T>(legs: readonly Leg<T>[], position: string | null, show: (row: T) => Shown): AsyncGenerator<Batch> {
  const start = position === null ? { leg: 0, counted: null, from: null } : openPosition(position, legs.length);
  for (const [index, leg] of legs.entries()) {
    if (index < start.leg) continue;
    const { counted, from } = index === start.leg ? start : { counted: null, from: null };
    const count = listCount(counted);
    for await (const page of leg.pages(from)) {
      const shown = page.rows.map(show);
      count.add(page, shown.filter((row) => row !== 'again').length);
      // A page that shows it is not given out: whoever goes on would go on behind the loss.
      if (count.moved() || (page.next === null && !count.isWhole())) throw new NotWhole(leg.source);
      const rows = shown.filter((row) => row !== 'again' && row !== 'left out');
      const next = page.next !== null ? placeIn(index, count.counted(), page.next) : index + 1 < legs.length ? placeIn(index + 1, null, '') : null;
      yield { rows, read: page.rows.length + page.failures.length, unreadable: page.failures.length, next, total: legs.length === 1 ? page.total : null };
    }
  }
}

/** A leg, what was counted of it, and where it goes on. */
function placeIn(leg: number, counted: Counted | null, from: string): string {
  return `${leg} ${counted === null ? '' : [counted.first ?? '', counted.last ?? '', counted.read, counted.distinct].join(',')} ${from}`;
}

function openPosition(position: string, legs: number): { readonly leg: number; readonly counted: Counted | null; readonly from: string | null } {
  const [, leg, all, first, last, read, distinct, from] = /^(\d{1,4}) ((\d{0,15}),(\d{0,15}),(\d{1,15}),(\d{1,15}))? (.*)$/s.exec(position) ?? [];
  if (leg === undefined || from === undefined || Number(leg) >= legs) throw new BadInput(['resume'], 'is not a place in this file');
  const counted = all === undefined ? null : { first: numberOf(first), last: numberOf(last), read: Number(read), distinct: Number(distinct) };
  return { leg: Number(leg), counted, from: from === '' ? null : from };
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text);
}

function matchesNothing({ referenceNumbers, campaigns, functionGroups }: InsightFilter): boolean {
  return [referenceNumbers, campaigns, functionGroups].some((list) => list !== null && list.length === 0);
}
