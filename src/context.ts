import { capabilityNames } from './domain/capabilities.ts';
import { BadInput, SourceFailure } from './domain/errors.ts';
import type { Happening, HappeningOf } from './domain/happening.ts';
import type { Lasting } from './domain/lasting.ts';
import type { Scope } from './domain/scopes.ts';
import { type OwnFilters, readOwnFilters } from './domain/own-filter.ts';
import type { Click } from './domain/insight.ts';
import type { InsightScan } from './domain/insight-figures.ts';
import { type SourceName, sourceNames } from './domain/source-name.ts';
import type { DataSource, RateLimit, SourceProfile } from './domain/source.ts';
import type { EventReader } from './domain/upstream-event.ts';

import type { OperationRunner } from './posting/runner.ts';
import type { Store } from './store/index.ts';

/** Who asks. */
export interface Viewer {
  /** The client's id, by which everything that is a caller's own is kept; `anonymous` without a key. */
  readonly id: string;
  readonly name: string;
  /** Whether it showed a key or a token. */
  readonly authenticated: boolean;
  /** Its own and those of anonymous callers. */
  readonly scopes: ReadonlySet<Scope>;
}

/** Who asks, and what its calls go out with. */
export interface Caller {
  readonly viewer: Viewer;
  /** The upstreams that it reaches, each with its own credential where it has one, else with the server's. */
  readonly upstreams: ReadonlyMap<SourceName, SourceHandle>;
  /** Where the credential is its own. */
  readonly ownCredentials: ReadonlySet<SourceName>;
  /** Names it with its credentials: a cursor that is sealed for one opens for no other. */
  readonly sealedFor: string;
}

/** A source as `Query.sources` tells of it. */
export interface SourceInfo extends SourceProfile {
  readonly configured: boolean;
  readonly healthy: boolean;
  readonly capabilities: readonly string[];
  /** Criteria of the unified filter that it applies upstream. */
  readonly filters: readonly string[];
  readonly rateLimit: RateLimit | null;
}

/** The caller's data sources, opened when they are first needed and kept for the operation. */
export interface CallerSources {
  /** Null where the caller has no credential for it. */
  get(source: SourceName): DataSource | null;
  /**
   * What a filter states for single sources, whether the caller has them or not.
   * @throws BadInput naming the criterion that is wrong
   */
  ownFilters(filter: object, path: readonly string[]): OwnFilters;
  /**
   * What a source threw, as its part of an answer. What nobody expected is logged and costs its source, not the answer.
   * @throws BadInput as it is: the caller's mistake is nobody's failure
   */
  failureOf(source: SourceName, error: unknown): SourceFailure;
  describe(): readonly SourceInfo[];
}

/** Makes cursors that nobody can make up, and reads back only those. */
export interface CursorSeal {
  /** @param purpose what the cursor belongs to: a cursor of another purpose does not open */
  seal(purpose: string, state: unknown): string;
  /** The sealed state, undefined where the text is no cursor of this purpose. */
  open(purpose: string, cursor: string): unknown;
}

export interface FederationLimits {
  /** Upstream pages that one page of ours may read while criteria are applied here. */
  readonly scanPages: number;
  /** Most vacancies that a facet is counted over where the upstream does not count. */
  readonly facetRows: number;
}

/** What a mutation has at hand beyond reading. */
export interface Writing {
  readonly runner: OperationRunner;
  /** Told of an error that kept what a mutation came to from its log. */
  readonly notLogged: (error: unknown) => void;
  /** Sources with a time budget of their own that do not end with the caller's connection: what is sent is seen through. */
  openSources(): CallerSources;
  /** Whether the caller's calls go out with credentials of its own rather than the server's. */
  hasOwnCredentials(source: SourceName): boolean;
  /** Whether another client's calls go out with the very credential that the caller's do. What is of another account, no call of the caller's reaches. */
  sharesAccount(clientId: string, source: SourceName): Promise<boolean>;
  /** Where this gateway itself listens to a source's webhooks; null where the world does not reach it. */
  ownWebhookUrl(source: SourceName, what: 'events' | 'ping'): string | null;
}

/** What happened, told to every replica's listeners. */
export interface Happenings {
  /**
   * Tells it; the listeners of this process hear it in any case, and once however often it is told again.
   * @throws NotToldToAll where those of other replicas may not have heard it
   */
  tell(happening: Happening): Promise<void>;
  /** What is told from now on until the signal. A listener that does not keep up is cut off with `TooSlow`, and each with `CutOff` when this replica was away from the others. */
  hear<Kind extends Happening['kind']>(kind: Kind, signal: AbortSignal, what?: HeardOnly<Kind>): AsyncIterableIterator<HappeningOf<Kind>>;
}

/** What a listener wants to hear of a kind: everything, where it does not say. */
export interface HeardOnly<Kind extends Happening['kind']> {
  /** Decides before it is kept for the listener. */
  readonly wants?: (happening: HappeningOf<Kind>) => boolean;
  /** The accounts whose changes it waits for: those that do not tell them by themselves are polled meanwhile. */
  readonly watch?: readonly Account[];
}

/** A source's account: a client's own, or with null the server's. */
export interface Account {
  readonly source: SourceName;
  readonly owner: string | null;
}

/** Told of every candidate that an operation gives, for the audit of reads. */
export interface CandidateReadLog {
  /** @param ids global ids; none says that candidates were asked for */
  saw(rootField: string, ids: readonly string[]): void;
}

/** What a resolver has at hand for one operation. */
export interface Context {
  readonly viewer: Viewer;
  /** Aborted when the operation is over, or its caller left. */
  readonly signal: AbortSignal;
  /** How long the answer stays as it is: whatever its sources do not read is to be told to it. */
  readonly lasting: Lasting;
  /** What the caller says it asks for, for the audit of reads of personal data (`X-Purpose`); null where it does not say. */
  readonly purpose: string | null;
  /** Null outside of an operation that reads candidates; without it nobody is given. */
  readonly candidateReads: CandidateReadLog | null;
  readonly sources: CallerSources;
  /** What the gateway itself keeps; who reaches for it makes an answer that lasts for nobody. */
  readonly store: Store;
  readonly writing: Writing;
  readonly happenings: Happenings;
  readonly cursors: CursorSeal;
  /** An absolute URL of a path on this gateway. */
  readonly ownUrl: (path: string) => string;
  readonly limits: FederationLimits;
  /** Readings of all insights of a period that this operation has begun: one serves whatever asks for it. */
  readonly scans: Map<string, Promise<InsightScan>>;
  /** Who clicked, without telling it: a keyed hash of the address that changes daily. */
  readonly visitorOf: (click: Click, account: string) => string;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** The frame of one operation: who left, until when an upstream may take (milliseconds since the epoch), and who goes first where calls queue. */
export interface OperationScope {
  readonly signal: AbortSignal;
  readonly deadline: number;
  /** Counts an upstream call; false where the operation has no more of them. Absent: uncounted. */
  readonly spend?: () => boolean;
  readonly priority?: 'interactive' | 'bulk';
  /** Told how long a call waited for a slot of a rate limit, milliseconds. */
  readonly onWaited?: (ms: number) => void;
  /** Told until when what is read stays as it is; absent where nobody asks. */
  readonly lasting?: Pick<Lasting, 'until'> | undefined;
}

/** An upstream with the caller's credential, as it is connected. */
export interface SourceHandle {
  open(scope: OperationScope): DataSource;
  healthy(): boolean;
  rateLimit(): RateLimit | null;
  /** Reads what the upstream tells this account by itself; absent where it tells nothing. */
  readonly events?: EventReader | undefined;
  /** How often it is asked for changes while somebody waits for them, milliseconds; absent where it is not. */
  readonly pollMs?: number | undefined;
}

/** The sources of one operation, from what is connected for its caller. */
export function callerSources(handles: ReadonlyMap<SourceName, SourceHandle>, profileOf: (source: SourceName) => SourceProfile, scope: OperationScope, unexpected: (error: unknown, source: SourceName) => void): CallerSources {
  const opened = new Map<SourceName, DataSource>();
  function get(name: SourceName): DataSource | null {
    const known = opened.get(name);
    if (known !== undefined) return known;
    const source = handles.get(name)?.open(scope) ?? null;
    if (source !== null) opened.set(name, source);
    return source;
  }
  function failureOf(name: SourceName, error: unknown): SourceFailure {
    scope.lasting?.until(0);
    if (error instanceof SourceFailure) return error;
    if (error instanceof BadInput) throw error;
    unexpected(error, name);
    return new SourceFailure(name, 'INTERNAL_SERVER_ERROR', "The gateway failed at this source's part; it has been logged.", { cause: error });
  }
  const ownFilters: CallerSources['ownFilters'] = (filter, path) => readOwnFilters(filter, path, (source) => profileOf(source).ownFilter);
  return { get, failureOf, ownFilters, describe: () => sourceNames.map((name) => describeSource(profileOf(name), handles.get(name), get(name))) };
}

function describeSource(profile: SourceProfile, handle: SourceHandle | undefined, source: DataSource | null): SourceInfo {
  const capabilities = Object.entries(capabilityNames).flatMap(([method, name]) => (source !== null && method in source ? [name] : []));
  return {
    ...profile,
    configured: handle !== undefined,
    healthy: handle?.healthy() ?? false,
    capabilities,
    filters: source?.pushedCriteria ?? [],
    rateLimit: handle?.rateLimit() ?? null,
  };
}
