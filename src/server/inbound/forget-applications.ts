import type { Store } from '../../store/index.ts';
import type { ResumeFiles } from '../../store/resume-files.ts';

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

/** Told of a CV that cannot be removed, with why. */
export type NotRemoved = (error: Error, sha256: string) => void;

/** What was forgotten, in numbers. */
export interface Forgotten {
  readonly applications: number;
  readonly resumes: number;
  readonly pendingDeliveries: number;
}

/**
 * Forgets the applications that are older than they are kept, with their CVs, and CVs that belong to none. Leaves a row in the log where
 * there was something to forget: it is written before, and says at the end, also where that came early, what was forgotten. A CV that cannot
 * be removed holds up no other; it belongs to no application then, and is tried again each time.
 * @param days null keeps applications until they are erased
 * @param signal breaks the search for CVs off
 * @param notRemoved told of each CV that cannot be removed
 */
export async function forgetOldApplications(forgetting: Forgetting, days: number | null, signal: AbortSignal, notRemoved: NotRemoved): Promise<Forgotten> {
  const { store, resumeFiles, now } = forgetting;
  const all = { applications: 0, resumes: 0, pendingDeliveries: 0 };
  let row: string | null = null;
  let outcome: 'DONE' | 'FAILED' = 'FAILED';
  let left = 0;
  const leave: NotRemoved = (error, sha256) => {
    left += 1;
    notRemoved(error, sha256);
  };
  const beginOnce = async () => {
    row ??= await begin(store, { operation: 'purgeApplications', inputHash: null });
  };
  const forgetFile = async (sha256: string) => {
    if (await forgetResume(forgetting, sha256, leave)) all.resumes += 1;
  };
  try {
    const before = days === null ? null : new Date(now() - days * dayMs);
    if (before !== null && (await store.applications.anyReceivedBefore(before))) {
      await beginOnce();
      const { applications, pendingDeliveries, resumes } = await store.applications.removeReceivedBefore(before);
      Object.assign(all, { applications, pendingDeliveries });
      for (const sha256 of resumes) await forgetFile(sha256);
    }
    for await (const some of chunksOf(resumeFiles.writtenBefore(new Date(Date.now() - onItsWayMs)))) {
      for (const sha256 of await store.applications.unusedOf(some)) {
        await beginOnce();
        await forgetFile(sha256);
      }
      if (signal.aborted) break;
    }
    outcome = left === 0 ? 'DONE' : 'FAILED';
  } finally {
    if (row !== null) await settle(store, row, all, outcome);
  }
  return all;
}

/** Forgets old applications at start and a few times a day. */
export function startApplicationPurge(forgetting: Forgetting, days: number | null, { warn, notRemoved }: { warn(error: Error): void; readonly notRemoved: NotRemoved }): { stop(): Promise<void> } {
  const stopping = new AbortController();
  let running = Promise.resolve();
  function purge(): void {
    running = running
      .then(() => forgetOldApplications(forgetting, days, stopping.signal, notRemoved))
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
 * Forgets everybody's applications of an e-mail address, with their CVs. Leaves a row in the log, which stands as begun where it was cut off,
 * or where a CV could not be removed; the others are.
 * @param emailHash what the log has of the address
 * @throws what the first CV failed with that could not be removed, when the others are
 */
export async function eraseApplicationsOf(forgetting: Forgetting, email: string, emailHash: string): Promise<Forgotten> {
  const { store } = forgetting;
  const id = await begin(store, { operation: 'eraseApplications', inputHash: emailHash });
  const { applications, pendingDeliveries, resumes } = await store.applications.removeOf(email);
  const failed: Error[] = [];
  let files = 0;
  for (const sha256 of resumes) if (await forgetResume(forgetting, sha256, (error) => failed.push(error))) files += 1;
  const [first] = failed;
  if (first !== undefined) throw first;
  const forgotten = { applications, resumes: files, pendingDeliveries };
  await settle(store, id, forgotten, 'DONE');
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

/** @returns whether it was removed. @throws what the store fails with: that holds for every other one, too */
async function forgetResume({ store, resumeFiles }: Forgetting, sha256: string, notRemoved: NotRemoved): Promise<boolean> {
  let ofFile: Error | null = null;
  try {
    return await store.applications.forgetResume(sha256, () =>
      resumeFiles.remove(sha256).catch((error: unknown) => {
        ofFile = error instanceof Error ? error : new Error('a CV', { cause: error });
        throw ofFile;
      }),
    );
  } catch (error) {
    if (ofFile === null) throw error;
    notRemoved(ofFile, sha256);
    return false;
  }
}

async function begin({ audit }: Pick<Store, 'audit'>, what: { readonly operation: string; readonly inputHash: string | null }): Promise<string> {
  const [id] = await audit.begin([{ client: 'gateway', channel: null, target: null, ...what }]);
  if (id === undefined) throw new Error('the log gave no id');
  return id;
}

async function settle({ audit }: Pick<Store, 'audit'>, id: string, { applications, resumes, pendingDeliveries }: Forgotten, outcome: 'DONE' | 'FAILED'): Promise<void> {
  await audit.settle([{ id, target: `${applications} applications, ${resumes} CVs, ${pendingDeliveries} pending deliveries`, outcome, upstreamStatus: null }]);
}
