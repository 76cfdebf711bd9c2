import type { Removed } from '../store/applications.ts';
import type { Store } from '../store/index.ts';
import type { ResumeFiles } from '../store/resume-files.ts';

/** A CV without an application: what a crash, or a store that failed, left behind. It may still be on its way for so long, milliseconds. */
const onItsWayMs = 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;
const purgeEveryMs = 6 * 60 * 60 * 1000;
const filesAtOnce = 500;

export interface Forgetting {
  readonly store: Pick<Store, 'applications' | 'audit'>;
  readonly resumeFiles: ResumeFiles;
  readonly now: () => number;
}

/** What was forgotten, in numbers. */
export interface Forgotten {
  readonly applications: number;
  readonly resumes: number;
  readonly pendingDeliveries: number;
}

/**
 * Forgets the applications that are older than they are kept, with their CVs, and CVs that belong to none. Leaves a row in the log where
 * there was something to forget.
 * @param days null keeps applications until they are erased
 * @param signal breaks the search for CVs off
 */
export async function forgetOldApplications(forgetting: Forgetting, days: number | null, signal: AbortSignal): Promise<Forgotten> {
  const { store, resumeFiles, now } = forgetting;
  const forgotten = days === null ? nothing : await forget(forgetting, await store.applications.removeReceivedBefore(new Date(now() - days * dayMs)));
  let strays = 0;
  for await (const some of chunksOf(resumeFiles.writtenBefore(new Date(Date.now() - onItsWayMs)))) {
    for (const sha256 of await store.applications.unusedOf(some)) if (await forgetResume(forgetting, sha256)) strays += 1;
    if (signal.aborted) break;
  }
  const all = { ...forgotten, resumes: forgotten.resumes + strays };
  if (all.applications > 0 || all.resumes > 0) await settle(store, await begin(store, { operation: 'purgeApplications', inputHash: null }), all);
  return all;
}

/** Forgets old applications at start and a few times a day. */
export function startApplicationPurge(forgetting: Forgetting, days: number | null, warn: (error: Error) => void): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let running = Promise.resolve();
  function purge(): void {
    running = running
      .then(() => forgetOldApplications(forgetting, days, stopping.signal))
      .then(
        () => undefined,
        (error: unknown) => warn(error instanceof Error ? error : new Error('purge', { cause: error })),
      );
  }
  purge();
  const timer = setInterval(purge, purgeEveryMs);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      stopping.abort();
      return running;
    },
  };
}

/**
 * Forgets everybody's applications of an e-mail address, with their CVs. Leaves a row in the log, which stands as begun where it was cut off.
 * @param emailHash what the log has of the address
 */
export async function eraseApplicationsOf(forgetting: Forgetting, email: string, emailHash: string): Promise<Forgotten> {
  const { store } = forgetting;
  const id = await begin(store, { operation: 'eraseApplications', inputHash: emailHash });
  const forgotten = await forget(forgetting, await store.applications.removeOf(email));
  await settle(store, id, forgotten);
  return forgotten;
}

async function* chunksOf(names: AsyncIterable<string>): AsyncGenerator<readonly string[], void, undefined> {
  let chunk: string[] = [];
  for await (const name of names) {
    chunk.push(name);
    if (chunk.length < filesAtOnce) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}

const nothing: Forgotten = { applications: 0, resumes: 0, pendingDeliveries: 0 };

async function forget(forgetting: Forgetting, { applications, resumes, pendingDeliveries }: Removed): Promise<Forgotten> {
  let files = 0;
  for (const sha256 of resumes) if (await forgetResume(forgetting, sha256)) files += 1;
  return { applications, resumes: files, pendingDeliveries };
}

function forgetResume({ store, resumeFiles }: Forgetting, sha256: string): Promise<boolean> {
  return store.applications.forgetResume(sha256, () => resumeFiles.remove(sha256));
}

async function begin({ audit }: Pick<Store, 'audit'>, what: { readonly operation: string; readonly inputHash: string | null }): Promise<string> {
  const [id] = await audit.begin([{ client: 'gateway', channel: null, target: null, ...what }]);
  if (id === undefined) throw new Error('the log gave no id');
  return id;
}

async function settle({ audit }: Pick<Store, 'audit'>, id: string, { applications, resumes, pendingDeliveries }: Forgotten): Promise<void> {
  await audit.settle([{ id, target: `${applications} applications, ${resumes} CVs, ${pendingDeliveries} pending deliveries`, outcome: 'DONE', upstreamStatus: null }]);
}
