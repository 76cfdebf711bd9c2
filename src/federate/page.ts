import type { Candidate } from '../domain/candidate.ts';
import type { Change } from '../domain/change.ts';
import type { SourceFailure } from '../domain/errors.ts';
import type { Organisation } from '../domain/organisation.ts';
import type { SourceReport } from '../domain/report.ts';
import type { Vacancy } from '../domain/vacancy.ts';

/** Where a page lies in its list. */
export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** A row of a page: the thing, null where it is gone, or why it could not be read. */
export interface Edge<T> {
  readonly cursor: string;
  readonly node: T | null | SourceFailure;
}

/** A page over one or more sources. */
export interface Page<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: PageInfo;
  /** Null where it was not asked for, too. */
  readonly totalCount: number | null;
  readonly sources: readonly SourceReport[];
}

export type VacancyPage = Page<Vacancy>;
export type VacancyEdge = Edge<Vacancy>;
export type CandidatePage = Page<Candidate>;
export type CandidateEdge = Edge<Candidate>;
export type OrganisationPage = Page<Organisation>;
export type OrganisationEdge = Edge<Organisation>;
export type ChangePage = Page<Change>;
export type ChangeEdge = Edge<Change>;

/** What a caller asks of a page. */
export interface PageRequest {
  readonly first: number;
  readonly after: string | null;
}

// Classes, here and below: an object that is written with an accessor of its own has V8 make it a hidden class of its own. Those are old from the
// start, and keep whatever the accessor can see, a whole page with its rows, alive until the next full collection.

/** An edge whose cursor is sealed when it is read. */
class SealedEdge<T> implements Edge<T> {
  readonly node: Edge<T>['node'];
  readonly #seal: () => string;

  constructor(node: Edge<T>['node'], seal: () => string) {
    this.node = node;
    this.#seal = seal;
  }

  get cursor(): string {
    return this.#seal();
  }
}

/** Page info whose cursors are sealed when they are read. */
class SealedPageInfo implements PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #edges: readonly Edge<unknown>[];
  readonly #end: () => string | null;

  constructor(edges: readonly Edge<unknown>[], { after, hasNextPage, end }: { readonly after: string | null; readonly hasNextPage: boolean; readonly end: () => string | null }) {
    this.hasNextPage = hasNextPage;
    this.hasPreviousPage = after !== null;
    this.#edges = edges;
    this.#end = end;
  }

  get startCursor(): string | null {
    return this.#edges.at(0)?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.#end();
  }
}

/** A row whose cursor is sealed when it is read: most pages show the cursors of their ends only, or none. */
export function edgeOf<T>(node: Edge<T>['node'], seal: () => string): Edge<T> {
  return new SealedEdge(node, seal);
}

/** The page info of edges that follow `after`; its cursors too are sealed when they are read. */
export function pageInfoOf(edges: readonly Edge<unknown>[], after: string | null, hasNextPage: boolean, endCursor = () => edges.at(-1)?.cursor ?? after): PageInfo {
  return new SealedPageInfo(edges, { after, hasNextPage, end: endCursor });
}
