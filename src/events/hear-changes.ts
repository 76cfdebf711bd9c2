import type { Account, Context } from '../context.ts';
import type { Change } from '../domain/change.ts';
import { changeOf } from '../domain/happening.ts';
import type { DataSource } from '../domain/source.ts';
import { type SourceName, sourceNames } from '../domain/source-name.ts';
import { notConfigured, unsupported } from '../federate/choose.ts';
import { passedOn } from './passed-on.ts';

type Hearer = Pick<Context, 'sources' | 'viewer' | 'writing' | 'happenings' | 'signal'>;

/**
 * Changes of vacancies from now on, as the caller's own accounts learn of them, and the server's where it has none.
 * @param named null is every source that can tell
 * @throws SourceFailure where a source that is named cannot tell, or the caller has none
 */
export function hearVacancyChanges(context: Hearer, named: readonly SourceName[] | null): AsyncIterableIterator<Change> {
  const watch = accountsOf(context, named, ({ subscribeWebhook, vacancyChanges }) => subscribeWebhook !== undefined || vacancyChanges !== undefined);
  return passedOn(context.happenings.hear('vacancyChanged', context.signal, { wants: isOf(watch), watch }), changeOf);
}

/** The same of candidates, who are told by webhooks alone. */
export function hearCandidateChanges(context: Hearer, named: readonly SourceName[] | null): AsyncIterableIterator<Change> {
  const accounts = accountsOf(context, named, ({ subscribeWebhook, candidateById }) => subscribeWebhook !== undefined && candidateById !== undefined);
  return passedOn(context.happenings.hear('candidateChanged', context.signal, { wants: isOf(accounts) }), changeOf);
}

function accountsOf({ sources, viewer, writing }: Hearer, named: readonly SourceName[] | null, canTell: (source: DataSource) => boolean): readonly Account[] {
  return (named ?? sourceNames).flatMap((name) => {
    const source = sources.get(name);
    if (named !== null && source === null) throw notConfigured(name);
    if (named !== null && source !== null && !canTell(source)) throw unsupported(name, 'Telling changes as they happen');
    return source === null || !canTell(source) ? [] : [{ source: name, owner: writing.hasOwnCredentials(name) ? viewer.id : null }];
  });
}

function isOf(accounts: readonly Account[]): (account: Account) => boolean {
  return ({ source, owner }) => accounts.some((one) => one.source === source && one.owner === owner);
}
