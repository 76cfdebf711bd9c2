import { criteria, type Criterion } from '../../../support/criteria.ts';
import type { GraphQLFailure } from '../../../support/gateway.ts';
import { roundRobin, type Searchable, searchable } from '../../../support/truth.ts';
import type { Random } from '../../../../sandbox/kit/random.ts';
import type { Asker } from '../askers.ts';
import { type Complain, type Data, isLostAt, type Making, type Question, type Report, reportFields } from '../question.ts';
import { type Lists, listsOf } from '../truth.ts';
import { checkRow, type Row, rowFields } from './row.ts';

interface Page {
  readonly nodes: readonly (Row | null)[];
  readonly totalCount: number | null;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly sources: readonly Report[];
}

const document = `query($filter: VacancyFilter, $sources: [Source!], $first: Int, $after: String) {
  vacancies(filter: $filter, sources: $sources, first: $first, after: $after) { nodes { ${rowFields} } totalCount pageInfo { hasNextPage endCursor } ${reportFields} }
}`;
/** Pages of one walk. */
const mostPages = 3;
/** A clock of the gateway's machine is this one's; what is under way meanwhile is allowed for, milliseconds. */
const slackMs = 1000;

/** A search, and how far a walk over its pages has come in each source's list. */
interface Search extends Making {
  readonly asker: Asker;
  readonly criterion: Criterion;
  readonly asked: readonly Searchable[];
  readonly lists: Lists;
  readonly first: number;
  readonly after: string | null;
  readonly seen: Readonly<Record<Searchable, number>>;
  readonly page: number;
}

/** Some vacancies of one source or several by a filter, and pages that go on from there. */
export function someVacancies({ random, truth }: Making, asker: Asker): Question {
  const criterion = random.chance(0.6) ? titledLike(random, truth.row(random.pick(truth.ids[random.pick(searchable)]))?.title ?? '') : random.pick(standing);
  const asked = random.chance(0.4) ? searchable : [random.pick(searchable)];
  return searching({ random, truth, asker, criterion, asked, lists: truth.lists(asker, criterion), first: random.int(1, 40), after: null, seen: { CSO: 0, VDAB: 0, CEGID: 0 }, page: 1 });
}

function searching(search: Search): Question {
  const { asker, criterion, asked, first, after, page } = search;
  return {
    kind: asked.length > 1 ? 'merged list' : 'list',
    asker,
    document,
    variables: { filter: criterion.filter, sources: asked, first, after },
    sources: asked,
    check: (data, errors, complain) => void checkPage(search, pageOf(data), errors, complain),
    next(data) {
      const read = pageOf(data);
      const seen = checkPage(search, read, [], () => undefined);
      // Behind rows that were lost the place is known to the cursor alone.
      const isWhole = read?.nodes.every((node) => node !== null) === true;
      if (read === undefined || !isWhole || !read.pageInfo.hasNextPage || page >= mostPages) return null;
      return searching({ ...search, after: read.pageInfo.endCursor, seen, page: page + 1 });
    },
  };
}

/** The search's own field of the data; undefined where it is null. */
function pageOf(data: Data): Page | undefined {
  return (data['vacancies'] ?? undefined) as Page | undefined;
}

/**
 * Holds a page against the lists, each from where the walk is. A row that was lost stands as null; it may be the next of its list, or one
 * that the filter would have left out, which nobody can tell of what cannot be read. @returns where the walk is behind the page
 */
function checkPage({ truth, asked, lists, first, seen, page }: Search, read: Page | undefined, errors: readonly GraphQLFailure[], complain: Complain): Readonly<Record<Searchable, number>> {
  const behind = { ...seen };
  if (read === undefined) return behind;
  const { nodes, totalCount, pageInfo, sources } = read;
  const reports = new Map(sources.map((report) => [report.source, report]));
  const lost: Record<Searchable, number> = { CSO: 0, VDAB: 0, CEGID: 0 };
  for (const [index, node] of nodes.entries()) {
    const place = ['vacancies', 'nodes', index];
    const lostOf = errors.find(({ path }) => path?.join() === place.join())?.extensions['source'];
    const source = asked.find((name) => (node === null ? name === lostOf : node.source === name));
    if (source === undefined) {
      complain(node === null ? `row ${index} is null and nothing says why` : `row ${index} is of ${node.source}`);
      continue;
    }
    if (node === null) {
      lost[source] += 1;
      continue;
    }
    const next = lists[source]?.slice(behind[source], behind[source] + lost[source] + 1) ?? [];
    const passed = next.indexOf(node.id);
    if (passed < 0) complain(`row ${index} is ${node.id}, and ${source}'s next is ${next.join(' or ') || 'none'}`);
    behind[source] += Math.max(0, passed) + 1;
    lost[source] -= Math.max(0, passed);
    const fetchedAt = Date.parse(reports.get(source)?.fetchedAt ?? '');
    checkRow(truth, node, Number.isNaN(fetchedAt) ? 0 : fetchedAt - slackMs, (path) => isLostAt(errors, [...place, ...path]), complain);
  }
  for (const source of asked) if ((reports.get(source)?.status === 'SKIPPED') !== (lists[source] === null)) complain(`${source} is ${reports.get(source)?.status ?? 'not reported'}`);
  const every = listsOf(lists, asked);
  const left = asked.reduce((sum, source) => sum + Math.max(0, (lists[source]?.length ?? 0) - behind[source] - lost[source]), 0);
  if (!pageInfo.hasNextPage && left > 0) complain(`ends with ${left} rows left`);
  const isWhole = sources.every(({ status }) => status === 'OK' || status === 'SKIPPED');
  if (totalCount !== null && totalCount !== every.flat().length) complain(`counts ${totalCount} of ${every.flat().length}`);
  if (!isWhole) {
    if (totalCount !== null) complain('has a total although a source is missing');
    return behind;
  }
  if (nodes.length < first && left > 0) complain(`has ${nodes.length} of ${first} rows and leaves ${left}`);
  if (page === 1) {
    const expected = roundRobin(every).slice(0, first);
    const given = nodes.map((node) => node?.id ?? null);
    if (given.some((id, index) => id !== null && id !== expected[index])) complain(`comes in another order: ${given.join()} for ${expected.join()}`);
  }
  return behind;
}

/** Part of a title, so that searches are of many kinds and most meet nothing that is kept. */
function titledLike(random: Random, title: string): Criterion {
  const words = title.split(/[^\p{L}]+/u).filter((word) => word.length >= 4);
  const word = (words.length === 0 ? 'beheerder' : random.pick(words)).toLowerCase();
  const part = word.slice(0, random.int(3, word.length));
  return {
    filter: { title: part },
    CSO: ({ content }) => content.name.toLowerCase().includes(part),
    VDAB: ({ document }) => folded(document.functie.functieTitel).includes(folded(part)),
    CEGID: ({ jobDescription }) => folded(jobDescription.title).includes(folded(part)),
  };
}

/** What the gateway looks for itself it finds whatever its accents; CSO looks for titles by itself. */
function folded(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{Mark}/gu, '').toLowerCase();
}

/** Filters that what is posted in a run meets as little as the passing of time changes what they mean. */
const met = new Set(['countryCodes', 'statuses', 'salaryMin', 'vdab', 'cegid']);
const standing = criteria.filter(({ filter }) => Object.keys(filter).every((name) => !met.has(name)) && JSON.stringify(filter['cso'] ?? {}).includes('BRG.0214') === false);
